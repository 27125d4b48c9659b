import { expect, test } from "vitest";
import { francisStep, sweepTwoRows } from "../../../lib/linalg/kernels/francis";
import { toHessenberg } from "../../../lib/linalg/kernels/hessenberg";
import { distance, flip, orthogonalityError, randomMatrix, times } from "../helpers";

const rows = (a: Float64Array, n: number) =>
  Array.from({ length: n }, (_, i) => Array.from(a.subarray(i * n, (i + 1) * n)));

test("a step is an orthogonal similarity that keeps the Hessenberg form", () => {
  for (const [n, lo, hi] of [
    [6, 0, 5],
    [7, 2, 5],
  ]) {
    const h = Float64Array.from(randomMatrix(n, n, n).flat());
    toHessenberg(h, n, new Float64Array(n * n));
    if (lo > 0) h[lo * n + lo - 1] = 0;
    if (hi < n - 1) h[(hi + 1) * n + hi] = 0;
    const H = rows(h, n);
    for (const exceptional of [false, true]) {
      const g = Float64Array.from(H.flat());
      const q = new Float64Array(n * n);
      for (let i = 0; i < n; i++) q[i * n + i] = 1;
      const mirrors = new Float64Array(3 * n);
      francisStep(g, n, lo, hi, exceptional, mirrors);
      for (let i = 0; i < lo; i++) sweepTwoRows(g, i * n, i * n, lo, hi, mirrors);
      for (let i = 0; i < n; i++) sweepTwoRows(q, i * n, i * n, lo, hi, mirrors);
      const [G, Q] = [rows(g, n), rows(q, n)];
      expect(orthogonalityError(Q)).toBeLessThan(1e-14);
      expect(distance(times(times(Q, G), flip(Q)), H)).toBeLessThan(1e-13);
      for (let i = 2; i < n; i++) expect(G[i].slice(0, i - 1).every((x) => x === 0)).toBe(true);
    }
  }
});
