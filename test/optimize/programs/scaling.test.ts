import { describe, expect, test } from "vitest";
import { rng } from "../../../lib/core";
import { powerOfTwo } from "../../../lib/optimize/kernels/vectors";
import { meanSize, normaliser, scaling } from "../../../lib/optimize/programs/scaling";
import { compressRows, turned } from "../../../lib/optimize/programs/sparse";

describe("scaling", () => {
  test("powers of two, exactly; 1 where there is nothing to divide by", () => {
    expect([1, 3, 0.1, 1e9].map(powerOfTwo)).toEqual([1, 4, 0.125, 2 ** 30]);
    expect([0, Infinity].map(powerOfTwo)).toEqual([1, 1]);
  });

  test("the mean size of what is neither zero nor infinite, and what takes the largest to 1", () => {
    expect(meanSize([0, -1, 4], [Infinity, -Infinity, 16])).toBeCloseTo(4, 12);
    expect(meanSize([], [0, Infinity])).toBe(1);
    expect(normaliser([3, -9], [0.1])).toBe(1 / 8);
    expect(normaliser([], [0])).toBe(1);
  });

  test("takes rows and columns of 1e-8 … 1e8 to entries near 1", () => {
    const g = rng(3);
    const [m, n] = [12, 9];
    const [rows, cols] = [g.integers(-8, 9, m), g.integers(-8, 9, n)];
    const A = rows.map((r) => cols.map((c) => g.uniform(0.5, 2) * 10 ** (r + c)));
    const S = compressRows(A);
    const { r, s } = scaling(S, turned(S, n));
    for (let i = 0; i < m; i++) {
      for (let j = 0; j < n; j++) {
        const v = A[i][j] * r[i] * s[j];
        expect(v).toBeGreaterThan(0.05);
        expect(v).toBeLessThan(2);
      }
    }
    expect([...r, ...s].every((v) => Number.isInteger(Math.log2(v)))).toBe(true);
  });

  test("an entry that is next to nothing, empty rows and empty columns do not disturb it", () => {
    const S = compressRows([
      [1, 2, 0],
      [1e-200, 1, 0],
      [0, 0, 0],
    ]);
    const { r, s } = scaling(S, turned(S, 3));
    expect(r[2]).toBe(1);
    expect(s[2]).toBe(1);
    for (const v of [...r, ...s]) expect(Math.abs(Math.log2(v))).toBeLessThan(20);
  });
});
