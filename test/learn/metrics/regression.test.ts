import { describe, expect, test } from "vitest";
import { meanAbsoluteError, meanSquaredError, r2, rootMeanSquaredError } from "../../../lib/learn";
import { expectClose } from "../helpers";
import { reference as ref } from "./reference";

describe("scores of regression", () => {
  test("agree with scikit-learn", () => {
    const got = [meanSquaredError, meanAbsoluteError, r2].map((f) => f(ref.real, ref.fitted));
    expectClose(got, [ref.mse, ref.mae, ref.r2], { rtol: 1e-13 });
    expect(rootMeanSquaredError(ref.real, ref.fitted)).toBe(Math.sqrt(got[0]));
  });

  test("R² of a constant target is not defined", () => {
    expect(() => r2([2, 2, 2], [1, 2, 3])).toThrow("r2: yTrue must vary, all 3 are 2");
    expect(() => r2([0.1, 0.1, 0.1], [0.1, 0.1, 0.1])).toThrow("must vary");
  });

  test("refuse vectors that do not match", () => {
    expect(() => meanSquaredError([1], [1, 2])).toThrow("yPred must have length 1");
    expect(() => meanAbsoluteError([], [])).toThrow("yTrue must have at least 1 entry");
    expect(() => rootMeanSquaredError([1], [Number.NaN])).toThrow("yPred[0] is NaN");
  });

  test.each([1e-320, 1e-200, 1e-150, 1e150, 1e200, 1e300])("keep their value at %d", (unit) => {
    const t = [3, 1, -2, 4].map((v) => v * unit);
    const p = [2, 1, -1, 2].map((v) => v * unit);
    // Near 1e-320 numbers have three digits.
    const digits = unit < 1e-300 ? 2 : 14;
    expect(rootMeanSquaredError(t, p) / unit).toBeCloseTo(Math.sqrt(6 / 4), digits);
    expect(meanAbsoluteError(t, p) / unit).toBeCloseTo(1, digits);
    expect(r2(t, p)).toBeCloseTo(1 - 6 / 21, digits);
    expect(r2(t, t)).toBe(1);
  });

  test("see small errors beside large targets, and large ones beside small", () => {
    expect(rootMeanSquaredError([1, 1e-200], [1, 3e-200])).toBeCloseTo(Math.SQRT2 * 1e-200, 214);
    expect(r2([1e200, 2e200], [1e200, 1e200])).toBe(-1);
    expect(r2([1e-200, 3e-200], [1e-200, 3e-200])).toBe(1);
    expect(rootMeanSquaredError([1e200], [0])).toBe(1e200);
  });

  test("hold where the differences themselves overflow", () => {
    const [t, p] = [
      [1.5e308, -1.5e308],
      [-1e308, 1e308],
    ];
    expect(r2(t, p)).toBeCloseTo(1 - (2.5 / 1.5) ** 2, 14);
    expect(() => rootMeanSquaredError(t, p)).toThrow("exceeds the range of doubles");
    expect(rootMeanSquaredError([1.7e308, 1, 1, 1], [-1.7e308, 1, 1, 1])).toBeCloseTo(
      1.7e308,
      -295,
    );
    expect(meanAbsoluteError([1.7e308, 1], [-1.7e308, 1])).toBe(1.7e308);
  });

  test("say that they cannot be written down, rather than Infinity", () => {
    expect(() => meanSquaredError([1e200], [0])).toThrow(
      "meanSquaredError: the meanSquaredError of yTrue and yPred exceeds the range of doubles",
    );
    expect(() => r2([1, 2], [1e200, 0])).toThrow("r2: the r2 of");
    expect(meanSquaredError([1e-200], [0])).toBe(0); // 1e-400 rounds to it
  });
});
