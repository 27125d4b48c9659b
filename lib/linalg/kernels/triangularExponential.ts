/** Whether row-major A (n×n) is zero below the diagonal. */
export function isUpperTriangular(a: Float64Array, n: number): boolean {
  for (let i = 1; i < n; i++) {
    for (let p = i * n; p < i * n + i; p++) if (a[p] !== 0) return false;
  }
  return true;
}

/** (eᵃ − eᵇ)/(a − b) without cancellation: e^((a + b)/2)·sinh(h)/h with h = (a − b)/2. */
function dividedDifference(a: number, b: number): number {
  const h = (a - b) / 2;
  if (Math.abs(h) > 1) return (Math.exp(a) - Math.exp(b)) / (a - b);
  return Math.exp((a + b) / 2) * (h === 0 ? 1 : Math.sinh(h) / h);
}

/**
 * Replaces diagonal and superdiagonal of E ≈ e^(f·A), for upper triangular A, by their exact values
 * e^(f·aᵢᵢ) and f·aᵢ,ᵢ₊₁ times a divided difference of the exponential (Higham, Functions of Matrices,
 * (10.42)). Squaring loses their digits otherwise, where one eigenvalue is far below another.
 */
export function refineTriangular(a: Float64Array, f: number, e: Float64Array, n: number): void {
  for (let i = 0, p = 0; i < n; i++, p += n + 1) {
    const x = f * a[p];
    e[p] = Math.exp(x);
    if (i + 1 < n) e[p + 1] = f * a[p + 1] * dividedDifference(x, f * a[p + n + 1]);
  }
}
