import { expect, test } from "vitest";
import { factorCholesky } from "../../../lib/linalg/kernels/cholesky";
import { distance, flip, randomMatrix, times } from "../helpers";

test("of any order; the upper triangle is left alone", () => {
  for (const n of [1, 31, 32, 33, 70]) {
    const M = randomMatrix(n, n, n);
    const A = times(M, flip(M)).map((row, i) => row.map((x, j) => (i === j ? x + 1 : x)));
    const a = Float64Array.from(A.flat());
    expect(factorCholesky(a, n)).toBe(0);
    const L = A.map((row, i) => row.map((_, j) => (j <= i ? a[i * n + j] : 0)));
    expect(distance(times(L, flip(L)), A)).toBeLessThan(1e-13 * n * n);
    if (n > 1) expect(a[n - 1]).toBe(A[0][n - 1]);
  }
});

test("the first pivot that is not positive is left where it stood", () => {
  const a = Float64Array.of(1, 2, 2, 1);
  expect(factorCholesky(a, 2)).toBe(2);
  expect(a[3]).toBe(-3);
});
