/**
 * The smallest whole number k in [low, high] for which `reached(k)` holds, `reached` being false up
 * to some k and true from there on: outward from a guess in doubling steps, then by bisection.
 */
export function smallestReached(
  reached: (k: number) => boolean,
  guess: number,
  low: number,
  high: number,
): number {
  let right = Math.max(low, Math.min(high, Math.round(guess)));
  let left: number;
  if (reached(right)) {
    left = right;
    for (let step = 1; left >= low && reached(left); step *= 2) {
      right = left;
      left = right - step;
    }
  } else {
    left = right;
    for (let step = 1; right < high; step *= 2) {
      left = right;
      right = Math.min(high, right + step);
      if (reached(right)) break;
    }
  }
  left = Math.max(left, low - 1);
  while (right - left > 1) {
    const middle = Math.floor((left + right) / 2);
    if (reached(middle)) right = middle;
    else left = middle;
  }
  return right;
}
