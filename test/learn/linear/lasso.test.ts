import { describe, expect, test } from "vitest";
import { lasso, standardize } from "../../../lib/learn";
import { data, expectClose, fixture } from "../helpers";

type Line = { coef: number[]; intercept: number };
const reference = fixture<{ lasso: Record<string, Line>; raw: Line; through: Line }>("lasso");
const X = data.wine.X.map((row) => row.slice(1));
const y = data.wine.X.map((row) => row[0]);
const { Z } = standardize(X);
const fine = { tol: 1e-14, maxIter: 100000 };

describe("lasso", () => {
  test.each(["0.01", "0.05", "0.3"])("agrees with scikit-learn on wine, alpha %s", (alpha) => {
    const { coef, intercept, support } = lasso(Z, y, { alpha: Number(alpha), ...fine });
    const want = reference.lasso[alpha];
    expectClose(coef, want.coef, { rtol: 1e-5, atol: 1e-7 });
    expectClose(intercept, want.intercept, { rtol: 1e-12 });
    expect(support).toEqual(want.coef.flatMap((w, j) => (w === 0 ? [] : [j])));
  });

  test("agrees in the units of the data, and without intercept", () => {
    const raw = lasso(X, y, { alpha: 0.05, ...fine });
    expectClose(raw.coef, reference.raw.coef, { rtol: 1e-5, atol: 1e-8 });
    expectClose(raw.intercept, reference.raw.intercept, { rtol: 1e-8 });
    const through = lasso(X, y, { alpha: 0.05, intercept: false, ...fine });
    expectClose(through.coef, reference.through.coef, { rtol: 1e-5, atol: 1e-7 });
    expect(through.intercept).toBe(0);
  });

  test("orthogonal columns: soft thresholding of the least squares weights", () => {
    const A = [
      [1, 1, 1],
      [1, -1, -1],
      [-1, 1, -1],
      [-1, -1, 1],
    ];
    const t = A.map(([a, b, c]) => 3 * a - 2 * b + 0.5 * c + 10);
    const model = lasso(A, t, { alpha: 1 });
    expectClose(model.coef, [2, -1, 0], { rtol: 1e-12, atol: 1e-14 });
    expectClose(model.intercept, 10, { rtol: 1e-14 });
    expect(model.support).toEqual([0, 1]);
    expectClose(model.predict([[1, 0, 0]]), [12], { rtol: 1e-12 });
  });

  test("takes the columns that matter out of many", () => {
    const A = Array.from({ length: 40 }, (_, n) =>
      Array.from({ length: 100 }, (__, j) => Math.sin((n + 1) * (j + 1) * 1.7 + j)),
    );
    const t = A.map((row) => 5 * row[3] - 4 * row[60]);
    const { coef, converged } = lasso(A, t, { alpha: 0.05 });
    expect(converged).toBe(true);
    const order = coef.map((_, j) => j).sort((a, b) => Math.abs(coef[b]) - Math.abs(coef[a]));
    expect(order.slice(0, 2)).toEqual([3, 60]);
  });

  test("of equal columns the first has all the weight", () => {
    const { coef, support } = lasso(
      [
        [1, 1, 1],
        [2, 2, 2],
      ],
      [1, 3],
      { alpha: 0.01 },
    );
    expectClose(coef, [1.96, 0, 0], { rtol: 1e-12 });
    expect(support).toEqual([0]);
  });

  test("refuses the ratio that is the elastic net's", () => {
    expect(() => lasso(X, y, { l1Ratio: 0.5 } as never)).toThrow('lasso: options has no "l1Ratio"');
    expect(() => lasso(X, y, { alpha: -1 })).toThrow("lasso: alpha must be a number > 0, got -1");
  });
});
