import type { Dense } from "../storage/dense";
import { run } from "./threads";

/** The routines of BLAS that we use, on row-major matrices. */

const ROW_MAJOR = 101;
const AS_IS = 111;
const TRANSPOSED = 112;
const LOWER = 122;
const UPPER = 121;
const NON_UNIT = 131;
const LEFT = 141;

const flag = (isTransposed: boolean) => (isTransposed ? TRANSPOSED : AS_IS);

/** C ← A·B, with A or B transposed where the flags say so; k is the length of the sums. */
export function gemm(A: Dense, B: Dense, C: Dense, ta = false, tb = false): void {
  const { rows: m, cols: n } = C;
  const k = ta ? A.rows : A.cols;
  run(
    "product",
    m * n * k,
    "cblas_dgemm",
    ROW_MAJOR,
    flag(ta),
    flag(tb),
    m,
    n,
    k,
    1,
    A.data,
    A.cols,
    B.data,
    B.cols,
    0,
    C.data,
    n,
  );
}

/** y ← A·x, or Aᵀ·x. */
export function gemv(A: Dense, x: Float64Array, y: Float64Array, isTransposed: boolean): void {
  const { data, rows: m, cols: n } = A;
  const trans = flag(isTransposed);
  run("product", m * n, "cblas_dgemv", ROW_MAJOR, trans, m, n, 1, data, n, x, 1, 0, y, 1);
}

/** The lower triangle of C ← AᵀA, or AAᵀ with `isTransposed`. */
export function syrk(A: Dense, C: Dense, isTransposed: boolean): void {
  const n = C.cols;
  const k = isTransposed ? A.cols : A.rows;
  const trans = flag(!isTransposed);
  const work = (n * n * k) / 2;
  run(
    "product",
    work,
    "cblas_dsyrk",
    ROW_MAJOR,
    LOWER,
    trans,
    n,
    k,
    1,
    A.data,
    A.cols,
    0,
    C.data,
    n,
  );
}

/** X ← T⁻¹·X, or T⁻ᵀ·X, for triangular T. */
export function trsm(T: Dense, X: Dense, isLower: boolean, isTransposed: boolean): void {
  const { rows: n, cols: r } = X;
  run(
    "product",
    (n * n * r) / 2,
    "cblas_dtrsm",
    ROW_MAJOR,
    LEFT,
    isLower ? LOWER : UPPER,
    flag(isTransposed),
    NON_UNIT,
    n,
    r,
    1,
    T.data,
    n,
    X.data,
    r,
  );
}
