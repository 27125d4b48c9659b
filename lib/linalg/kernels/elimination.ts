/**
 * Gaussian elimination with partial pivoting on an m×n matrix in column-major storage, in place (Golub &
 * Van Loan, Matrix Computations, 3.4). For each column: find the largest entry on or below the diagonal,
 * swap its row into place (so that no multiplier exceeds 1 in size, which keeps rounding errors small),
 * and subtract multiples of it from the rows beneath. The multipliers are kept where the zeros would
 * stand: afterwards U is on and above the diagonal and L below it (its diagonal of ones is implied); at
 * step k, row k was swapped with row pivots[k] − 1.
 */
export function eliminate(a: Float64Array, m: number, n: number, pivots: Int32Array): void {
  for (let k = 0; k < Math.min(m, n); k++) {
    const column = k * m;
    let p = k;
    for (let i = k + 1; i < m; i++) if (Math.abs(a[column + i]) > Math.abs(a[column + p])) p = i;
    pivots[k] = p + 1;
    const pivot = a[column + p];
    if (pivot === 0) continue;
    if (p !== k) {
      for (let o = 0; o < n * m; o += m) {
        const x = a[o + k];
        a[o + k] = a[o + p];
        a[o + p] = x;
      }
    }
    for (let i = column + k + 1; i < column + m; i++) a[i] /= pivot;
    for (let o = column + m; o < n * m; o += m) subtractColumn(a, o, a[o + k], column, k + 1, m);
  }
}

/** Column `to` loses f times column `from`, in rows start … end − 1. */
function subtractColumn(
  a: Float64Array,
  to: number,
  f: number,
  from: number,
  start: number,
  end: number,
): void {
  if (f === 0) return;
  for (let i = start; i < end; i++) a[to + i] -= f * a[from + i];
}
