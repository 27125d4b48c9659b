import fc from "fast-check";
import { expect, test } from "vitest";
import { addProduct, rowMajor, transposed } from "../../../lib/linalg/kernels/multiply";
import { distance, flip, randomMatrix, times } from "../helpers";

const side = fc.integer({ min: 1, max: 13 });

test("C ± A·B in the middle of larger buffers, B by rows or by columns", () => {
  fc.assert(
    fc.property(side, side, side, fc.boolean(), fc.boolean(), (m, n, k, minus, byColumns) => {
      const [A, B, C] = [randomMatrix(m, k, 1), randomMatrix(k, n, 2), randomMatrix(m, n, 3)];
      const [lda, ldb, ldc] = [k + 3, (byColumns ? k : n) + 1, n + 2];
      const place = (M: number[][], ld: number, start: number) => {
        const data = new Float64Array(start + (M.length + 1) * ld).fill(99);
        M.forEach((row, i) => {
          data.set(row, start + i * ld);
        });
        return rowMajor(data, ld, start);
      };
      const b = place(byColumns ? flip(B) : B, ldb, 2);
      const c = place(C, ldc, 5);
      addProduct(minus ? -1 : 1, m, n, k, place(A, lda, 4), byColumns ? transposed(b) : b, c);
      const product = times(A, B);
      const want = C.map((row, i) => row.map((x, j) => x + (minus ? -1 : 1) * product[i][j]));
      const got = C.map((_, i) => Array.from(c.data.subarray(5 + i * ldc, 5 + i * ldc + n)));
      expect(distance(got, want)).toBeLessThan(1e-13);
      // Nothing else was touched.
      const others = Array.from(c.data).filter((_, p) => p < 5 || (p - 5) % ldc >= n);
      expect(new Set(others)).toEqual(new Set([99]));
    }),
    { numRuns: 200 },
  );
});

test("nothing to add", () => {
  const c = Float64Array.of(1, 2);
  addProduct(1, 1, 2, 0, rowMajor(c, 0), rowMajor(c, 2), rowMajor(c, 2));
  addProduct(1, 0, 2, 1, rowMajor(c, 1), rowMajor(c, 2), rowMajor(c, 2));
  expect(Array.from(c)).toEqual([1, 2]);
});
