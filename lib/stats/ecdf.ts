import { type ReadonlyVector, requireVector, type Vector } from "../core";
import { elementwise, type NumberOrArray, type Shaped } from "../core/special";
import { type Interval, type IntervalOptions, requireConfidence } from "./inference/interval";
import { requireTestOptions } from "./inference/options";
import { sorted } from "./ranks/order";

/** The empirical distribution function: F(t) for a number or an array, with its steps and its band. */
export interface Ecdf {
  /** The share of entries ≤ t. */
  <X extends NumberOrArray>(t: X): Shaped<X>;
  /** Where it steps, ascending. */
  readonly quantiles: Vector;
  /** Its height from there on; the last is 1. */
  readonly probabilities: Vector;
  readonly n: number;
  /** Half of the width of the band. */
  readonly epsilon: number;
  /** The band at t: F(t) ± epsilon, cut at 0 and 1. */
  band(t: number): Interval;
}

/**
 * The empirical distribution function F(t) = (number of xᵢ ≤ t)/n as a function, with a band that holds the whole
 * distribution function of the population: P(sup |F − F₀| > ε) ≤ 2e^{−2nε²} for every law (Dvoretzky, Kiefer and
 * Wolfowitz 1956; Massart 1990), so ε = √(ln(2/α)/(2n)) with α = 1 − confidence.
 *
 * @param x - At least one finite number.
 * @param options - `confidence` of the band, default 0.95.
 * @returns The function, with `quantiles` and `probabilities` (its steps), `n`, `epsilon` and `band(t)`.
 * @throws TypeError, RangeError for a bad x or options. O(n log n), a value O(log n).
 * @example
 * stats.ecdf([3, 1, 2, 2])([0, 2, 2.5, 9]) // => [0, 0.75, 0.75, 1]
 * stats.ecdf([3, 1, 2, 2]).probabilities // => [0.25, 0.75, 1]
 */
export function ecdf(x: ReadonlyVector, options: IntervalOptions = {}): Ecdf {
  requireVector("ecdf", "x", x, { minLength: 1 });
  requireTestOptions("ecdf", options, ["confidence"]);
  const alpha = 1 - requireConfidence("ecdf", options.confidence);
  const n = x.length;
  const ascending = sorted(x);
  const quantiles: Vector = [];
  const probabilities: Vector = [];
  ascending.forEach((v, i) => {
    if (i + 1 < n && ascending[i + 1] === v) return;
    quantiles.push(v);
    probabilities.push((i + 1) / n);
  });
  const at = (t: number): number => {
    let [low, high] = [0, quantiles.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (quantiles[middle] <= t) low = middle + 1;
      else high = middle;
    }
    return low === 0 ? 0 : probabilities[low - 1];
  };
  const epsilon = Math.sqrt(Math.log(2 / alpha) / (2 * n));
  const F = <X extends NumberOrArray>(t: X) => elementwise("ecdf", "t", t, at);
  const band = (t: number): Interval => {
    const height = elementwise("ecdf.band", "t", t, at);
    return [Math.max(0, height - epsilon), Math.min(1, height + epsilon)];
  };
  return Object.assign(F, { quantiles, probabilities, n, epsilon, band });
}
