/**
 * Balances A in place: a diagonal similarity D⁻¹·A·D, with powers of two so that nothing is rounded,
 * that makes the norms of row i and column i alike (Osborne 1960; Golub & Van Loan 7.5.7). The
 * eigenvalues stay, and they are computed more accurately from a matrix of smaller norm.
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
        if (j === i) continue;
        row += Math.abs(a[i * n + j]);
        column += Math.abs(a[j * n + i]);
      }
      if (row === 0 || column === 0) continue;
      const f = 2 ** Math.round(Math.log2(row / column) / 2);
      if (column * f + row / f >= 0.95 * (column + row)) continue;
      changed = true;
      d[i] *= f;
      for (let j = 0; j < n; j++) a[i * n + j] /= f;
      for (let j = 0; j < n; j++) a[j * n + i] *= f;
    }
  }
  return d;
}
