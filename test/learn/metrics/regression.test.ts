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
});
