import { describe, expect, test } from "vitest";
import { rng } from "../../../lib/core";
import { averagePrecision, precisionRecallCurve } from "../../../lib/learn";
import { reference as ref } from "../calibration/reference";
import { expectClose } from "../helpers";

describe("precisionRecallCurve and averagePrecision", () => {
  test("agree with scikit-learn on scores with ties", () => {
    const { precision, recall, thresholds } = precisionRecallCurve(ref.y, ref.scores);
    expectClose(precision, ref.precision, { rtol: 1e-14 });
    expectClose(recall, ref.recall, { rtol: 1e-14 });
    const distinct = [...new Set(ref.scores)].sort((a, b) => b - a);
    expectClose(thresholds.slice(1), distinct, { rtol: 0, atol: 0 });
    expect(averagePrecision(ref.y, ref.scores)).toBeCloseTo(ref.averagePrecision, 14);
  });

  test("every point is the precision and recall of its threshold", () => {
    const { precision, recall, thresholds } = precisionRecallCurve(ref.y, ref.scores);
    const positives = ref.y.filter((label) => label === 1).length;
    thresholds.slice(1).forEach((t, i) => {
      const taken = ref.y.filter((_, n) => ref.scores[n] >= t);
      const hits = taken.filter((label) => label === 1).length;
      expect(precision[i + 1]).toBe(hits / taken.length);
      expect(recall[i + 1]).toBe(hits / positives);
    });
  });

  test("1 for a perfect order, near the share of positives for chance", () => {
    expect(averagePrecision(["a", "a", "b"], [1, 2, 3])).toBe(1);
    expect(averagePrecision(["a", "a", "b"], [1, 2, 3], { positive: "a" })).toBeCloseTo(7 / 12, 14);
    const random = rng(4);
    const y = random.integers(0, 10, 20000).map((v) => (v === 0 ? 1 : 0));
    const share = y.reduce((s: number, v) => s + v, 0) / y.length;
    const got = averagePrecision(
      y,
      y.map(() => random.random()),
    );
    expect(Math.abs(got - share)).toBeLessThan(0.01);
    expect(averagePrecision([0, 1, 0, 1], [3, 3, 3, 3])).toBe(0.5);
  });

  test("refuse what has no curve", () => {
    expect(() => precisionRecallCurve([1, 1], [0, 1])).toThrow(
      "precisionRecallCurve: yTrue must hold 2 classes, got 1",
    );
    expect(() => averagePrecision([0, 1], [0])).toThrow(
      "averagePrecision: scores must have length 2 (length of yTrue), got 1",
    );
    expect(() => averagePrecision([0, 1], [0, 1], { positive: 2 })).toThrow(
      "averagePrecision: positive must be one of 0, 1, got 2",
    );
    expect(() => averagePrecision([0, 1], [0, Number.NaN])).toThrow("scores must be finite");
    expect(() => averagePrecision([0, 1], [0, 1], { average: "micro" } as never)).toThrow(
      'options has no "average"',
    );
  });
});
