import { expect, test } from "vitest";
import { schurVectors } from "../../../lib/linalg/kernels/schurVectors";

/** Largest entry of T·x − λ·x relative to x, for row k of X (and k + 1 as its imaginary part). */
function residual(T: number[][], x: Float64Array, k: number, re: number, im: number): number {
  const n = T.length;
  const a = Array.from(x.subarray(k * n, (k + 1) * n));
  const b = im === 0 ? a.map(() => 0) : Array.from(x.subarray((k + 1) * n, (k + 2) * n));
  const size = Math.max(...a.map(Math.abs), ...b.map(Math.abs));
  let worst = 0;
  T.forEach((row, i) => {
    const [p, q] = [a, b].map((v) => row.reduce((sum, t, j) => sum + t * v[j], 0));
    worst = Math.max(
      worst,
      Math.abs(p - re * a[i] + im * b[i]),
      Math.abs(q - re * b[i] - im * a[i]),
    );
  });
  return worst / size;
}

test("vectors of real and complex eigenvalues of a quasi-triangular matrix", () => {
  const T = [
    [1, 2, 3, 4, 5],
    [0, 2, -1, 1, 2],
    [0, 4, 2, 3, 1],
    [0, 0, 0, 5, -2],
    [0, 0, 0, 8, 5],
  ];
  const wr = Float64Array.of(1, 2, 2, 5, 5);
  const wi = Float64Array.of(0, 2, -2, 4, -4);
  const x = new Float64Array(25);
  schurVectors(Float64Array.from(T.flat()), 5, wr, wi, x);
  expect(residual(T, x, 0, 1, 0)).toBe(0);
  expect(residual(T, x, 1, 2, 2)).toBeLessThan(1e-15);
  expect(residual(T, x, 3, 5, 4)).toBeLessThan(1e-14);
});

test("a Jordan block: parallel vectors", () => {
  const x = new Float64Array(4);
  schurVectors(Float64Array.of(3, 1, 0, 3), 2, Float64Array.of(3, 3), new Float64Array(2), x);
  expect(Math.abs(x[3] / x[2])).toBeLessThan(1e-15);
});

test("vectors that would overflow are scaled", () => {
  const n = 40;
  const T = Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (_, j) => (i === j ? 1 + i * 1e-12 : j > i ? 1 : 0)),
  );
  const wr = Float64Array.from(T, (row, i) => row[i]);
  const x = new Float64Array(n * n);
  schurVectors(Float64Array.from(T.flat()), n, wr, new Float64Array(n), x);
  expect(x.every(Number.isFinite)).toBe(true);
  for (let k = 0; k < n; k++) expect(residual(T, x, k, wr[k], 0)).toBeLessThan(1e-12);
});
