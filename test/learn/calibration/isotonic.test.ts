import { describe, expect, test } from "vitest";
import { rng, type Vector } from "../../../lib/core";
import { isotonicRegression } from "../../../lib/learn";
import { expectClose } from "../helpers";
import { reference as ref } from "./reference";

describe("isotonicRegression against scikit-learn", () => {
  test.each([
    ["plain", {}],
    ["weighted", { weights: ref.w }],
    ["falling", { increasing: false }],
  ] as const)("%s, between the samples and beyond them", (name, options) => {
    const model = isotonicRegression(ref.x, ref.t, options);
    expectClose(model.predict(ref.grid), ref.isotonic[name], { rtol: 1e-12, atol: 1e-13 });
  });
});

/** max_{i ≤ k} min_{j ≥ k} of the weighted means of y_i … y_j: the closed form of Robertson et al. (1988). */
function maxMin(y: Vector, w: Vector): Vector {
  const mean = (i: number, j: number) => {
    let [sum, total] = [0, 0];
    for (let n = i; n <= j; n++) {
      sum += w[n] * y[n];
      total += w[n];
    }
    return sum / total;
  };
  return y.map((_, k) => {
    let most = -Infinity;
    for (let i = 0; i <= k; i++) {
      let least = Infinity;
      for (let j = k; j < y.length; j++) least = Math.min(least, mean(i, j));
      most = Math.max(most, least);
    }
    return most;
  });
}

describe("isotonicRegression", () => {
  test("is the max-min formula, and keeps the weighted mean", () => {
    const random = rng(6);
    for (let trial = 0; trial < 20; trial++) {
      const n = 1 + random.integers(0, 25);
      const y = Array.from({ length: n }, () => random.normal());
      const weights = y.map(() => 0.1 + random.random());
      const x = y.map((_, i) => i);
      const fit = isotonicRegression(x, y, { weights });
      expectClose(fit.y, maxMin(y, weights), { rtol: 1e-11, atol: 1e-13 });
      const total = (v: Vector) => v.reduce((s, a, i) => s + a * weights[i], 0);
      expectClose(total(fit.y), total(y), { rtol: 1e-11, atol: 1e-12 });
      const loss = y.reduce((s, v, i) => s + weights[i] * (v - fit.y[i]) ** 2, 0);
      expectClose(fit.history[0].objective, loss, { rtol: 1e-11, atol: 1e-13 });
    }
  });

  test("does not hang on the order of the samples; equal x count as one", () => {
    const { x, y } = isotonicRegression([3, 1, 2, 1], [5, 0, 7, 2]);
    expect([x, y]).toEqual([
      [1, 2, 3],
      [1, 6, 6],
    ]);
  });

  test("what rises already stays, what falls throughout becomes its mean", () => {
    expect(isotonicRegression([1, 2, 3], [1, 4, 9]).y).toEqual([1, 4, 9]);
    expect(isotonicRegression([1, 2, 3], [9, 4, 2]).y).toEqual([5, 5, 5]);
    expect(isotonicRegression([1, 2, 3], [9, 4, 2], { increasing: false }).y).toEqual([9, 4, 2]);
    expect(isotonicRegression([7], [3]).predict([-1, 7, 100])).toEqual([3, 3, 3]);
    expect(isotonicRegression([7], [3]).predict([])).toEqual([]);
  });

  test("weights of 0 do not count, and weights are repetitions", () => {
    const heavy = isotonicRegression([1, 2, 3], [2, 1, 3], { weights: [3, 1, 0] });
    expect([heavy.x, heavy.y]).toEqual([
      [1, 2],
      [1.75, 1.75],
    ]);
  });

  test("huge and tiny numbers", () => {
    const huge = isotonicRegression([-1e308, 0, 1e308], [1e308, 0.5e308, 1.5e308]);
    expectClose(huge.y, [0.75e308, 0.75e308, 1.5e308], { rtol: 1e-14 });
    expectClose(huge.predict([0.5e308]), [1.125e308], { rtol: 1e-14 });
    const tiny = isotonicRegression([0, 1e-300], [2e-310, 1e-310], { weights: [1e300, 1e300] });
    expectClose(tiny.y, [1.5e-310, 1.5e-310], { rtol: 1e-10 });
  });

  test("refuses what it cannot fit, and where it has no data if asked to", () => {
    expect(() => isotonicRegression([], [])).toThrow("x must have at least 1 entry, got 0");
    expect(() => isotonicRegression([1], [1, 2])).toThrow(
      "y must have length 1 (length of x), got 2",
    );
    expect(() => isotonicRegression([1, 2], [1, Number.NaN])).toThrow("y must be finite");
    expect(() => isotonicRegression([1], [1], { weights: [0] })).toThrow(
      "weights must not all be 0",
    );
    expect(() => isotonicRegression([1, 2], [1, 2], { weights: [1, -1] })).toThrow(
      "isotonicRegression: weights[1] must be a number ≥ 0, got -1",
    );
    expect(() => isotonicRegression([1], [1], { increasing: "auto" as never })).toThrow(
      "increasing must be true or false",
    );
    const strict = isotonicRegression([1, 2], [1, 2], { outOfBounds: "error" });
    expect(strict.predict([1, 2])).toEqual([1, 2]);
    expect(() => strict.predict([1, 3])).toThrow(
      "isotonicRegression.predict: xNew[1] must be in [1, 2], where there were data, got 3",
    );
  });
});
