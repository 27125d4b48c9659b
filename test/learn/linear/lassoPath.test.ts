import { describe, expect, test } from "vitest";
import type { Matrix } from "../../../lib/core";
import { elasticNet, lasso, lassoPath, standardize } from "../../../lib/learn";
import { data, expectClose, fixture } from "../helpers";

const reference = fixture<{ path: { alphas: number[]; coef: Matrix } }>("lasso");
const { Z } = standardize(data.wine.X.map((row) => row.slice(1)));
const y = data.wine.X.map((row) => row[0]);

describe("lassoPath", () => {
  test("agrees with scikit-learn", () => {
    const path = lassoPath(Z, y, { alphas: 10, tol: 1e-14, maxIter: 100000 });
    expectClose(path.alphas, reference.path.alphas, { rtol: 1e-12 });
    expectClose(path.coef, reference.path.coef, { rtol: 1e-5, atol: 1e-7 });
  });

  test("begins with all weights 0, and just below that with one that is not", () => {
    const { alphas, coef } = lassoPath(Z, y);
    expect(alphas.length).toBe(100);
    expectClose(alphas[99] / alphas[0], 1e-3, { rtol: 1e-12 });
    expect(coef[0].every((w) => Math.abs(w) < 1e-12)).toBe(true);
    expect(lasso(Z, y, { alpha: alphas[0] * 0.999 }).support.length).toBe(1);
    expect(coef[99].filter((w) => w !== 0).length).toBeGreaterThan(9);
  });

  test("is what single fits give, in falling order, with a gap for each", () => {
    const path = lassoPath(Z, y, { alphas: [0.01, 0.3, 0.1], l1Ratio: 0.5, tol: 1e-13 });
    expect(path.alphas).toEqual([0.3, 0.1, 0.01]);
    path.alphas.forEach((alpha, i) => {
      const one = elasticNet(Z, y, { alpha, tol: 1e-13 });
      expectClose(path.coef[i], one.coef, { rtol: 1e-4, atol: 1e-6 });
      expectClose(path.intercept[i], one.intercept, { rtol: 1e-10 });
      expect(path.history[i].gap).toBe(path.gap[i]);
      expect(path.history[i].alpha).toBe(alpha);
    });
    expect(path.converged).toBe(true);
  });

  test("refuses what gives no path", () => {
    expect(() => lassoPath([[1], [2]], [3, 3])).toThrow(
      "lassoPath: X must have a column that is not orthogonal to y; all weights are 0 for any alpha",
    );
    expect(lassoPath([[1], [2]], [3, 3], { alphas: [1] }).coef).toEqual([[0]]);
    expect(() => lassoPath(Z, y, { alphas: [1, -1] })).toThrow(
      "lassoPath: alphas[1] must be a number > 0, got -1",
    );
    expect(() => lassoPath(Z, y, { alphas: 0 })).toThrow("alphas must be an integer ≥ 1, got 0");
    expect(() => lassoPath(Z, y, { eps: 1 })).toThrow("eps must be a number in (0, 1), got 1");
    expect(() => lassoPath(Z, y, { alphas: "all" as never })).toThrow("must be a vector");
  });
});
