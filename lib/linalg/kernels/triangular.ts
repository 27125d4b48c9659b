import { addProduct, rowMajor } from "./multiply";

/**
 * Substitution: systems whose matrix is triangular are solved one unknown at a time, n² operations
 * for each right-hand side (Golub & Van Loan 3.1). Storage is column-major; T is n×n with columns ldt
 * apart, from t[at], and X is n×r with columns ldx apart, from x[start], overwritten by the solutions.
 *
 * Each unknown, once known, is taken out of all equations at once: x loses xₖ times column k of T.
 * With many right-hand sides, BLOCK unknowns are taken out together, which is a matrix product.
 */
const BLOCK = 32;

/** Below this many right-hand sides a product does not pay. */
const MANY = 8;

/** X ← L⁻¹·X for lower triangular L with ones on its diagonal (which is not read). */
export function forwardSubstitute(
  t: Float64Array,
  at: number,
  ldt: number,
  n: number,
  x: Float64Array,
  start: number,
  ldx: number,
  r: number,
): void {
  const block = r < MANY ? n : BLOCK;
  for (let from = 0; from < n; from += block) {
    const to = Math.min(from + block, n);
    for (let c = 0; c < r; c++) {
      const o = start + c * ldx;
      for (let k = from; k < to; k++) {
        const known = x[o + k];
        if (known === 0) continue;
        for (let i = k + 1, p = at + k * ldt + i; i < to; i++, p++) x[o + i] -= known * t[p];
      }
    }
    if (to < n) {
      subtractKnown(
        t,
        at + from * ldt + to,
        ldt,
        n - to,
        x,
        start + from,
        start + to,
        ldx,
        r,
        to - from,
      );
    }
  }
}

/** X ← U⁻¹·X for upper triangular U, from the last unknown up. */
export function backSubstitute(
  t: Float64Array,
  at: number,
  ldt: number,
  n: number,
  x: Float64Array,
  start: number,
  ldx: number,
  r: number,
): void {
  const block = r < MANY ? n : BLOCK;
  for (let to = n; to > 0; to -= block) {
    const from = Math.max(to - block, 0);
    for (let c = 0; c < r; c++) {
      const o = start + c * ldx;
      for (let k = to - 1; k >= from; k--) {
        const column = at + k * ldt;
        if (x[o + k] === 0) continue;
        const known = x[o + k] / t[column + k];
        x[o + k] = known;
        for (let i = from, p = column + from; i < k; i++, p++) x[o + i] -= known * t[p];
      }
    }
    if (from > 0)
      subtractKnown(t, at + from * ldt, ldt, from, x, start + from, start, ldx, r, to - from);
  }
}

/** Takes `width` unknowns (rows from x[known]) out of `count` equations (rows from x[open]). */
function subtractKnown(
  t: Float64Array,
  at: number,
  ldt: number,
  count: number,
  x: Float64Array,
  known: number,
  open: number,
  ldx: number,
  r: number,
  width: number,
): void {
  addProduct(
    -1,
    r,
    count,
    width,
    rowMajor(x, ldx, known),
    rowMajor(t, ldt, at),
    rowMajor(x, ldx, open),
  );
}
