import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { minimize } from "../../../lib/optimize";

const { rules }: { rules: Record<string, number[][]> } = JSON.parse(
  readFileSync(join(__dirname, "..", "fixtures", "minimize.json"), "utf8"),
);
/** MML example 7.1. */
const f = ([a, b]: number[]) => (2 * a * a + 2 * a * b + 20 * b * b) / 2 - 5 * a - 3 * b;
const grad = ([a, b]: number[]) => [2 * a + b - 5, a + 20 * b - 3];
const path = (options: object) =>
  minimize(f, [-3, -1], { grad, maxIter: 40, tol: 0, ...options }).history.map((h) => h.x);

describe("against scikit-learn's optimisers, 40 steps", () => {
  test.each([
    ["gradientDescent", { learningRate: 0.085 }],
    ["momentum", { learningRate: 0.02, momentum: 0.8 }],
    // gradients are taken at the point ahead, which is the one that both sequences hold
    ["nesterov", { learningRate: 0.02, momentum: 0.8 }],
    ["adam", { learningRate: 0.1, epsilon: 0 }],
  ])("%s", (method, options) => {
    const got = path({ method, ...options });
    expect(got.length).toBe(41);
    got.forEach((x, k) => {
      x.forEach((v, i) => {
        expect(v).toBeCloseTo(rules[method][k][i], 10);
      });
    });
  });
});

describe("against closed forms", () => {
  test("gradient descent on a quadratic: errors shrink by 1 − γλ along each eigenvector", () => {
    const d = [1, 4];
    const options = { method: "gradientDescent", learningRate: 0.2, tol: 0, maxIter: 30 } as const;
    const g = (x: number[]) => x.map((v, i) => d[i] * v);
    const { history } = minimize((x) => (x[0] ** 2 + 4 * x[1] ** 2) / 2, [3, -2], {
      ...options,
      grad: g,
    });
    history.forEach(({ x }, k) => {
      expect(x[0]).toBeCloseTo(3 * 0.8 ** k, 12);
      expect(x[1]).toBeCloseTo(-2 * 0.2 ** k, 12);
    });
  });

  test("momentum with a constant gradient approaches a step of γ/(1 − α)", () => {
    const options = { method: "momentum", learningRate: 0.1, momentum: 0.9, maxIter: 200 } as const;
    const { history } = minimize(([x]) => x, [0], { ...options, grad: () => [1] });
    history.slice(1).forEach(({ x }, k) => {
      expect(x[0] - history[k].x[0]).toBeCloseTo((-0.1 * (1 - 0.9 ** (k + 1))) / (1 - 0.9), 12);
    });
  });

  test("adagrad with a constant gradient takes steps of γ/√k, whatever the gradient's size", () => {
    for (const size of [1e-6, 1, 1e6]) {
      const options = {
        method: "adagrad",
        learningRate: 0.1,
        epsilon: 0,
        maxIter: 50,
        tol: 0,
      } as const;
      const { history } = minimize(([x]) => size * x, [0], { ...options, grad: () => [size] });
      history.slice(1).forEach(({ x }, k) => {
        expect(x[0] - history[k].x[0]).toBeCloseTo(-0.1 / Math.sqrt(k + 1), 12);
      });
    }
  });

  test("rmsprop with a constant gradient: γ/√(1 − ρᵏ)", () => {
    const options = {
      method: "rmsprop",
      learningRate: 0.1,
      decay: 0.8,
      epsilon: 0,
      maxIter: 50,
    } as const;
    const { history } = minimize(([x]) => 5 * x, [0], { ...options, grad: () => [5] });
    history.slice(1).forEach(({ x }, k) => {
      expect(x[0] - history[k].x[0]).toBeCloseTo(-0.1 / Math.sqrt(1 - 0.8 ** (k + 1)), 12);
    });
  });

  test("adam with a constant gradient takes steps of γ from the first on", () => {
    const options = { method: "adam", learningRate: 0.1, epsilon: 0, maxIter: 50 } as const;
    const { history } = minimize(([x]) => 5 * x, [0], { ...options, grad: () => [5] });
    history.forEach(({ x }, k) => {
      expect(x[0]).toBeCloseTo(-0.1 * k, 12);
    });
  });

  test("a coordinate without gradient stays, even with epsilon 0", () => {
    for (const method of ["adagrad", "rmsprop", "adam"] as const) {
      const options = { method, learningRate: 0.1, epsilon: 0, maxIter: 3 };
      expect(minimize(([x]) => x, [0, 7], { ...options, grad: () => [1, 0] }).x[1]).toBe(7);
    }
  });
});

test("a schedule gives the step of each iteration, and history shows it", () => {
  const learningRate = (k: number) => 0.05 / (k + 1);
  const options = { method: "gradientDescent", grad, learningRate, maxIter: 4 } as const;
  const { history } = minimize(f, [-3, -1], options);
  expect(history.map((h) => h.step)).toEqual([0, 0.05, 0.025, 0.05 / 3, 0.0125]);
});

test("nesterov and momentum beat plain gradient descent in a long valley", () => {
  const valley = ([a, b]: number[]) => (a * a + 100 * b * b) / 2;
  const g = ([a, b]: number[]) => [a, 100 * b];
  const nit = (method: "gradientDescent" | "momentum" | "nesterov") =>
    minimize(valley, [10, 1], { method, grad: g, learningRate: 0.01 }).nit;
  expect(nit("momentum")).toBeLessThan(nit("gradientDescent") / 3);
  expect(nit("nesterov")).toBeLessThan(nit("gradientDescent") / 3);
});
