import { requireNumber, requireOptions } from "../core";
import type { Fold } from "./folds";

/** Options of `timeSeriesSplit`. */
export interface TimeSeriesOptions {
  /** Number of folds K ≥ 1. Default 5. */
  nSplits?: number;
  /** Number of samples to test on in each fold. Default ⌊N/(K + 1)⌋. */
  testSize?: number;
  /** Number of samples left out between training and test part, over which what is to be foretold may leak. Default 0. */
  gap?: number;
  /** Most samples to train on, the latest ones. Default: all before the gap. */
  maxTrainSize?: number;
}

/**
 * Folds for samples in order of time: each trains on what came before and tests on what came after, as a
 * forecast has to. The K test parts are the last K·testSize samples one after the other; the training part
 * grows from fold to fold, or moves along where `maxTrainSize` bounds it. Unlike those of `kFold` the
 * folds do not test each sample once: the first ones are never tested. See Tashman 2000, "Out-of-sample tests
 * of forecasting accuracy".
 *
 * @param N - Number of samples, in order of time.
 * @returns K folds `{ train, test }` of ascending row numbers.
 * @throws RangeError if there are too few samples for nothing to be left to train on in the first fold. O(KN).
 * @example
 * learn.timeSeriesSplit(6, { nSplits: 2 })[1] // => { train: [0, 1, 2, 3], test: [4, 5] }
 * learn.timeSeriesSplit(6, { nSplits: 2, gap: 1, maxTrainSize: 2 })[1] // => { train: [1, 2], test: [4, 5] }
 * learn.timeSeriesSplit(6, { nSplits: 2, testSize: 3 }) // throws timeSeriesSplit: N must be at least 7
 */
export function timeSeriesSplit(N: number, options: TimeSeriesOptions = {}): Fold[] {
  const caller = "timeSeriesSplit";
  requireNumber(caller, "N", N, { min: 2, integer: true });
  requireOptions(caller, options, ["nSplits", "testSize", "gap", "maxTrainSize"]);
  const { nSplits = 5, gap = 0, maxTrainSize = N } = options;
  requireNumber(caller, "nSplits", nSplits, { min: 1, integer: true });
  const { testSize = Math.max(Math.floor(N / (nSplits + 1)), 1) } = options;
  requireNumber(caller, "testSize", testSize, { min: 1, integer: true });
  requireNumber(caller, "gap", gap, { min: 0, integer: true });
  requireNumber(caller, "maxTrainSize", maxTrainSize, { min: 1, integer: true });
  const first = N - nSplits * testSize;
  if (first - gap < 1) {
    throw new RangeError(
      `${caller}: N must be at least ${nSplits * testSize + gap + 1} (${nSplits}·${testSize} to test on, a gap of ${gap}, and 1 to train on), got ${N}`,
    );
  }
  const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);
  return Array.from({ length: nSplits }, (_, k) => {
    const start = first + k * testSize;
    const end = start - gap;
    return {
      train: range(Math.max(end - maxTrainSize, 0), end),
      test: range(start, start + testSize),
    };
  });
}
