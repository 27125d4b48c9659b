import { describe, expect, test } from "vitest";
import { linearRegression, ridge } from "../../../lib/learn";
import { data, expectClose, fixture } from "../helpers";

type Line = { coef: number[]; intercept: number };
const reference = fixture<{ ridge: Record<string, Line>; wide: Line }>("linear");
const X = data.wine.X.map((row) => row.slice(1));
const y = data.wine.X.map((row) => row[0]);

describe("ridge", () => {
  test.each([0.01, 1, 100])("agrees with scikit-learn on wine, alpha %d", (alpha) => {
    const { coef, intercept } = ridge(X, y, { alpha });
    const want = reference.ridge[String(alpha)];
    expectClose(coef, want.coef, { rtol: 1e-9, atol: 1e-12 });
    expectClose(intercept, want.intercept, { rtol: 1e-10 });
  });

  test("agrees where there are fewer samples than features", () => {
    const { coef, intercept } = ridge(X.slice(0, 8), y.slice(0, 8));
    expectClose(coef, reference.wide.coef, { rtol: 1e-8, atol: 1e-11 });
    expectClose(intercept, reference.wide.intercept, { rtol: 1e-10 });
  });

  test("the gradient of the objective is 0 at the solution, and any step raises it", () => {
    const alpha = 3;
    const { coef, intercept, history } = ridge(X, y, { alpha });
    const objective = (w: number[]) => {
      const fit = X.map((row) => row.reduce((s, x, j) => s + x * w[j], intercept));
      const loss = y.reduce((s, t, n) => s + (t - fit[n]) ** 2, 0);
      return loss + alpha * w.reduce((s, v) => s + v * v, 0);
    };
    expectClose(objective(coef), history[0].objective, { rtol: 1e-10 });
    coef.forEach((_, j) => {
      for (const h of [1e-4, -1e-4]) {
        const moved = coef.map((w, i) => (i === j ? w + h : w));
        expect(objective(moved)).toBeGreaterThan(history[0].objective);
      }
    });
  });

  test("goes from least squares to nothing as the penalty grows", () => {
    const plain = linearRegression(X, y);
    const light = ridge(X, y, { alpha: 1e-8 });
    expectClose(light.coef, plain.coef, { rtol: 1e-6 });
    expectClose(light.degreesOfFreedom, 12, { rtol: 1e-6 });
    const heavy = ridge(X, y, { alpha: 1e14 });
    expect(Math.max(...heavy.coef.map(Math.abs))).toBeLessThan(1e-6);
    expect(heavy.degreesOfFreedom).toBeLessThan(1e-6);
  });

  test("refuses a penalty that is none", () => {
    expect(() => ridge(X, y, { alpha: 0 })).toThrow("ridge: alpha must be a number > 0, got 0");
    expect(() => ridge(X, y, { lambda: 1 } as never)).toThrow('ridge: options has no "lambda"');
  });

  test("huge and tiny data: neither s² nor λ is lost", () => {
    const y = [1, -2, 3];
    const tiny = ridge([[1e-140], [-1e-140], [3e-140]], y, { alpha: 1 });
    expect(tiny.degreesOfFreedom).toBeCloseTo(8e-280, 290);
    expectClose(tiny.coef, [1e-139], { rtol: 1e-12 });
    const huge = ridge([[1e140], [-1e140], [3e140]], y, { alpha: 1 });
    expect(huge.degreesOfFreedom).toBe(1);
    expectClose(huge.coef, [1.25e-140], { rtol: 1e-12 });
    const empty = ridge([[0], [0]], [1, 2]);
    expect([empty.coef[0], empty.degreesOfFreedom]).toEqual([0, 0]);
  });
});
