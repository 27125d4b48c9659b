import fc from "fast-check";
import { expect, test } from "vitest";
import { backSubstitute, forwardSubstitute } from "../../../lib/linalg/kernels/triangular";
import { distance, flip, randomMatrix, times } from "../helpers";

const columnMajor = (M: number[][]) => Float64Array.from(flip(M).flat());

test("forward and back substitution, for one right-hand side and for many", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 80 }), fc.constantFrom(1, 3, 8, 11), (n, r) => {
      // Diagonally dominant, so that the solution is known to full precision.
      const M = randomMatrix(n, n, n).map((row, i) =>
        row.map((x, j) => (i === j ? 3 + Math.abs(x) : x / n)),
      );
      const X = randomMatrix(n, r, r);
      const L = M.map((row, i) => row.map((x, j) => (j < i ? x : j === i ? 1 : 0)));
      const U = M.map((row, i) => row.map((x, j) => (j >= i ? x : 0)));
      const t = columnMajor(M);
      const lower = columnMajor(times(L, X));
      forwardSubstitute(t, n, lower, r);
      expect(distance(Array.from(lower), flip(X).flat())).toBeLessThan(1e-13);
      const upper = columnMajor(times(U, X));
      backSubstitute(t, n, upper, r);
      expect(distance(Array.from(upper), flip(X).flat())).toBeLessThan(1e-13);
    }),
    { numRuns: 60 },
  );
});
