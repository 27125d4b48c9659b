/** Windows of warm-up in which the shape of the target is learnt: from `first` on, up to each of `ends`. */
export interface Windows {
  first: number;
  ends: readonly number[];
}

/**
 * Stan's schedule: a while for finding the bulk, windows that double in length, each beginning anew so
 * that what came before the bulk is forgotten, and a while for the step size alone. Short warm-ups are
 * shared out 15 : 75 : 10; below 20 steps nothing is learnt of the shape.
 */
export function warmupWindows(warmup: number): Windows {
  if (warmup < 20) return { first: warmup, ends: [] };
  const short = warmup < 150;
  const first = short ? Math.floor(0.15 * warmup) : 75;
  const last = warmup - (short ? Math.floor(0.1 * warmup) : 50);
  const ends: number[] = [];
  let length = short ? last - first : 25;
  for (let end = first + length; end <= last; end += length) {
    length *= 2;
    // the last window takes what would be too short for another
    ends.push(end + length > last ? last : end);
    if (end + length > last) break;
  }
  return { first, ends };
}
