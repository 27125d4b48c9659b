import { describe, expect, test } from "vitest";
import { fromRows, unpack, unpackVector } from "../../../lib/linalg/flat";
import { gemm, gemv, syrk, trsm } from "../../../lib/linalg/native/blas";
import { dense } from "../../../lib/linalg/storage/dense";
import { distance, ENGINES, flip, randomMatrix, times } from "../helpers";

/** The bindings on row-major matrices of unequal sides, on one thread and on several. */
describe.runIf(ENGINES.includes("lapack"))("blas", () => {
  test("gemm, with either factor transposed", () => {
    for (const [m, n, k] of [
      [2, 3, 4],
      [70, 65, 68],
      [260, 255, 258],
    ]) {
      const [A, B] = [randomMatrix(m, k, 1), randomMatrix(k, n, 2)];
      const want = times(A, B);
      for (const ta of [false, true]) {
        for (const tb of [false, true]) {
          const C = dense(m, n);
          gemm(fromRows(ta ? flip(A) : A), fromRows(tb ? flip(B) : B), C, ta, tb);
          expect(distance(unpack(C), want)).toBeLessThan(1e-12);
        }
      }
    }
  });

  test("gemv, A and Aᵀ", () => {
    const A = randomMatrix(5, 3, 1);
    const [x, y] = [
      [1, -2, 3],
      [1, 2, 3, 4, 5],
    ];
    const [ax, aty] = [new Float64Array(5), new Float64Array(3)];
    gemv(fromRows(A), Float64Array.from(x), ax, false);
    gemv(fromRows(A), Float64Array.from(y), aty, true);
    expect(distance([unpackVector(ax)], flip(times(A, flip([x]))))).toBeLessThan(1e-14);
    expect(distance([unpackVector(aty)], times([y], A))).toBeLessThan(1e-14);
  });

  test("syrk fills the lower triangle only", () => {
    const A = randomMatrix(4, 3, 1);
    for (const [isTransposed, want] of [
      [false, times(flip(A), A)],
      [true, times(A, flip(A))],
    ] as const) {
      const n = want.length;
      const C = { data: new Float64Array(n * n).fill(7), rows: n, cols: n };
      syrk(fromRows(A), C, isTransposed);
      const expected = want.map((row, i) => row.map((x, j) => (j <= i ? x : 7)));
      expect(distance(unpack(C), expected)).toBeLessThan(1e-14);
    }
  });

  test("trsm, lower and upper, as is and transposed", () => {
    const T = randomMatrix(6, 6, 1).map((row, i) => row.map((x, j) => (i === j ? 5 : x)));
    const B = randomMatrix(6, 4, 2);
    for (const lower of [true, false]) {
      const part = T.map((row, i) => row.map((x, j) => (lower === j <= i || i === j ? x : 0)));
      for (const transpose of [false, true]) {
        const X = fromRows(B);
        trsm(fromRows(T), X, lower, transpose);
        const back = times(transpose ? flip(part) : part, unpack(X));
        expect(distance(back, B)).toBeLessThan(1e-13);
      }
    }
  });
});
