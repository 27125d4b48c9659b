import { describe, expect, test } from "vitest";
import { brierScore } from "../../../lib/learn";
import { reference as ref } from "../calibration/reference";

describe("brierScore", () => {
  test("agrees with scikit-learn", () => {
    expect(brierScore(ref.y, ref.p)).toBeCloseTo(ref.brier, 15);
  });

  test("the other class has the complement", () => {
    const flipped = ref.p.map((p) => 1 - p);
    expect(brierScore(ref.y, flipped, { positive: 0 })).toBeCloseTo(ref.brier, 14);
  });

  test("is least for the true probability", () => {
    const y = [1, 1, 1, 0];
    const at = (p: number) => brierScore(y, [p, p, p, p]);
    expect(at(0.75)).toBe(0.1875);
    for (const p of [0, 0.5, 0.74, 0.76, 1]) expect(at(p)).toBeGreaterThan(at(0.75));
  });

  test("refuses what is no probability", () => {
    expect(() => brierScore([0, 1], [-0.1, 1])).toThrow(
      "brierScore: probabilities[0] must be a number in [0, 1], got -0.1",
    );
    expect(() => brierScore([0, 1], [1])).toThrow("must have length 2 (length of yTrue), got 1");
    expect(() => brierScore([1, 1], [0, 1])).toThrow("yTrue must hold 2 classes, got 1");
    expect(() => brierScore([0, 1, 2], [0, 1, 1])).toThrow("yTrue must hold 2 classes, got 3");
  });
});
