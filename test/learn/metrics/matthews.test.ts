import { describe, expect, test } from "vitest";
import { matthewsCorrelation } from "../../../lib/learn";
import { correlation } from "../../../lib/stats";
import { reference as ref } from "../calibration/reference";

describe("matthewsCorrelation", () => {
  test("agrees with scikit-learn for two classes and for three", () => {
    const guess = ref.p.map((p) => (p > 0.5 ? 1 : 0));
    expect(matthewsCorrelation(ref.y, guess)).toBeCloseTo(ref.matthews[0], 14);
    expect(matthewsCorrelation(ref.three, ref.other)).toBeCloseTo(ref.matthews[1], 14);
  });

  test("for two classes it is the correlation of zeros and ones, whatever they are called", () => {
    const guess = ref.scores.map((s) => (s > 1 ? 1 : 0));
    const want = correlation(ref.y, guess) as number;
    expect(matthewsCorrelation(ref.y, guess)).toBeCloseTo(want, 13);
    const words = (y: number[]) => y.map((v) => (v === 1 ? "yes" : "no"));
    expect(matthewsCorrelation(words(ref.y), words(guess))).toBeCloseTo(want, 13);
  });

  test("1, −1 and 0", () => {
    expect(matthewsCorrelation(["a", "b", "c"], ["a", "b", "c"])).toBe(1);
    expect(matthewsCorrelation([0, 1, 1], [1, 0, 0])).toBe(-1);
    expect(matthewsCorrelation([0, 0, 1, 1], [0, 1, 0, 1])).toBe(0);
  });

  test("0/0 is refused by name, or given a value", () => {
    expect(() => matthewsCorrelation([1, 0], [1, 1])).toThrow(
      "matthewsCorrelation: yPred must hold 2 classes, all are 1 and the correlation is 0/0; pass { zeroDivision }",
    );
    expect(() => matthewsCorrelation(["a"], ["a"])).toThrow(
      'yTrue must hold 2 classes, all are "a"',
    );
    expect(matthewsCorrelation([1, 0], [1, 1], { zeroDivision: 0 })).toBe(0);
    expect(() => matthewsCorrelation([1], [1, 0])).toThrow("yPred must have length 1");
  });
});
