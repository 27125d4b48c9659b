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

  test("columns that are nearly collinear are named", () => {
    const t = [1, 2, 3, 4, 5];
    const message = (apart: number) =>
      linearRegression(
        t.map((v, n) => [v, v + apart * (n % 2)]),
        t,
      ).message;
    expect(message(1e-9)).toMatch(/the columns are nearly collinear \(condition number .*e\+9\)/);
    expect(message(1e-3)).toBe("solved directly");
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

  test("the rank does not hang on the units of the columns", () => {
    const Z = X.map(([a, b, c]) => [1e9 * a, 1e-9 * b, 1e6 + c]);
    const { coef, rank, message } = linearRegression(Z, y);
    const want = linearRegression(
      X.map(([a, b, c]) => [a, b, c]),
      y,
    ).coef;
    expect([rank, message]).toEqual([3, "solved directly"]);
    expectClose([1e9 * coef[0], 1e-9 * coef[1], coef[2]], want, { rtol: 1e-8 });
  });

  test("collinear far from 0: the shortest solution, said so", () => {
    const Z = X.map(([a, b]) => [1e8 + a, 3 * (1e8 + a), b]);
    const { coef, message } = linearRegression(Z, y);
    expect(message).toContain("the columns are collinear (rank 2 of 3)");
    expectClose(coef[1], 3 * coef[0], { rtol: 1e-6 });
    const fewer = linearRegression(
      X.map(([a, b]) => [a, b]),
      y,
    );
    expectClose(10 * coef[0], fewer.coef[0], { rtol: 1e-6 });
  });

  test("one sample, constants, and more columns than samples", () => {
    expect(linearRegression([[1, 2]], [3])).toMatchObject({ coef: [0, 0], intercept: 3, rank: 0 });
    expect(linearRegression([[0], [0]], [1, 2], { intercept: false }).coef).toEqual([0]);
    const { predict, rank } = linearRegression(
      [
        [1, 2, 3],
        [4, 5, 7],
      ],
      [3, 4],
    );
    expect(rank).toBe(1);
    expectClose(predict([[4, 5, 7]]), [4], { rtol: 1e-14 });
  });

  test("refuses targets whose squares leave the range of doubles", () => {
    expect(() => linearRegression([[1], [2]], [1e200, 0])).toThrow(
      "linearRegression: y must hold numbers of magnitude at most 1e+150, it reaches 1e+200; rescale it",
    );
    expect(() => linearRegression([[1], [2]], [1e-200, 0])).toThrow("y must reach a magnitude of");
    expect(linearRegression([[1], [2]], [0, 0]).coef).toEqual([0]);
  });
});
