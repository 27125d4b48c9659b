import { addProduct, rowMajor } from "./multiply";
import { forwardSubstitute } from "./triangular";

/** Columns eliminated together: then most of the work is a matrix product, which runs fastest. */
const BLOCK = 32;

/** Swaps rows i and p in columns from … to − 1. */
function swapRows(a: Float64Array, m: number, i: number, p: number, from: number, to: number) {
  if (i === p) return;
  for (let j = from; j < to; j++) {
    const x = a[j * m + i];
    a[j * m + i] = a[j * m + p];
    a[j * m + p] = x;
  }
}

/**
 * Gaussian elimination of the columns from … to − 1, right of which nothing is touched. For each
 * column: find the largest entry on or below the diagonal, swap its row into place (so that no
 * multiplier exceeds 1 in size, which keeps rounding errors small), and subtract multiples of it from
 * the rows beneath. The multipliers are kept where the zeros would stand.
 */
function eliminatePanel(
  a: Float64Array,
  m: number,
  from: number,
  to: number,
  pivots: Int32Array,
): void {
  for (let k = from; k < Math.min(to, m); k++) {
    const column = k * m;
    let p = k;
    let largest = Math.abs(a[column + k]);
    for (let i = k + 1; i < m; i++) {
      const size = Math.abs(a[column + i]);
      if (size > largest) {
        largest = size;
        p = i;
      }
    }
    pivots[k] = p + 1;
    if (largest === 0) continue;
    swapRows(a, m, k, p, from, to);
    const pivot = a[column + k];
    for (let i = k + 1; i < m; i++) a[column + i] /= pivot;
    for (let j = k + 1; j < to; j++) {
      const u = a[j * m + k];
      if (u === 0) continue;
      const shift = (j - k) * m;
      for (let p = column + k + 1; p < column + m; p++) a[p + shift] -= u * a[p];
    }
  }
}

/**
 * Gaussian elimination with partial pivoting on an m×n matrix in column-major storage, in place
 * (Golub & Van Loan, Matrix Computations, 3.4). Afterwards U is on and above the diagonal and L below
 * it (its diagonal of ones is implied); at step i, row i was swapped with row pivots[i] − 1.
 *
 * Columns are taken in blocks. Once a block A₁ = L₁U₁₁ is eliminated, the columns to its right get the
 * same swaps, their top rows become U₁₂ = L₁₁⁻¹A₁₂, and what remains is A₂₂ − L₂₁U₁₂.
 */
export function eliminate(a: Float64Array, m: number, n: number, pivots: Int32Array): void {
  const k = Math.min(m, n);
  for (let from = 0; from < k; from += BLOCK) {
    const to = Math.min(from + BLOCK, k);
    eliminatePanel(a, m, from, to === k ? n : to, pivots);
    for (let i = from; i < to; i++) swapRows(a, m, i, pivots[i] - 1, 0, from);
    if (to === k) break;
    for (let i = from; i < to; i++) swapRows(a, m, i, pivots[i] - 1, to, n);
    const width = to - from;
    forwardSubstitute(a, from * m + from, m, width, a, to * m + from, m, n - to);
    // By columns: column j of A₂₂ loses Σₗ uₗⱼ·(column l of L₂₁), the transposed product.
    addProduct(
      -1,
      n - to,
      m - to,
      width,
      rowMajor(a, m, to * m + from),
      rowMajor(a, m, from * m + to),
      rowMajor(a, m, to * m + to),
    );
  }
}
