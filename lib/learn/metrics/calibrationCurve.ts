import {
  type ReadonlyVector,
  requireNumber,
  requireOneOf,
  requireOptions,
  type Vector,
} from "../../core";
import { quantile } from "../../stats";
import type { Label } from "../labels";
import { type BinaryOptions, requireProbabilities, requireTwoClasses } from "./binary";

/** Options of `calibrationCurve`. */
export interface CalibrationCurveOptions<T extends Label> extends BinaryOptions<T> {
  /** Number of bins. Default 5. */
  nBins?: number;
  /** `"uniform"` (default): bins of equal width over [0, 1]; `"quantile"`: of about equally many samples. */
  strategy?: "uniform" | "quantile";
}

/** What `calibrationCurve` returns: an entry for each bin that is not empty, ascending. */
export interface CalibrationCurve {
  /** Mean probability that was predicted. */
  predicted: Vector;
  /** Share of the samples that are positive. */
  observed: Vector;
  /** Number of samples. */
  counts: number[];
}

/**
 * Calibration curve (reliability diagram): whether of the samples that were given a probability of about
 * p a share of p is positive. `observed` against `predicted` is the diagonal for probabilities that mean
 * what they say; above it they are too low. A bin is (a, b], the first one [a, b]. See DeGroot & Fienberg 1983,
 * "The comparison and evaluation of forecasters".
 *
 * @param yTrue - Labels of two classes, length N.
 * @param probabilities - Probability of the positive class, length N.
 * @returns `{ predicted, observed, counts }`; see {@link CalibrationCurve}.
 * @throws RangeError unless yTrue holds two classes and probabilities are in [0, 1]. Cost O(N log N).
 * @example
 * learn.calibrationCurve([0, 0, 1, 1], [0.1, 0.3, 0.3, 0.8], { nBins: 2 }).observed // => [1 / 3, 1]
 */
export function calibrationCurve<T extends Label>(
  yTrue: readonly T[],
  probabilities: ReadonlyVector,
  options: CalibrationCurveOptions<T> = {},
): CalibrationCurve {
  const caller = "calibrationCurve";
  requireOptions(caller, options, ["nBins", "strategy", "positive"]);
  const { isPositive } = requireTwoClasses(caller, yTrue, options.positive);
  const p = requireProbabilities(caller, probabilities, yTrue.length);
  const { nBins = 5, strategy = "uniform" } = options;
  requireNumber(caller, "nBins", nBins, { min: 1, integer: true });
  requireOneOf(caller, "strategy", strategy, ["uniform", "quantile"]);
  const shares = Array.from({ length: nBins - 1 }, (_, i) => (i + 1) / nBins);
  const edges =
    strategy === "uniform" || nBins === 1 ? shares : shares.map((share) => quantile(p, share));
  const sums = Array.from({ length: nBins }, () => ({ p: 0, hits: 0, count: 0 }));
  p.forEach((v, n) => {
    // The first inner edge that is not below v ends its bin.
    let [low, high] = [0, edges.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (edges[middle] < v) low = middle + 1;
      else high = middle;
    }
    sums[low].p += v;
    sums[low].hits += isPositive(n) ? 1 : 0;
    sums[low].count++;
  });
  const filled = sums.filter(({ count }) => count > 0);
  return {
    predicted: filled.map((bin) => bin.p / bin.count),
    observed: filled.map((bin) => bin.hits / bin.count),
    counts: filled.map(({ count }) => count),
  };
}
