/** The power of two next below x > 0, so that dividing by it rounds nothing; 1 for 0. */
export function powerBelow(x: number): number {
  return x > 0 ? 2 ** Math.max(Math.floor(Math.log2(x)), -1074) : 1;
}
