import { describe, expect, test } from "vitest";
import { rng } from "../../../lib/core";
import { root } from "../../../lib/optimize";

const { abs, exp } = Math;

describe("scales", () => {
  const circle = ([x, y]: number[]) => [x * x + y * y - 4, y - x * x];
  const y = (Math.sqrt(17) - 1) / 2;
  const solution = [Math.sqrt(y), y];

  test.each([
    [1, 1],
    [1e-12, 1e-12],
    [1e12, 1e12],
    [1e-300, 1e-300],
    [1e290, 1e290],
    [1e-15, 1e15],
    [1e200, 1e-200],
  ])("equations weighed by %d and %d have the same root", (a, b) => {
    const F = (x: number[]) => [a * circle(x)[0], b * circle(x)[1]];
    const got = root(F, [1, 1]);
    expect(got.converged, got.message).toBe(true);
    expect(got.nit).toBeGreaterThan(2);
    got.x.forEach((v, i) => {
      expect(abs(v - solution[i])).toBeLessThan(1e-9);
    });
  });

  test("variables on scales far apart", () => {
    const jac = ([u, v]: number[]) => [
      [2e-16 * u, 2e16 * v],
      [-2e-16 * u, 1e8],
    ];
    const F = ([u, v]: number[]) => circle([u / 1e8, v * 1e8]);
    const got = root(F, [1e8, 1e-8], { jac });
    expect(got.converged).toBe(true);
    expect(got.x[0] / 1e8).toBeCloseTo(solution[0], 9);
    expect(got.x[1] * 1e8).toBeCloseTo(solution[1], 9);
  });

  test("random systems of random scale: converged means near the root", () => {
    const g = rng(5);
    for (let t = 0; t < 40; t++) {
      const at = g.normal(0, 1, 3);
      const weight = g.uniform(-12, 12, 3).map((e) => 10 ** e);
      const F = (x: number[]) =>
        x.map((v, i) => weight[i] * (v ** 3 - at[i] ** 3 + x[(i + 1) % 3] - at[(i + 1) % 3]));
      const { converged, x } = root(F, g.normal(0, 2, 3));
      if (!converged) continue;
      x.forEach((v, i) => {
        expect(abs(v - at[i])).toBeLessThan(1e-6);
      });
    }
  });
});

describe("ends that are no root", () => {
  test.each<[string, (x: number[]) => number[], number[]]>([
    ["fading out", ([x]) => [1 / x], [1]],
    ["fading out fast", ([x]) => [exp(-x)], [0]],
    ["fading out from far", ([x]) => [1 / x], [1e11]],
    ["two equations that exclude each other", ([x, y]) => [x + y - 1, x + y - 2], [0, 0]],
    ["the same, small", ([x, y]) => [1e-12 * (x + y - 1), 1e-12 * (x + y - 2)], [0, 0]],
    ["a least value above 0", ([x, y]) => [x * x + 1e-7, y], [1, 1]],
  ])("%s", (_, F, x0) => {
    expect(root(F, x0).converged).toBe(false);
  });
});

test.each([2, 3, 5])("a root of order %d is closed in on", (order) => {
  const { converged, x } = root((v: number) => (v - 1) ** order, 3, { method: "newton" });
  expect(converged).toBe(true);
  expect(abs(x - 1)).toBeLessThan(0.01);
});

test("a start at the root, also where the Jacobian vanishes", () => {
  expect(root(([x]) => [x * x], [0])).toMatchObject({ converged: true, nit: 0, message: "F is 0" });
  expect(root(([x, y]) => [x - 1, y * y], [1, 0]).converged).toBe(true);
});
