import { requireNumber } from "../core";

/**
 * Cohen's h = 2·asin√p₁ − 2·asin√p₂, the difference of two proportions on the scale on which their sampling
 * variance is the same everywhere, about 1/n. .2, .5 and .8 are called small, medium and large (Cohen 1988).
 *
 * @param p1 - In [0, 1].
 * @param p2 - In [0, 1].
 * @returns A number in [−π, π].
 * @throws TypeError, RangeError for what is no proportion. O(1).
 * @example
 * stats.cohensH(1, 0) // => Math.PI
 * stats.cohensH(0.5, 0.25) // => Math.PI / 6
 */
export function cohensH(p1: number, p2: number): number {
  requireNumber("cohensH", "p1", p1, { min: 0, max: 1 });
  requireNumber("cohensH", "p2", p2, { min: 0, max: 1 });
  return angleOf(p1) - angleOf(p2);
}

/** 2·asin√p, precise at both ends. */
function angleOf(p: number): number {
  return 2 * Math.atan2(Math.sqrt(p), Math.sqrt(1 - p));
}
