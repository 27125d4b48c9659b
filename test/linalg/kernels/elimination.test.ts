import { expect, test } from "vitest";
import { eliminate } from "../../../lib/linalg/kernels/elimination";
import { distance, flip, randomMatrix, times } from "../helpers";

test("P·L·U = A, tall, wide and square", () => {
  for (const [m, n] of [
    [1, 1],
    [5, 3],
    [3, 5],
    [33, 33],
    [70, 65],
    [65, 70],
  ]) {
    const A = randomMatrix(m, n, m + n);
    const k = Math.min(m, n);
    const a = Float64Array.from(flip(A).flat());
    const pivots = new Int32Array(k);
    eliminate(a, m, n, pivots);
    const L = A.map((_, i) =>
      Array.from({ length: k }, (_, j) => (i === j ? 1 : j < i ? a[j * m + i] : 0)),
    );
    const U = Array.from({ length: k }, (_, i) =>
      Array.from({ length: n }, (_, j) => (j >= i ? a[j * m + i] : 0)),
    );
    const rows = A.map((row) => row);
    pivots.forEach((p, i) => {
      [rows[i], rows[p - 1]] = [rows[p - 1], rows[i]];
    });
    expect(distance(times(L, U), rows)).toBeLessThan(1e-13 * k);
    expect(L.flat().every((x) => Math.abs(x) <= 1)).toBe(true);
  }
});

test("a column of zeros has no pivot", () => {
  const a = Float64Array.of(0, 0, 1, 2);
  const pivots = new Int32Array(2);
  eliminate(a, 2, 2, pivots);
  expect([Array.from(pivots), a[0], a[3]]).toEqual([[1, 2], 0, 2]);
});
