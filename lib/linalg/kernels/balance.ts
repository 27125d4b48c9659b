/**
 * Balances A in place: a diagonal similarity D⁻¹·A·D, with powers of two so that nothing is rounded,
 * that makes the lengths of row i and column i alike (Osborne 1960; Golub & Van Loan 7.5.7). The
 * eigenvalues stay, and they are computed more accurately from a matrix of smaller norm.
 *
 * Lengths are Euclidean and the diagonal counts: otherwise some matrices whose entries fade away from
 * the diagonal are made worse (James, Langou & Lowery 2014, On matrix balancing and eigenvector
 * computation).
 *
 * @returns The diagonal of D.
 */
export function balance(a: Float64Array, n: number): Float64Array {
  const d = new Float64Array(n).fill(1);
  for (let changed = true; changed; ) {
    changed = false;
    for (let i = 0; i < n; i++) {
      let row = 0;
      let column = 0;
      for (let j = 0; j < n; j++) {
        row += a[i * n + j] ** 2;
        column += a[j * n + i] ** 2;
      }
      if (row === 0 || column === 0) continue;
      const f = 2 ** Math.round(Math.log2(row / column) / 4);
      const before = Math.sqrt(row) + Math.sqrt(column);
      if (Math.sqrt(column) * f + Math.sqrt(row) / f >= 0.95 * before) continue;
      changed = true;
      d[i] *= f;
      for (let j = 0; j < n; j++) a[i * n + j] /= f;
      for (let j = 0; j < n; j++) a[j * n + i] *= f;
    }
  }
  return d;
}
