import { describe, expect, test } from "vitest";
import { rng } from "../../../lib/core";
import { plattScaling } from "../../../lib/learn";
import { expectClose } from "../helpers";
import { reference as ref } from "./reference";

describe("plattScaling", () => {
  test("agrees with scikit-learn", () => {
    const { slope, intercept, converged } = plattScaling(ref.scores, ref.y);
    expect(converged).toBe(true);
    // scikit-learn stops at a gradient of 1e-6.
    expectClose(slope, ref.sigmoid.slope, { rtol: 1e-6 });
    expectClose(intercept, ref.sigmoid.intercept, { rtol: 1e-6 });
  });

  test("at the maximum the residuals are orthogonal to 1 and to the scores", () => {
    const model = plattScaling(ref.scores, ref.y);
    const up = ref.y.filter((v) => v === 1).length;
    const down = ref.y.length - up;
    const e = model
      .predict(ref.scores)
      .map((p, n) => p - (ref.y[n] === 1 ? (up + 1) / (up + 2) : 1 / (down + 2)));
    expect(Math.abs(e.reduce((s, v) => s + v, 0))).toBeLessThan(1e-8);
    expect(Math.abs(e.reduce((s, v, n) => s + v * ref.scores[n], 0))).toBeLessThan(1e-8);
  });

  test("recovers the curve that the labels were drawn from", () => {
    const random = rng(2);
    const f = Array.from({ length: 20000 }, () => random.normal(0, 2));
    const y = f.map((v) =>
      random.random() < 1 / (1 + Math.exp(-(1.5 * v - 0.7))) ? "up" : "down",
    );
    const { slope, intercept, classes } = plattScaling(f, y);
    expect(classes).toEqual(["down", "up"]);
    expectClose([slope, intercept], [1.5, -0.7], { atol: 0.1 });
    expectClose(plattScaling(f, y, { positive: "down" }).slope, -slope, { rtol: 1e-7 });
  });

  test("scores that part the classes have a finite slope", () => {
    const model = plattScaling([-2, -1, 1, 2], [0, 0, 1, 1]);
    expect(model.converged).toBe(true);
    expectClose(model.intercept, 0, { atol: 1e-9 });
    const [p] = model.predict([2]);
    expect(p).toBeGreaterThan(0.7);
    expect(p).toBeLessThan(0.8);
  });

  test("does not depend on unit or origin of the scores", () => {
    const want = plattScaling(ref.scores, ref.y).predict(ref.scores);
    for (const [unit, origin] of [
      [1e300, 0],
      [1e-300, 0],
      [1, 1e6],
    ]) {
      const moved = ref.scores.map((f) => origin + unit * f);
      const model = plattScaling(moved, ref.y);
      expect(model.converged).toBe(true);
      expectClose(model.predict(moved), want, { rtol: 1e-7 });
    }
  });

  test("refuses what has no curve", () => {
    expect(() => plattScaling([1, 1], [0, 1])).toThrow(
      "plattScaling: scores must vary, all 2 are 1",
    );
    expect(() => plattScaling([1, 2], [1, 1])).toThrow(
      "plattScaling: y must hold 2 classes, got 1",
    );
    expect(() => plattScaling([1, 2, 3], [0, 1])).toThrow(
      "scores must have length 2 (length of y)",
    );
    expect(() => plattScaling([1, 2], [0, 1], { positive: 3 })).toThrow(
      "positive must be one of 0, 1",
    );
    const { predict } = plattScaling([1, 2], [0, 1]);
    expect(() => predict([Infinity])).toThrow("plattScaling.predict: scores must be finite");
    const short = plattScaling(ref.scores, ref.y, { maxIter: 1 });
    expect(short.converged).toBe(false);
  });
});
