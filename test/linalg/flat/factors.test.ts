import { describe, expect, test } from "vitest";
import { LinAlgError } from "../../../lib/core";
import * as linalg from "../../../lib/linalg";
import * as flat from "../../../lib/linalg/flat";
import {
  diagonal,
  distance,
  flip,
  forEachEngine,
  orthogonalityError,
  randomMatrix,
  randomSymmetric,
  times,
} from "../helpers";

const SHAPES = [
  [1, 1],
  [4, 4],
  [9, 4],
  [4, 9],
  [40, 21],
  [21, 40],
];

/** Runs f on a packed copy of A and asserts that the copy is left as it was. */
function untouched<T>(A: number[][], f: (A: flat.Dense) => T): T {
  const packed = flat.fromRows(A);
  const result = f(packed);
  expect(flat.unpack(packed)).toEqual(A);
  return result;
}

forEachEngine("factorisations in flat storage", () => {
  for (const [m, n] of SHAPES) {
    const A = randomMatrix(m, n, m + n);
    test(`svd ${m}×${n}: A = U·diag(s)·Vt, as the public one, with and without overwriting`, () => {
      const { U, s, Vt } = untouched(A, (a) => flat.svd(a));
      const [u, vt] = [flat.unpack(U), flat.unpack(Vt)];
      const S = diagonal(Array.from(s));
      expect(distance(times(times(u, S), vt), A)).toBeLessThan(1e-13);
      expect(linalg.svd(A)).toEqual({ U: u, s: Array.from(s), Vt: vt });
      const full = untouched(A, (a) => flat.svd(a, { fullMatrices: true }));
      expect([full.U.cols, full.Vt.rows]).toEqual([m, n]);
      expect(orthogonalityError(flat.unpack(full.U))).toBeLessThan(1e-13);
      expect(orthogonalityError(flip(flat.unpack(full.Vt)))).toBeLessThan(1e-13);
      const values = untouched(A, (a) => flat.singularValues(a));
      expect(distance(Array.from(values), Array.from(s))).toBeLessThan(1e-13);
    });

    test(`qr ${m}×${n}: A = Q·R, reduced and complete`, () => {
      for (const complete of [false, true]) {
        const { Q, R } = untouched(A, (a) => flat.qr(a, { complete }));
        const [q, r] = [flat.unpack(Q), flat.unpack(R)];
        const k = complete ? m : Math.min(m, n);
        expect([Q.cols, R.rows]).toEqual([k, k]);
        expect(distance(times(q, r), A)).toBeLessThan(1e-13);
        expect(orthogonalityError(q)).toBeLessThan(1e-13);
        r.forEach((row, i) => {
          expect(row[i] ?? 0).toBeGreaterThanOrEqual(0);
          expect(row.slice(0, i).every((x) => x === 0)).toBe(true);
        });
      }
    });
  }

  test("eigh: A·V = V·Λ, ascending; the upper triangle is not read", () => {
    for (const n of [1, 2, 7, 30]) {
      const A = randomSymmetric(n, n);
      const { values, vectors } = untouched(A, (a) => flat.eigh(a));
      const V = flat.unpack(vectors);
      expect(distance(times(A, V), times(V, diagonal(Array.from(values))))).toBeLessThan(1e-13);
      const lower = A.map((row, i) => row.map((x, j) => (j <= i ? x : 99)));
      expect(flat.eigh(flat.fromRows(lower))).toEqual({ values, vectors });
      const over = flat.eigh(flat.fromRows(A), { overwrite: true });
      expect(over).toEqual({ values, vectors });
    }
  });

  describe("cholesky", () => {
    const P = randomSymmetric(30, 3).map((row, i) => row.map((x, j) => (i === j ? x + 40 : x)));

    test("A = L·Lᵀ with zeros above; the upper triangle is not read", () => {
      const L = flat.unpack(untouched(P, (a) => flat.cholesky(a)));
      expect(distance(times(L, flip(L)), P)).toBeLessThan(1e-13);
      expect(L.every((row, i) => row.slice(i + 1).every((x) => x === 0))).toBe(true);
      const lower = P.map((row, i) => row.map((x, j) => (j <= i ? x : 99)));
      expect(flat.unpack(flat.cholesky(flat.fromRows(lower)))).toEqual(L);
    });

    test("says which pivot failed, and for whom", () => {
      const A = [
        [4, 2, 0],
        [2, 1, 3],
        [0, 3, -5],
      ];
      expect(() => flat.cholesky(flat.fromRows(A))).toThrow(
        new LinAlgError("cholesky: A must be positive definite, pivot 2 is 0 to working precision"),
      );
      const last = A.map((row, i) => row.map((x, j) => (i + j === 2 && i === 1 ? 13 : x)));
      expect(() => flat.cholesky(flat.fromRows(last), "gmm: covariance 2")).toThrow(
        "gmm: covariance 2: A must be positive definite, pivot 3 is -5.75",
      );
    });
  });

  test("solve and solveTriangular", () => {
    for (const [n, r] of [
      [1, 1],
      [6, 1],
      [6, 9],
      [40, 13],
    ]) {
      const A = randomMatrix(n, n, n).map((row, i) => row.map((x, j) => (i === j ? x + 9 : x)));
      const B = randomMatrix(n, r, 2);
      const X = untouched(A, (a) => untouched(B, (b) => flat.solve(a, b)));
      expect(distance(times(A, flat.unpack(X)), B)).toBeLessThan(1e-13);
      for (const lower of [true, false]) {
        for (const transpose of [false, true]) {
          const T = A.map((row, i) => row.map((x, j) => ((lower ? j <= i : j >= i) ? x : 0)));
          const b = flat.fromRows(B);
          const Y = flat.solveTriangular(flat.fromRows(A), b, { lower, transpose });
          expect(flat.unpack(b)).toEqual(B);
          expect(distance(times(transpose ? flip(T) : T, flat.unpack(Y)), B)).toBeLessThan(1e-13);
          const over = flat.solveTriangular(flat.fromRows(A), b, {
            lower,
            transpose,
            overwrite: true,
          });
          expect(over.data).toBe(b.data);
          expect(over).toEqual(Y);
        }
      }
    }
    const zero = flat.dense(2, 2);
    expect(() => flat.solve(zero, zero, "gp")).toThrow(LinAlgError);
    expect(() => flat.solve(zero, zero, "gp")).toThrow("gp: A is singular, pivot 1 is 0");
    zero.data[0] = 1;
    expect(() => flat.solveTriangular(zero, zero)).toThrow(
      new LinAlgError("solveTriangular: T is singular, entry 2 of its diagonal is 0"),
    );
  });

  test("transpose", () => {
    const A = randomMatrix(5, 3, 1);
    expect(flat.unpack(flat.transpose(flat.fromRows(A)))).toEqual(flip(A));
  });

  test("empty matrices", () => {
    expect(flat.svd(flat.dense(0, 2), { fullMatrices: true })).toEqual({
      U: flat.dense(0, 0),
      s: new Float64Array(0),
      Vt: flat.fromRows(linalg.eye(2)),
    });
    expect(flat.singularValues(flat.dense(2, 0)).length).toBe(0);
    expect(flat.qr(flat.dense(2, 0)).R).toEqual(flat.dense(0, 0));
    expect(flat.eigh(flat.dense(0, 0)).values.length).toBe(0);
    expect(flat.cholesky(flat.dense(0, 0))).toEqual(flat.dense(0, 0));
    expect(flat.solve(flat.dense(0, 0), flat.dense(0, 0))).toEqual(flat.dense(0, 0));
  });
});
