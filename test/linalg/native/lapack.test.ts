import { describe, expect, test } from "vitest";
import { gemm, getrf } from "../../../lib/linalg/native/lapack";
import { distance, ENGINES, randomMatrix, times } from "../helpers";

/** The bindings beyond what the tests of the operations see: layouts, sizes, threads. */
describe.runIf(ENGINES.includes("lapack"))("lapack", () => {
  test("gemm is row-major, on one thread and on several", () => {
    for (const [m, n, k] of [
      [2, 3, 4],
      [70, 65, 68],
      [260, 255, 258],
    ]) {
      const [A, B] = [randomMatrix(m, k, 1), randomMatrix(k, n, 2)];
      const c = new Float64Array(m * n);
      gemm(m, n, k, Float64Array.from(A.flat()), Float64Array.from(B.flat()), c);
      expect(distance(Array.from(c), times(A, B).flat())).toBeLessThan(1e-12);
    }
  });

  test("getrf counts rows from 1, as LAPACK does", () => {
    const pivots = new Int32Array(2);
    const a = Float64Array.of(1, 4, 2, 4);
    getrf(a, 2, 2, pivots);
    expect(Array.from(pivots)).toEqual([2, 2]);
    expect(Array.from(a)).toEqual([4, 0.25, 4, 1]);
  });

  test("a factorisation large enough for recursion on several threads fits the stack", () => {
    const n = 600;
    const A = randomMatrix(n, n, 3);
    const a = Float64Array.from(A.flat());
    getrf(a, n, n, new Int32Array(n));
    expect(a.every(Number.isFinite)).toBe(true);
  });
});
