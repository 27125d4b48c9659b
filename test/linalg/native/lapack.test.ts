import { describe, expect, test } from "vitest";
import { getrf } from "../../../lib/linalg/native/lapack";
import { ENGINES, randomMatrix } from "../helpers";

/** The bindings beyond what the tests of the operations see: layouts, sizes. */
describe.runIf(ENGINES.includes("lapack"))("lapack", () => {
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
