import { expect, test } from "vitest";
import { golubKahan, type Vectors } from "../../../lib/linalg/kernels/golubKahan";
import { distance, flip, orthogonalityError, randomMatrix, times } from "../helpers";

const rows = (a: Float64Array, m: number, n: number) =>
  Array.from({ length: m }, (_, i) => Array.from(a.subarray(i * n, (i + 1) * n)));

for (const [m, n] of [
  [1, 1],
  [6, 6],
  [9, 4],
  [4, 9],
]) {
  for (const job of ["none", "reduced", "full"] as Vectors[]) {
    test(`${m}×${n}, ${job}`, () => {
      const A = randomMatrix(m, n, m + n);
      const k = Math.min(m, n);
      const columns = job === "full" ? m : k;
      const height = job === "full" ? n : k;
      const s = new Float64Array(k);
      const u = new Float64Array(m * columns);
      const vt = new Float64Array(height * n);
      golubKahan(job, Float64Array.from(A.flat()), m, n, s, u, vt);
      const squares = A.flat().reduce((sum, x) => sum + x * x, 0);
      expect(s.reduce((sum, x) => sum + x * x, 0) / squares).toBeCloseTo(1, 13);
      if (job === "none") {
        expect([...u, ...vt].every((x) => x === 0)).toBe(true);
        return;
      }
      const [U, Vt] = [rows(u, m, columns), rows(vt, height, n)];
      expect(orthogonalityError(U)).toBeLessThan(1e-14);
      expect(orthogonalityError(flip(Vt))).toBeLessThan(1e-14);
      const US = U.map((row) => row.slice(0, k).map((x, j) => x * s[j]));
      expect(distance(times(US, Vt.slice(0, k)), A)).toBeLessThan(1e-14);
    });
  }
}
