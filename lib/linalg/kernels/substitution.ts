/**
 * X ← T⁻¹·X or T⁻ᵀ·X for row-major triangular T (n×n) and X (n×r): substitution, one unknown (a row of
 * X) at a time (Golub & Van Loan 3.1). T is read by rows in either case: without transposition an
 * unknown gathers the known ones, with it a known one is taken out of the rest.
 */
export function substituteRows(
  t: Float64Array,
  n: number,
  x: Float64Array,
  r: number,
  isLower: boolean,
  isTransposed: boolean,
): void {
  const isForward = isLower !== isTransposed;
  for (let step = 0; step < n; step++) {
    const i = isForward ? step : n - 1 - step;
    const from = isLower ? 0 : i + 1;
    const to = isLower ? i : n;
    const row = i * n;
    const o = i * r;
    const pivot = t[row + i];
    if (!isTransposed) {
      for (let k = from; k < to; k++) subtractRow(x, o, t[row + k], k * r, r);
    }
    for (let c = o; c < o + r; c++) x[c] /= pivot;
    if (isTransposed) {
      for (let k = from; k < to; k++) subtractRow(x, k * r, t[row + k], o, r);
    }
  }
}

/** The row of x at `to` loses f times the row at `from`. */
function subtractRow(x: Float64Array, to: number, f: number, from: number, r: number): void {
  if (f === 0) return;
  for (let c = 0; c < r; c++) x[to + c] -= f * x[from + c];
}
