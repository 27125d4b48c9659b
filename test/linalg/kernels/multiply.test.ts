import fc from "fast-check";
import { expect, test } from "vitest";
import { multiply } from "../../../lib/linalg/kernels/multiply";
import { distance, flip, randomMatrix, times } from "../helpers";

test("C = A·B for all shapes and either layout of B, whatever C held before", () => {
  const size = fc.integer({ min: 1, max: 13 });
  fc.assert(
    fc.property(size, size, size, fc.boolean(), (m, n, k, isTransposed) => {
      const [A, B] = [randomMatrix(m, k, m), randomMatrix(k, n, n)];
      const b = isTransposed ? flip(B) : B;
      const c = new Float64Array(m * n + 3).fill(7);
      const data = [A, b].map((M) => Float64Array.from(M.flat()));
      multiply(m, n, k, data[0], data[1], c, isTransposed);
      expect(distance(Array.from(c.subarray(0, m * n)), times(A, B).flat())).toBeLessThan(1e-13);
      expect(Array.from(c.subarray(m * n))).toEqual([7, 7, 7]);
    }),
  );
});
