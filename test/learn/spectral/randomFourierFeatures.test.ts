import { describe, expect, test } from "vitest";
import { type Matrix, rng } from "../../../lib/core";
import {
  accuracy,
  logisticRegression,
  pipeline,
  randomFourierFeatures,
  standardize,
  svm,
} from "../../../lib/learn";
import { data, expectClose, fixture } from "../helpers";

const { circles, inCircle } = fixture<{ circles: Matrix; inCircle: number[] }>("spectral");
const inner = (a: number[], b: number[]) => a.reduce((s, v, m) => s + v * b[m], 0);

describe("randomFourierFeatures", () => {
  test("inner products are unbiased for the kernel, with the variance of theory", () => {
    const points = [
      [0, 0],
      [0.5, -0.2],
      [1.5, 1],
    ];
    const gamma = 0.7;
    const [M, trials] = [20, 2000];
    const random = rng(5);
    for (const [i, j] of [
      [0, 0],
      [0, 1],
      [0, 2],
      [1, 2],
    ]) {
      const square = points[i].reduce((s, v, d) => s + (v - points[j][d]) ** 2, 0);
      const k = Math.exp(-gamma * square);
      const values = Array.from({ length: trials }, () => {
        const map = randomFourierFeatures(points, { nComponents: M, gamma, rng: random });
        return inner(...(map.transform([points[i], points[j]]) as [number[], number[]]));
      });
      const mean = values.reduce((s, v) => s + v, 0) / trials;
      const variance = values.reduce((s, v) => s + (v - mean) ** 2, 0) / trials;
      // 2cos(a)cos(b) = cos(u) + cos(v) with variance (1 + k⁴)/2 − k² + 1/2, u the difference.
      const theory = ((1 + k ** 4) / 2 - k ** 2 + 0.5) / M;
      expect(Math.abs(mean - k)).toBeLessThan(4 * Math.sqrt(theory / trials));
      expectClose(variance, theory, { rtol: 0.15 });
    }
  });

  test("the error falls as 1/√M", () => {
    const X = circles.slice(0, 20);
    const error = (M: number) => {
      const Z = randomFourierFeatures(X, { nComponents: M, gamma: 1, rng: rng(1) }).transform(X);
      let worst = 0;
      X.forEach((a, i) => {
        X.forEach((b, j) => {
          const k = Math.exp(-a.reduce((s, v, d) => s + (v - b[d]) ** 2, 0));
          worst = Math.max(worst, Math.abs(inner(Z[i], Z[j]) - k));
        });
      });
      return worst;
    };
    expect(error(100)).toBeLessThan(0.5);
    expect(error(10000)).toBeLessThan(0.05);
  });

  test("the origin does not matter, and gamma is that of svm", () => {
    const moved = circles.map((row) => row.map((x) => x + 2 ** 20));
    const options = { nComponents: 5 };
    const a = randomFourierFeatures(circles, options);
    expectClose(
      randomFourierFeatures(moved, { ...options, gamma: a.gamma }).transform(moved),
      a.transform(circles),
      { atol: 1e-8 },
    );
    expect(a.gamma).toBe(svm(circles, inCircle).gamma);
    expect(a.weights.length).toBe(2);
    expect(a.offsets.every((b) => b >= 0 && b < 2 * Math.PI)).toBe(true);
  });

  test("makes a linear model of a kernel machine", () => {
    const linear = logisticRegression(circles, inCircle);
    expect(accuracy(inCircle, linear.predict(circles))).toBeLessThan(0.7);
    const train = pipeline([
      standardize,
      (Z) => randomFourierFeatures(Z, { nComponents: 60 }),
      logisticRegression<number>,
    ]);
    expect(accuracy(inCircle, train(circles, inCircle).predict(circles))).toBe(1);
  });

  test("the seed decides, and no rows give none", () => {
    const draw = (seed: number) => randomFourierFeatures(data.iris.X, { rng: rng(seed) });
    expect(draw(1).weights).toEqual(draw(1).weights);
    expect(draw(1).weights).not.toEqual(draw(2).weights);
    expect(draw(1).transform([])).toEqual([]);
    expect(draw(1).transform(data.iris.X)[0].length).toBe(100);
  });

  test("refuses rows whose cosines would be noise, and options that are none", () => {
    const map = randomFourierFeatures([[0], [1]], { gamma: 1 });
    expect(() => map.transform([[0], [1e14]])).toThrow(
      "randomFourierFeatures.transform: Xnew row 1 lies too far from the data for gamma 1",
    );
    expect(() => map.transform([[1, 2]])).toThrow("Xnew must have 1 columns (columns of X)");
    expect(() => randomFourierFeatures([[3], [3]])).toThrow('X must vary for gamma "scale"');
    expect(() => randomFourierFeatures([[3]], { gamma: -1 })).toThrow("gamma must be a number > 0");
    expect(() => randomFourierFeatures([[3]], { gamma: 1, nComponents: 0 })).toThrow(
      "nComponents must be an integer ≥ 1, got 0",
    );
    expect(() => randomFourierFeatures([[3]], { gamma: 1, rng: 3 as never })).toThrow(
      "rng must be",
    );
  });
});
