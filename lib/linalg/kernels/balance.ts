/** The Euclidean norm of x[start], x[start + step], … (n entries), safe from overflow and underflow. */
function stridedNorm(x: Float64Array, start: number, step: number, n: number): number {
  let largest = 0;
  for (let i = 0, p = start; i < n; i++, p += step) largest = Math.max(largest, Math.abs(x[p]));
  if (largest === 0) return 0;
  let sum = 0;
  for (let i = 0, p = start; i < n; i++, p += step) sum += (x[p] / largest) ** 2;
  return largest * Math.sqrt(sum);
}

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
      const row = stridedNorm(a, i * n, 1, n);
      const column = stridedNorm(a, i, n, n);
      if (row === 0 || column === 0) continue;
      const f = 2 ** Math.round((Math.log2(row) - Math.log2(column)) / 2);
      if (column * f + row / f >= 0.95 * (row + column)) continue;
      changed = true;
      d[i] *= f;
      for (let j = 0; j < n; j++) a[i * n + j] /= f;
      for (let j = 0; j < n; j++) a[j * n + i] *= f;
    }
  }
  return d;
}
