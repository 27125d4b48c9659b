import { describe, expect, test } from "vitest";
import { crossValidate, type Fold, meanSquaredError, timeSeriesSplit } from "../../lib/learn";
import { fixture } from "./helpers";

const ref = fixture<{ time: Fold[]; timeGap: Fold[] }>("folds");

describe("timeSeriesSplit", () => {
  test("agrees with scikit-learn", () => {
    expect(timeSeriesSplit(23, { nSplits: 4 })).toEqual(ref.time);
    const options = { nSplits: 3, gap: 2, testSize: 5, maxTrainSize: 6 };
    expect(timeSeriesSplit(23, options)).toEqual(ref.timeGap);
  });

  test("never trains on what comes after, and leaves the gap", () => {
    for (let N = 9; N < 60; N++) {
      for (const gap of [0, 1, 2]) {
        const folds = timeSeriesSplit(N, { nSplits: 3, gap });
        folds.forEach(({ train, test: held }, k) => {
          expect(train[train.length - 1]).toBe(held[0] - gap - 1);
          if (k > 0) expect(held[0]).toBe(folds[k - 1].test[folds[k - 1].test.length - 1] + 1);
        });
        expect(folds[2].test[folds[2].test.length - 1]).toBe(N - 1);
      }
    }
  });

  test("a forecast by the last value, cross-validated", () => {
    const y = [1, 2, 3, 4, 5, 6];
    const last = (_: number[][], t: number[]) => ({
      predict: (Z: readonly (readonly number[])[]) => Z.map(() => t[t.length - 1]),
    });
    const X = y.map((_, n) => [n]);
    const folds = timeSeriesSplit(6, { nSplits: 2 });
    const { scores } = crossValidate(last, X, y, { score: meanSquaredError, folds });
    expect(scores).toEqual([2.5, 2.5]);
  });

  test("refuses what leaves nothing to train on", () => {
    expect(timeSeriesSplit(2, { nSplits: 1 })).toEqual([{ train: [0], test: [1] }]);
    expect(() => timeSeriesSplit(2, { nSplits: 1, gap: 1 })).toThrow(
      "timeSeriesSplit: N must be at least 3 (1·1 to test on, a gap of 1, and 1 to train on), got 2",
    );
    expect(() => timeSeriesSplit(3)).toThrow("N must be at least 6");
    expect(() => timeSeriesSplit(9, { testSize: 0 })).toThrow("testSize must be an integer ≥ 1");
    expect(() => timeSeriesSplit(9, { gap: -1 })).toThrow("gap must be an integer ≥ 0");
    expect(() => timeSeriesSplit([1] as never)).toThrow("N must be an integer ≥ 2");
    expect(() => timeSeriesSplit(9, { shuffle: true } as never)).toThrow('no "shuffle"');
  });
});
