import { sum } from "simple-statistics";
import type { ReadonlyVector } from "../../core";
import { sumError } from "../../core/special";
import { maxAbs, unitOf } from "./powerOfTwo";

/** A sample about its mean: xᵢ = mean + scale·dᵢ. */
export interface Centred {
  mean: number;
  /** A power of two, so that multiplying by it is exact. */
  scale: number;
  /** The deviations in units of `scale`: all |dᵢ| < 8 and the largest ≥ 4, unless `scale` can be no less. */
  d: number[];
}

/** Above LARGE a sum might overflow, below SMALL a mean might underflow: we divide by these first. */
const LARGE = 2 ** 960;
const DOWN = 2 ** 64;
const SMALL = 2 ** -900;
const UP = 2 ** -120;

/** Σ(xᵢ − m), counting in what rounding takes from each difference and from the sum. */
function sumAbout(m: number, x: ReadonlyVector): number {
  let total = 0;
  let lost = 0;
  for (let i = 0; i < x.length; i++) {
    const difference = x[i] - m;
    const next = total + difference;
    lost += sumError(x[i], -m, difference);
    lost += sumError(total, difference, next);
    total = next;
  }
  return total + lost;
}

/** The mean as m + δ in units of `down`, in which the sample is u; δ is what rounding took from m. */
function locate(x: ReadonlyVector): { u: ReadonlyVector; down: number; m: number; delta: number } {
  const largest = maxAbs(x);
  const down = largest > LARGE ? DOWN : largest > 0 && largest < SMALL ? UP : 1;
  const u = down === 1 ? x : x.map((v) => v / down);
  const m = sum(u) / x.length;
  return { u, down, m, delta: sumAbout(m, u) / x.length };
}

/** The mean alone, without the deviations. O(n). */
export function meanOf(x: ReadonlyVector): number {
  const { down, m, delta } = locate(x);
  return (m + delta) * down;
}

/**
 * The mean and the deviations from it, to about one rounding error of the largest: the one kernel
 * under every moment of this module.
 *
 * Two passes with compensated sums: m = Σxᵢ/n, then the correction δ = Σ(xᵢ − m)/n, rounding errors
 * counted in, so that m + δ is good to a unit in the last place and dᵢ = (xᵢ − m) − δ is centred more closely than
 * the mean can be stored (Chan, Golub and LeVeque 1983, "Algorithms for computing the sample
 * variance"). The first sum is simple-statistics' `sum`, which is Neumaier's compensated one; its
 * `variance` lacks the correction (1e15 + 0, 1, 2, 5 comes out 0.4 % wrong) and overflows. Powers of two taken out keep squares and
 * fourth powers from overflow and underflow.
 *
 * @param x - Finite numbers, at least one. O(n).
 */
export function centre(x: ReadonlyVector): Centred {
  const { u, down, m, delta } = locate(x);
  const d = u.map((v) => v - m - delta);
  const unit = Math.max(unitOf(d) / 4, Number.MIN_VALUE / Math.min(1, down));
  for (let i = 0; i < d.length; i++) d[i] /= unit;
  return { mean: (m + delta) * down, scale: unit * down, d };
}

/** Σ dᵢᵏ, compensated. */
export function powerSum(d: ReadonlyVector, k: 2 | 3 | 4): number {
  if (k === 2) return productSum(d, d);
  return sum(k === 3 ? d.map((v) => v * v * v) : d.map((v) => v * v * (v * v)));
}

/** Σ aᵢbᵢ, compensated as in `sum`, without an array of the products. */
export function productSum(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let total = 0;
  let lost = 0;
  for (let i = 0; i < a.length; i++) {
    const term = a[i] * b[i];
    const next = total + term;
    lost += sumError(total, term, next);
    total = next;
  }
  return total + lost;
}
