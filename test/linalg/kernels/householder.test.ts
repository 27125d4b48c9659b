import { describe, expect, test } from "vitest";
import {
  formQ,
  makeReflector,
  reflect,
  safeNorm,
  triangularize,
} from "../../../lib/linalg/kernels/householder";
import { distance, flip, orthogonalityError, randomMatrix, times } from "../helpers";

describe("safeNorm", () => {
  test("in range and at its ends", () => {
    expect(safeNorm(Float64Array.of(9, 3, 4, 9), 1, 2)).toBe(5);
    expect(safeNorm(Float64Array.of(3e200, 4e200), 0, 2) / 1e200).toBeCloseTo(5, 14);
    expect(safeNorm(Float64Array.of(3e-200, 4e-200), 0, 2) / 1e-200).toBeCloseTo(5, 14);
    expect(safeNorm(Float64Array.of(0, 0), 0, 2)).toBe(0);
    expect(safeNorm(Float64Array.of(), 0, 0)).toBe(0);
  });
});

describe("makeReflector", () => {
  for (const x of [
    [3, 4],
    [-3, 4, 12],
    [0, 2, 0],
    [1e-200, 1e-200],
    [1e200, -1e200, 1e150],
    [1, 1e-170],
    [1e-310, -2e-310, 3e-310],
    [0, 5e-324],
  ]) {
    test(`takes (${x}) to β·e₁`, () => {
      const v = Float64Array.of(7, ...x);
      const tau = makeReflector(v, 1, x.length);
      const beta = v[1];
      expect(v[0]).toBe(7);
      expect(Math.abs(Math.abs(beta) - Math.hypot(...x))).toBeLessThanOrEqual(
        Math.max(4e-16 * Math.abs(beta), 1e-323),
      );
      const y = Float64Array.from(x);
      reflect(v, 1, x.length, tau, y, 0, x.length, 1);
      expect(Math.abs(y[0] - beta)).toBeLessThanOrEqual(Math.max(4e-16 * Math.abs(beta), 1e-323));
      expect(Math.max(...y.subarray(1).map(Math.abs))).toBeLessThanOrEqual(
        Math.max(1e-15 * Math.abs(beta), 1e-323),
      );
      // H is orthogonal: τ·‖v‖² = 2.
      const square = 1 + v.subarray(2).reduce((sum, t) => sum + t * t, 0);
      expect(tau * square).toBeCloseTo(2, 14);
    });
  }

  test("nothing to do", () => {
    const v = Float64Array.of(-5, 0, 0);
    expect(makeReflector(v, 0, 3)).toBe(0);
    expect(Array.from(v)).toEqual([-5, 0, 0]);
    expect(makeReflector(v, 0, 1)).toBe(0);
  });
});

test("reflect treats vectors alike, alone or in fours", () => {
  const v = Float64Array.of(1, 0.5, -2);
  const tau = 2 / (1 + 0.25 + 4);
  const columns = randomMatrix(7, 3);
  const y = Float64Array.from(columns.flat());
  reflect(v, 0, 3, tau, y, 0, 3, 7);
  columns.forEach((x, c) => {
    const f = tau * (x[0] + 0.5 * x[1] - 2 * x[2]);
    const want = [x[0] - f, x[1] - f * 0.5, x[2] + 2 * f];
    expect(distance(Array.from(y.subarray(3 * c, 3 * c + 3)), want)).toBeLessThan(1e-15);
  });
});

test("formQ gives the product of the mirrors, with more columns than mirrors and fewer", () => {
  const [m, n] = [9, 4];
  const A = randomMatrix(m, n);
  const a = Float64Array.from(flip(A).flat());
  const tau = new Float64Array(n);
  triangularize(a, m, n, tau);
  for (const columns of [4, 6, 9]) {
    const q = new Float64Array(m * columns);
    q.set(a);
    formQ(q, m, columns, n, tau);
    const Qt = Array.from({ length: columns }, (_, j) =>
      Array.from(q.subarray(j * m, (j + 1) * m)),
    );
    expect(orthogonalityError(flip(Qt))).toBeLessThan(1e-15);
    const R = times(Qt, A);
    for (let i = 0; i < columns; i++) {
      for (let j = 0; j < Math.min(i, n); j++) expect(Math.abs(R[i][j])).toBeLessThan(1e-14);
      for (let j = i; j < n; j++) expect(R[i][j]).toBeCloseTo(a[j * m + i], 13);
    }
  }
});
