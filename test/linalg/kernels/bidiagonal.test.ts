import { expect, test } from "vitest";
import { bidiagonalize } from "../../../lib/linalg/kernels/bidiagonal";
import { flip, randomMatrix, times } from "../helpers";

test("bidiagonalisation keeps the Frobenius norm and the trace of (AᵀA)²", () => {
  for (const [m, n] of [
    [1, 1],
    [5, 1],
    [4, 4],
    [9, 5],
  ]) {
    const A = randomMatrix(m, n, m);
    const d = new Float64Array(n);
    const e = new Float64Array(n);
    bidiagonalize(Float64Array.from(flip(A).flat()), m, n, d, e);
    const B = Array.from({ length: n }, (_, i) =>
      Array.from({ length: n }, (_, j) => (i === j ? d[i] : j === i + 1 ? e[i] : 0)),
    );
    for (const power of [1, 2]) {
      const trace = (M: number[][]) => {
        const G = times(flip(M), M);
        return (power === 1 ? G : times(G, G)).reduce((sum, row, i) => sum + row[i], 0);
      };
      expect(trace(B) / trace(A)).toBeCloseTo(1, 13);
    }
  }
});
