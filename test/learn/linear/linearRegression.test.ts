import { describe, expect, test } from "vitest";
import { linearRegression } from "../../../lib/learn";
import { data, expectClose, fixture } from "../helpers";

type Line = { coef: number[]; intercept: number };
const reference = fixture<{ linear: Line; throughOrigin: Line }>("linear");
const X = data.wine.X.map((row) => row.slice(1));
const y = data.wine.X.map((row) => row[0]);

describe("linearRegression", () => {
  test("agrees with scikit-learn on wine, with and without intercept", () => {
    for (const [intercept, want] of [
      [true, reference.linear],
      [false, reference.throughOrigin],
    ] as const) {
      const got = linearRegression(X, y, { intercept });
      expectClose(got.coef, want.coef, { rtol: 1e-9, atol: 1e-12 });
      expectClose(got.intercept, want.intercept, { rtol: 1e-10 });
      expect(got.rank).toBe(12);
    }
  });

  test("residuals are orthogonal to the columns and sum to 0", () => {
    const { predict, history } = linearRegression(X, y);
    const fit = predict(X);
    const residual = y.map((t, n) => t - fit[n]);
    const size = Math.hypot(...residual);
    expect(Math.abs(residual.reduce((s, r) => s + r, 0))).toBeLessThan(1e-11 * size);
    X[0].forEach((_, j) => {
      const column = X.map((row) => row[j]);
      const along = residual.reduce((s, r, n) => s + r * column[n], 0);
      expect(Math.abs(along)).toBeLessThan(1e-11 * size * Math.hypot(...column));
    });
    expectClose(history[0].loss, size ** 2 / y.length, { rtol: 1e-12 });
  });

  test("collinear columns: the shortest solution, said so", () => {
    const { coef, rank, message, predict } = linearRegression(
      [
        [1, 2],
        [2, 4],
        [3, 6],
      ],
      [5, 10, 15],
    );
    expectClose(coef, [1, 2], { rtol: 1e-12 });
    expect(rank).toBe(1);
    expect(message).toContain("the columns are collinear (rank 1 of 2)");
    expectClose(predict([[10, 20]]), [50], { rtol: 1e-12 });
  });

  test("a constant column takes nothing from the intercept", () => {
    const { coef, intercept } = linearRegression(
      [
        [1, 7],
        [2, 7],
      ],
      [3, 5],
    );
    expectClose(coef, [2, 0], { atol: 1e-14 });
    expectClose(intercept, 1, { rtol: 1e-13 });
  });

  test("refuses data that do not match", () => {
    expect(() => linearRegression([[1], [2]], [1])).toThrow(
      "linearRegression: y must have length 2 (rows of X), got 1",
    );
    expect(() => linearRegression([[1]], [Number.NaN])).toThrow("y[0] is NaN");
    expect(() => linearRegression([[1]], [1], { intercept: 1 as never })).toThrow(
      "linearRegression: intercept must be true or false, got 1",
    );
    expect(() => linearRegression([[1]], ["a"] as never)).toThrow("y must hold numbers");
    expect(() => linearRegression([[1], [2]], [1, 2]).predict([[1, 2]])).toThrow(
      "linearRegression.predict: Xnew must have 1 columns (columns of X), got 1×2",
    );
  });
});
