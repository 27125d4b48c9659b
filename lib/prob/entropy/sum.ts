/** p·ln p, with 0·ln 0 = 0. */
export function plogp(p: number): number {
  return p === 0 ? 0 : p * Math.log(p);
}

/** −Σ p·ln p over the whole numbers of a unimodal distribution, outward from its mode. */
export function entropySum(
  logpmf: (k: number) => number,
  mode: number,
  low: number,
  high: number,
): number {
  let sum = 0;
  for (const direction of [1, -1]) {
    for (let k = direction === 1 ? mode : mode - 1; k >= low && k <= high; k += direction) {
      const log = logpmf(k);
      const term = log === -Infinity ? 0 : -log * Math.exp(log);
      sum += term;
      if (term <= 1e-18 * sum && log < -1) break;
    }
  }
  return sum;
}
