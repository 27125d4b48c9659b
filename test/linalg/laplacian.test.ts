import { describe, expect, test } from "vitest";
import { rng } from "../../lib/core";
import { eigh, laplacian, matvec } from "../../lib/linalg";

/** A random symmetric matrix of weights ≥ 0, about half of them 0. */
const weights = (n: number, seed: number) => {
  const random = rng(seed);
  const W = Array.from({ length: n }, () => Array.from({ length: n }, () => 0));
  for (let i = 0; i < n; i++)
    for (let j = 0; j < i; j++) W[i][j] = W[j][i] = Math.max(0, random.uniform(-1, 1));
  return W;
};

describe("laplacian", () => {
  test("is the sum of squares over edges", () => {
    const W = weights(9, 1);
    const x = rng(2).normal(0, 1, 9);
    const form = matvec(laplacian(W), x).reduce((sum, v, i) => sum + v * x[i], 0);
    let sum = 0;
    for (let i = 0; i < 9; i++) for (let j = 0; j < i; j++) sum += W[i][j] * (x[i] - x[j]) ** 2;
    expect(form).toBeCloseTo(sum, 12);
  });

  test("closed forms: a path, a star, a complete network", () => {
    const path = [0, 1, 2, 3].map((i) => [0, 1, 2, 3].map((j) => Number(Math.abs(i - j) === 1)));
    eigh(laplacian(path)).values.forEach((l, k) => {
      expect(l).toBeCloseTo(2 - 2 * Math.cos((Math.PI * k) / 4), 12);
    });
    const star = [0, 1, 2, 3].map((i) => [0, 1, 2, 3].map((j) => Number((i === 0) !== (j === 0))));
    eigh(laplacian(star)).values.forEach((l, k) => {
      expect(l).toBeCloseTo([0, 1, 1, 4][k], 12);
    });
    const full = [0, 1, 2].map((i) => [0, 1, 2].map((j) => Number(i !== j)));
    eigh(laplacian(full, { normalized: true })).values.forEach((l, k) => {
      expect(l).toBeCloseTo([0, 1.5, 1.5][k], 12);
    });
  });

  test("0 as often as there are pieces; normalised in [0, 2], a lone vertex being one", () => {
    const two = [
      [5, 1, 0, 0, 0],
      [1, 0, 0, 0, 0],
      [0, 0, 0, 3, 0],
      [0, 0, 3, 0, 0],
      [0, 0, 0, 0, 7],
    ];
    for (const normalized of [false, true]) {
      const { values } = eigh(laplacian(two, { normalized }));
      expect(values.filter((l) => Math.abs(l) < 1e-12)).toHaveLength(3);
    }
    const { values } = eigh(laplacian(weights(12, 3), { normalized: true }));
    expect(values[0]).toBeCloseTo(0, 12);
    expect(values[11]).toBeLessThanOrEqual(2);
    expect(laplacian(two)[0]).toEqual([1, -1, 0, 0, 0]);
    expect(Object.is(laplacian(two)[0][2], 0)).toBe(true);
  });

  test("objects to what is no network", () => {
    expect(() => laplacian([[0, 1], [2, 0]])).toThrow(/symmetric/); // biome-ignore format: a matrix
    expect(() => laplacian([[0, -1], [-1, 0]])).toThrow("W[0][1] is -1"); // biome-ignore format: a matrix
    expect(() => laplacian([[0]], { normalised: true } as object)).toThrow(/no "normalised"/);
  });
});
