import { gammaln1p, HALF_LOG_2PI, log1pmx, stirlingError } from "../../../core/special";

/** Its values at small whole numbers, which the masses of counts run through; NaN where not yet needed. */
const whole = new Float64Array(256).fill(Number.NaN);

/**
 * ln Γ(1 + x) − (x·ln x − x) for x ≥ 0: what is left of a factorial without its leading terms, which
 * cancel in ratios of factorials. About ½·ln 2πx; 0 at 0. Below 10 by the recurrence of Γ.
 */
export function factorialRest(x: number): number {
  if (!(x < whole.length && Number.isInteger(x))) return restAt(x);
  if (Number.isNaN(whole[x])) whole[x] = restAt(x);
  return whole[x];
}

function restAt(x: number): number {
  if (x < 1) return x === 0 ? 0 : gammaln1p(x) - x * Math.log(x) + x;
  let sum = 0;
  let y = x;
  for (; y < 10; y++) sum += y * log1pmx(1 / y);
  return sum + 0.5 * Math.log(y) + HALF_LOG_2PI + stirlingError(y);
}
