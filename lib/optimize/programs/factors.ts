import { Elimination, type Factors } from "./elimination";
import type { Sparse } from "./sparse";

/**
 * Factorises the basis whose columns are `columns[members[p]]`: singletons first, then the nucleus that
 * is left, which in linear programs is small. Rows are numbered 0 … m − 1.
 */
export function factorise(columns: Sparse, members: Int32Array): Factors {
  const elimination = new Elimination(columns, members);
  elimination.singletons();
  return elimination.finish(elimination.nucleus());
}

/** Solves L·U·w = a in place: a is indexed by rows, and the result, by positions, is put into `w`. */
export function solveForward(F: Factors, a: Float64Array, w: Float64Array): void {
  const { pivotRow, pivotAt, diagonal, lower, lowerSteps, upper } = F;
  for (let s = 0; s < lowerSteps.length; s++) {
    const k = lowerSteps[s];
    const v = a[pivotRow[k]];
    if (v === 0) continue;
    for (let t = lower.start[k]; t < lower.start[k + 1]; t++)
      a[lower.index[t]] -= lower.value[t] * v;
  }
  for (let k = pivotRow.length - 1; k >= 0; k--) {
    const r = pivotRow[k];
    if (a[r] === 0) {
      w[pivotAt[k]] = 0;
      continue;
    }
    const v = a[r] / diagonal[k];
    w[pivotAt[k]] = v;
    for (let t = upper.start[k]; t < upper.start[k + 1]; t++)
      a[upper.index[t]] -= upper.value[t] * v;
  }
}

/** Solves (L·U)ᵀy = c: c is indexed by positions, y by rows; `work` has room for m numbers. */
export function solveBackward(
  F: Factors,
  c: Float64Array,
  y: Float64Array,
  work: Float64Array,
): void {
  const { pivotRow, pivotAt, diagonal, lower, lowerSteps, upperRows } = F;
  const m = pivotRow.length;
  for (let k = 0; k < m; k++) work[k] = c[pivotAt[k]];
  for (let k = 0; k < m; k++) {
    const r = pivotRow[k];
    if (work[k] === 0) {
      y[r] = 0;
      continue;
    }
    const v = work[k] / diagonal[k];
    y[r] = v;
    const end = upperRows.start[r + 1];
    for (let t = upperRows.start[r]; t < end; t++)
      work[upperRows.index[t]] -= upperRows.value[t] * v;
  }
  for (let s = lowerSteps.length - 1; s >= 0; s--) {
    const k = lowerSteps[s];
    let sum = y[pivotRow[k]];
    for (let t = lower.start[k]; t < lower.start[k + 1]; t++)
      sum -= lower.value[t] * y[lower.index[t]];
    y[pivotRow[k]] = sum;
  }
}
