import { expect, test } from "vitest";
import { diagonalizeTridiagonal, tridiagonalize } from "../../../lib/linalg/kernels/tridiagonal";
import { distance, flip, orthogonalityError, randomSymmetric, times } from "../helpers";

const rows = (a: Float64Array, n: number) =>
  Array.from({ length: n }, (_, i) => Array.from(a.subarray(i * n, (i + 1) * n)));

for (const n of [1, 2, 3, 4, 9, 40]) {
  test(`T = QᵀAQ is tridiagonal, then diagonal (n = ${n})`, () => {
    const A = randomSymmetric(n, n);
    const a = Float64Array.from(A.flat());
    const d = new Float64Array(n);
    const e = new Float64Array(n);
    tridiagonalize(a, n, d, e);
    const Q = rows(a, n);
    expect(orthogonalityError(Q)).toBeLessThan(1e-14 * n);
    const T = Array.from({ length: n }, (_, i) =>
      Array.from({ length: n }, (_, j) =>
        i === j ? d[i] : Math.abs(i - j) === 1 ? e[Math.min(i, j)] : 0,
      ),
    );
    expect(distance(times(times(flip(Q), A), Q), T)).toBeLessThan(1e-14 * n);
    diagonalizeTridiagonal(d, e, a, n);
    const V = rows(a, n);
    expect(orthogonalityError(V)).toBeLessThan(2e-14 * n);
    const L = T.map((_, i) => T.map((_, j) => (i === j ? d[i] : 0)));
    expect(distance(times(A, V), times(V, L))).toBeLessThan(2e-14 * n);
  });
}

test("only the lower triangle is read", () => {
  const A = randomSymmetric(6, 1);
  const [d, e] = [new Float64Array(6), new Float64Array(6)];
  const [f, g] = [new Float64Array(6), new Float64Array(6)];
  tridiagonalize(Float64Array.from(A.flat()), 6, d, e);
  const lower = A.map((row, i) => row.map((x, j) => (j <= i ? x : 77)));
  tridiagonalize(Float64Array.from(lower.flat()), 6, f, g);
  expect([f, g]).toEqual([d, e]);
});
