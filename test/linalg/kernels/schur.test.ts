import { expect, test } from "vitest";
import { realSchur } from "../../../lib/linalg/kernels/schur";
import { distance, flip, orthogonalityError, randomMatrix, times } from "../helpers";

const rows = (a: Float64Array, n: number) =>
  Array.from({ length: n }, (_, i) => Array.from(a.subarray(i * n, (i + 1) * n)));

for (const n of [1, 2, 3, 4, 5, 12, 45]) {
  test(`Schur form of a random matrix (n = ${n})`, () => {
    const A = randomMatrix(n, n, n);
    const t = Float64Array.from(A.flat());
    const q = new Float64Array(n * n);
    realSchur(t, n, q);
    const [T, Q] = [rows(t, n), rows(q, n)];
    expect(orthogonalityError(Q)).toBeLessThan(1e-14 * n);
    expect(distance(times(times(Q, T), flip(Q)), A)).toBeLessThan(2e-14 * n);
    for (let i = 0; i < n; i++) {
      expect(T[i].slice(0, Math.max(i - 1, 0)).every((x) => x === 0)).toBe(true);
      // A block below the diagonal is 2×2, and its eigenvalues are complex.
      if (i === 0 || T[i][i - 1] === 0) continue;
      expect(i + 1 === n || T[i + 1][i] === 0).toBe(true);
      const [a, b, c, d] = [T[i - 1][i - 1], T[i - 1][i], T[i][i - 1], T[i][i]];
      expect(((a - d) / 2) ** 2 + b * c).toBeLessThan(0);
    }
  });
}

test("the standard shifts repeat themselves on a permutation", () => {
  const n = 6;
  const A = Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (_, j) => +(j === (i + 1) % n)),
  );
  const t = Float64Array.from(A.flat());
  const q = new Float64Array(n * n);
  realSchur(t, n, q);
  expect(distance(times(times(rows(q, n), rows(t, n)), flip(rows(q, n))), A)).toBeLessThan(1e-14);
});
