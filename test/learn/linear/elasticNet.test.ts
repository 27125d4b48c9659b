import { describe, expect, test } from "vitest";
import { type Matrix, maxOf, rng, type Vector } from "../../../lib/core";
import { elasticNet, lasso, linearRegression, ridge, standardize } from "../../../lib/learn";
import { data, expectClose, fixture } from "../helpers";

type Line = { coef: number[]; intercept: number };
const reference = fixture<{ net: Record<string, Line>; wide: Line }>("lasso");
const X = data.wine.X.map((row) => row.slice(1));
const y = data.wine.X.map((row) => row[0]);
const { Z } = standardize(X);
const fine = { tol: 1e-14 };

/** (1/N)x_jᵀr for each column. */
function pulls(A: Matrix, t: Vector, coef: Vector, b: number): Vector {
  const r = t.map((v, n) => v - b - A[n].reduce((s, x, j) => s + x * coef[j], 0));
  return coef.map((_, j) => r.reduce((s, v, n) => s + v * A[n][j], 0) / r.length);
}

describe("elasticNet against scikit-learn", () => {
  test.each(["0.2", "0.8"])("on wine, l1Ratio %s", (rho) => {
    const { coef, intercept, converged } = elasticNet(Z, y, {
      alpha: 0.1,
      l1Ratio: Number(rho),
      ...fine,
    });
    expect(converged).toBe(true);
    expectClose(coef, reference.net[rho].coef, { rtol: 1e-6, atol: 1e-8 });
    expectClose(intercept, reference.net[rho].intercept, { rtol: 1e-12 });
  });

  test("with fewer samples than features", () => {
    const model = elasticNet(Z.slice(0, 8), y.slice(0, 8), { alpha: 0.05, ...fine });
    expectClose(model.coef, reference.wide.coef, { rtol: 1e-5, atol: 1e-7 });
    expectClose(model.intercept, reference.wide.intercept, { rtol: 1e-8 });
  });
});

describe("elasticNet", () => {
  test("meets the conditions of optimality of Karush, Kuhn and Tucker", () => {
    const random = rng(8);
    for (let trial = 0; trial < 12; trial++) {
      const [N, D] = [5 + random.integers(0, 30), 1 + random.integers(0, 40)];
      const A = Array.from({ length: N }, () => Array.from({ length: D }, () => random.normal(1)));
      const t = A.map((row) => 2 * row[0] - row[D - 1] + random.normal());
      const [alpha, l1Ratio] = [
        0.02 + random.random(),
        trial % 3 === 0 ? 1 : 0.1 + 0.9 * random.random(),
      ];
      const model = elasticNet(A, t, { alpha, l1Ratio, tol: 1e-13 });
      expect(model.converged).toBe(true);
      const pull = pulls(A, t, model.coef, model.intercept);
      pull.forEach((g, j) => {
        const w = model.coef[j];
        const rest = g - alpha * (1 - l1Ratio) * w;
        if (w === 0) expect(Math.abs(rest)).toBeLessThan(alpha * l1Ratio + 1e-5);
        else expectClose(rest, Math.sign(w) * alpha * l1Ratio, { atol: 1e-5 });
      });
      // The free intercept leaves residuals of mean 0.
      const r = t.map((v, n) => v - model.predict([A[n]])[0]);
      expect(Math.abs(r.reduce((s, v) => s + v, 0))).toBeLessThan(1e-10 * N);
    }
  });

  test("the gap bounds how far the objective is from the least", () => {
    const options = { alpha: 0.02, l1Ratio: 0.9 };
    const best = elasticNet(X, y, { ...options, tol: 1e-15, maxIter: 200000 });
    const least = best.history[best.history.length - 1].objective;
    const { history } = elasticNet(X, y, { ...options, tol: 1e-12 });
    expect(history.length).toBeGreaterThan(2);
    for (const { objective, gap } of history) {
      expect(objective - least).toBeLessThanOrEqual(gap + 1e-13);
      expect(objective).toBeGreaterThanOrEqual(least - 1e-13);
    }
  });

  test("the objective is the one it says", () => {
    const [alpha, l1Ratio] = [0.1, 0.3];
    const { coef, intercept, history } = elasticNet(Z, y, { alpha, l1Ratio });
    const fit = Z.map((row) => row.reduce((s, x, j) => s + x * coef[j], intercept));
    const loss = y.reduce((s, t, n) => s + (t - fit[n]) ** 2, 0) / (2 * y.length);
    const l1 = coef.reduce((s, w) => s + Math.abs(w), 0);
    const l2 = coef.reduce((s, w) => s + w * w, 0);
    const penalty = alpha * (l1Ratio * l1 + ((1 - l1Ratio) * l2) / 2);
    expectClose(history[history.length - 1].objective, loss + penalty, { rtol: 1e-12 });
  });

  test("comes near ridge as l1Ratio falls, and shares among equal columns", () => {
    const [N, alpha] = [y.length, 0.1];
    const near = elasticNet(Z, y, { alpha, l1Ratio: 1e-9, tol: 1e-13 });
    expectClose(near.coef, ridge(Z, y, { alpha: N * alpha }).coef, { rtol: 1e-5, atol: 1e-7 });
    const twice = Z.map((row) => [row[0], row[0]]);
    const [a, b] = elasticNet(twice, y, { alpha: 0.01, tol: 1e-14 }).coef;
    expectClose(a, b, { rtol: 1e-5 });
    expect(a).not.toBe(0);
  });

  test("comes near least squares as alpha falls", () => {
    const { coef } = elasticNet(Z, y, { alpha: 1e-9, tol: 1e-13 });
    expectClose(coef, linearRegression(Z, y).coef, { rtol: 1e-5, atol: 1e-7 });
  });

  test("says so where the sweeps run out", () => {
    const model = elasticNet(X, y, { alpha: 1e-4, maxIter: 3 });
    expect(model.converged).toBe(false);
    expect(model.nit).toBe(3);
    expect(model.message).toBe("the duality gap exceeds 1e-8 of the variance of y after 3 sweeps");
    expect(model.gap).toBe(model.history[model.history.length - 1].gap);
  });

  test("constant columns and constant targets have weight 0", () => {
    const A = [
      [1e8 + 0.1, 1],
      [1e8 + 0.1, 2],
      [1e8 + 0.1, 4],
    ];
    expect(elasticNet(A, [1, 2, 3], { alpha: 0.01 }).coef[0]).toBe(0);
    const flat = elasticNet(A, [7, 7, 7]);
    expect([flat.coef, flat.intercept, flat.gap, flat.converged]).toEqual([[0, 0], 7, 0, true]);
  });

  test("huge and tiny data: the closed form of one column", () => {
    // w = (xᵀy/N − αρ)/(|x|²/N + α(1 − ρ)) for x = ±u, y = ±v.
    for (const [u, v, alpha, rho] of [
      [1e140, 1e140, 1e279, 0.5],
      [1e-140, 1e140, 0.25, 1],
      [1e-140, 1e-140, 1e-281, 0.5],
      [1e100, 1e-100, 0.1, 1],
    ]) {
      const model = elasticNet([[u], [-u]], [v, -v], { alpha, l1Ratio: rho });
      expect(model.converged).toBe(true);
      const want = (v - (alpha * rho) / u) / (u + (alpha * (1 - rho)) / u);
      expectClose(model.coef[0], want, { rtol: 1e-7 });
    }
  });

  test("refuses options that are none", () => {
    expect(() => elasticNet(X, y, { l1Ratio: 0 })).toThrow(
      "elasticNet: l1Ratio must be a number in (0, 1], got 0",
    );
    expect(() => elasticNet(X, y, { alpha: 0 })).toThrow("alpha must be a number > 0, got 0");
    expect(() => elasticNet(X, y, { tol: 0 })).toThrow("tol must be a number > 0, got 0");
    expect(() => elasticNet(X, y, { maxIter: 1.5 })).toThrow("maxIter must be an integer ≥ 1");
    expect(() => elasticNet(X, y, { intercept: 1 as never })).toThrow("must be true or false");
    expect(() => elasticNet(X, y, { lambda: 1 } as never)).toThrow('options has no "lambda"');
    expect(maxOf(lasso(Z, y, { alpha: 100 }).coef)).toBe(0);
  });
});
