import { type ReadonlyVector, requireVector, summarised } from "../core";
import { polyval } from "../core/special";
import { normal } from "../prob";
import { refuseOptions } from "./inference/options";
import { centre, powerSum, productSum } from "./moments/centre";
import { sorted } from "./ranks/order";

/** What `shapiro` returns. */
export interface ShapiroResult {
  /** W in (0, 1]: near 1 for a sample that looks normal. */
  statistic: number;
  pValue: number;
}

/** Royston's polynomials, lowest power first. */
const FIRST = [0, 0.221157, -0.147981, -2.07119, 4.434685, -2.706056];
const SECOND = [0, 0.042981, -0.293762, -1.752461, 5.682633, -3.582633];
const SMALL = {
  bound: [-2.273, 0.459],
  mean: [0.544, -0.39978, 0.025054, -6.714e-4],
  logSd: [1.3822, -0.77857, 0.062767, -0.0020322],
};
const LARGE = {
  mean: [-1.5861, -0.31082, -0.083751, 0.0038915],
  logSd: [-0.4803, -0.082676, 0.0030302],
};

/** The weights of the ascending sample: antisymmetric, of length near 1. */
function weights(n: number): number[] {
  const half = Math.floor(n / 2);
  const z = normal(0, 1);
  const m = Array.from({ length: half }, (_, i) => -z.ppf((i + 1 - 0.375) / (n + 0.25)));
  const upper = n === 3 ? [Math.SQRT1_2] : m.slice();
  if (n > 3) {
    const squares = 2 * m.reduce((sum, v) => sum + v * v, 0);
    const u = 1 / Math.sqrt(n);
    const known = [polyval(FIRST, u) + m[0] / Math.sqrt(squares)];
    if (n > 5) known.push(polyval(SECOND, u) + m[1] / Math.sqrt(squares));
    const rest = known.reduce((sum, _, i) => sum - 2 * m[i] ** 2, squares);
    const share = known.reduce((sum, a) => sum - 2 * a ** 2, 1);
    const length = Math.sqrt(rest / share);
    upper.forEach((v, i) => {
      upper[i] = i < known.length ? known[i] : v / length;
    });
  }
  return Array.from({ length: n }, (_, i) =>
    i < half ? -upper[i] : i >= n - half ? upper[n - 1 - i] : 0,
  );
}

/**
 * The Shapiro–Wilk test: is x a sample from a normal law, whatever its mean and variance?
 * W = (Σ aᵢx₍ᵢ₎)²/Σ(xᵢ − x̄)² is the squared correlation of the sorted sample with weights a that are
 * near the expected order statistics of a normal sample (Shapiro and Wilk 1965).
 *
 * Weights and p-value by Royston's approximation (1995, algorithm AS R94), which R and SciPy use too:
 * log(1 − W), suitably bent for n < 12, is about normal. For n = 3 the p-value is exact.
 *
 * @param x - 3 to 5000 finite numbers, not all equal.
 * @returns `{ statistic, pValue }`; a small p-value speaks against normality.
 * @throws TypeError, RangeError for bad x, or another length. O(n log n).
 * @example
 * stats.shapiro([1, 2, 3]).statistic // => 1
 * stats.shapiro([1, 2, 3, 4, 5, 6, 7, 8, 100]).pValue < 0.001 // => true
 */
export function shapiro(x: ReadonlyVector): ShapiroResult;
export function shapiro(x: ReadonlyVector, ...further: readonly unknown[]): ShapiroResult {
  refuseOptions("shapiro", further);
  requireVector("shapiro", "x", x, { minLength: 3 });
  const n = x.length;
  if (n > 5000) {
    throw new RangeError(`shapiro: x must have at most 5000 entries, got ${n}`);
  }
  const { d } = centre(sorted(x));
  const squares = powerSum(d, 2);
  if (squares === 0) {
    throw new RangeError(`shapiro: x must not be constant, all ${n} entries are ${x[0]}`);
  }
  const a = weights(n);
  const along = productSum(a, d);
  const length = Math.sqrt(powerSum(a, 2) * squares);
  // 1 − W by this product keeps its digits when W is near 1
  const rest = Math.max(0, ((length - along) * (length + along)) / (length * length));
  const statistic = 1 - rest;
  if (n === 3) {
    const p = (6 / Math.PI) * (Math.asin(Math.sqrt(statistic)) - Math.asin(Math.sqrt(0.75)));
    return { statistic, pValue: Math.min(1, Math.max(0, p)) };
  }
  const log = Math.log(n);
  let y = Math.log(rest);
  let law = { mean: polyval(LARGE.mean, log), logSd: polyval(LARGE.logSd, log) };
  if (n < 12) {
    y = -Math.log(polyval(SMALL.bound, n) - y); // W is never so small that this has no logarithm
    law = { mean: polyval(SMALL.mean, n), logSd: polyval(SMALL.logSd, n) };
  }
  return summarised("Shapiro–Wilk test", {
    statistic,
    pValue: normal(law.mean, Math.exp(law.logSd)).sf(y),
  });
}
