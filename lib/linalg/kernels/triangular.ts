/**
 * Substitution: systems whose matrix is triangular are solved one unknown at a time, n² operations for
 * each right-hand side (Golub & Van Loan 3.1). T is n×n and column-major, X holds r right-hand sides one
 * after the other, overwritten by the solutions. Each unknown, once known, is taken out of all equations
 * at once: x loses xₖ times column k of T.
 */

/** X ← L⁻¹·X for lower triangular L with ones on its diagonal (which is not read). */
export function forwardSubstitute(t: Float64Array, n: number, x: Float64Array, r: number): void {
  for (let o = 0; o < r * n; o += n) {
    for (let k = 0; k < n; k++) {
      const known = x[o + k];
      if (known === 0) continue;
      for (let i = k + 1, p = k * n + i; i < n; i++, p++) x[o + i] -= known * t[p];
    }
  }
}

/** X ← U⁻¹·X for upper triangular U, from the last unknown up. */
export function backSubstitute(t: Float64Array, n: number, x: Float64Array, r: number): void {
  for (let o = 0; o < r * n; o += n) {
    for (let k = n - 1; k >= 0; k--) {
      if (x[o + k] === 0) continue;
      const known = x[o + k] / t[k * n + k];
      x[o + k] = known;
      for (let i = 0, p = k * n; i < k; i++, p++) x[o + i] -= known * t[p];
    }
  }
}
