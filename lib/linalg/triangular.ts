/**
 * Substitution: systems whose matrix is triangular are solved one unknown at a time, n² operations
 * for each right-hand side (Golub & Van Loan 3.1). All storage is row-major; X holds the r right-hand
 * sides as columns (n×r) and is overwritten by the solutions.
 */

/** X ← L⁻¹·X for lower triangular L (n×n); with `unit`, its diagonal is taken as ones. */
export function forwardSubstitute(
  L: Float64Array,
  n: number,
  X: Float64Array,
  r: number,
  unit: boolean,
): void {
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) {
      const l = L[i * n + k];
      if (l !== 0) for (let j = 0; j < r; j++) X[i * r + j] -= l * X[k * r + j];
    }
    if (!unit) for (let j = 0; j < r; j++) X[i * r + j] /= L[i * n + i];
  }
}

/** X ← U⁻¹·X for upper triangular U (n×n), from the last unknown up. */
export function backSubstitute(U: Float64Array, n: number, X: Float64Array, r: number): void {
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) {
      const u = U[i * n + k];
      if (u !== 0) for (let j = 0; j < r; j++) X[i * r + j] -= u * X[k * r + j];
    }
    for (let j = 0; j < r; j++) X[i * r + j] /= U[i * n + i];
  }
}
