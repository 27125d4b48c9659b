import { type ReadonlyVector, requireVector } from "../../core";
import { elementwise, type NumberOrArray, type Shaped } from "./elementwise";

/**
 * ln Σ e^{xᵢ} without overflow or underflow: the largest entry m is taken out, m + ln Σ e^{xᵢ − m}.
 * The heart of softmax, mixtures and log-likelihoods.
 *
 * @param x - Vector; entries may be ±∞. The empty sum gives −∞.
 * @throws RangeError if an entry is NaN.
 * @example
 * prob.logsumexp([1000, 1000]) // => 1000 + Math.LN2
 */
export function logsumexp(x: ReadonlyVector): number {
  requireVector("logsumexp", "x", x, { allowNonFinite: true });
  let max = -Infinity;
  let at = -1;
  for (let i = 0; i < x.length; i++) {
    if (Number.isNaN(x[i])) throw new RangeError(`logsumexp: x must not hold NaN, x[${i}] is NaN`);
    if (x[i] > max) {
      max = x[i];
      at = i;
    }
  }
  if (!Number.isFinite(max)) return max;
  let rest = 0;
  for (let i = 0; i < x.length; i++) if (i !== at) rest += Math.exp(x[i] - max);
  return max + Math.log1p(rest);
}

/** ln(1 − e^{−t}) for t ≥ 0, by M. Mächler's rule (2012, "Accurately computing log(1 − exp(−|a|))"). */
export function log1mexpAt(t: number): number {
  return t <= Math.LN2 ? Math.log(-Math.expm1(-t)) : Math.log1p(-Math.exp(-t));
}

/**
 * ln(1 − e^{−x}) for x ≥ 0, precise for x near 0 and for x large.
 *
 * @param x - Number ≥ 0, or array of them; 0 gives −∞.
 * @throws RangeError if x < 0.
 * @example
 * prob.log1mexp(Math.LN2) // => -Math.LN2
 */
export function log1mexp<X extends NumberOrArray>(x: X): Shaped<X> {
  return elementwise("log1mexp", "x", x, log1mexpAt, { min: 0, allowInfinite: true });
}
