import { expect, test } from "vitest";
import { toHessenberg } from "../../../lib/linalg/kernels/hessenberg";
import { distance, flip, orthogonalityError, randomMatrix, times } from "../helpers";

const rows = (a: Float64Array, n: number) =>
  Array.from({ length: n }, (_, i) => Array.from(a.subarray(i * n, (i + 1) * n)));

test("Hessenberg form: zero below the subdiagonal, similar to A", () => {
  for (const n of [1, 2, 3, 10, 33]) {
    const A = randomMatrix(n, n, n + 1);
    const h = Float64Array.from(A.flat());
    const q = new Float64Array(n * n);
    toHessenberg(h, n, q);
    const [H, Q] = [rows(h, n), rows(q, n)];
    expect(orthogonalityError(Q)).toBeLessThan(1e-14 * n);
    expect(distance(times(times(Q, H), flip(Q)), A)).toBeLessThan(1e-14 * n);
    H.forEach((row, i) => {
      expect(row.slice(0, Math.max(i - 1, 0)).every((x) => x === 0)).toBe(true);
    });
  }
});
