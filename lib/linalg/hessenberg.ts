import { makeReflector } from "./householder";

/**
 * Reduces A (n×n, row-major, overwritten) to upper Hessenberg form H = Qᵀ·A·Q, zero below the first
 * subdiagonal, by n − 2 Householder mirrors applied from both sides (Golub & Van Loan 7.4.3). That is
 * as near to triangular as a similarity gets in finitely many steps.
 *
 * @returns Qᵀ in row-major storage.
 */
export function toHessenberg(a: Float64Array, n: number): Float64Array {
  const mirrors = new Float64Array(n * n); // row k: the vector that clears column k, from entry k + 1
  const tau = new Float64Array(n);
  const w = new Float64Array(n);
  for (let k = 0; k < n - 2; k++) {
    const o = k * n;
    for (let i = k + 1; i < n; i++) mirrors[o + i] = a[i * n + k];
    tau[k] = makeReflector(mirrors, o + k + 1, n - k - 1);
    a[(k + 1) * n + k] = mirrors[o + k + 1];
    for (let i = k + 2; i < n; i++) a[i * n + k] = 0;
    mirrors[o + k + 1] = 1;
    if (tau[k] === 0) continue;
    // From the left: w = vᵀ·A, row i loses τ·vᵢ·w.
    w.fill(0, k + 1);
    for (let i = k + 1; i < n; i++) {
      const v = mirrors[o + i];
      for (let j = k + 1; j < n; j++) w[j] += v * a[i * n + j];
    }
    for (let i = k + 1; i < n; i++) {
      const v = tau[k] * mirrors[o + i];
      for (let j = k + 1; j < n; j++) a[i * n + j] -= v * w[j];
    }
    // From the right: row i loses τ·(row·v)·vᵀ.
    for (let i = 0; i < n; i++) mirrorRow(a, i * n, mirrors, o, k + 1, n, tau[k]);
  }
  const qt = new Float64Array(n * n);
  for (let i = 0; i < n; i++) qt[i * n + i] = 1;
  // Qᵀ = Hₙ₋₂⋯H₁, so Q = H₁⋯: from the last mirror back, each touches only the trailing block.
  for (let k = n - 3; k >= 0; k--) {
    for (let i = k + 1; i < n; i++) mirrorRow(qt, i * n, mirrors, k * n, k + 1, n, tau[k]);
  }
  return qt;
}

/** x ← x − τ·(xᵀv)·v on entries from … n − 1 of a row of `a` and a row of `mirrors`. */
function mirrorRow(
  a: Float64Array,
  row: number,
  mirrors: Float64Array,
  v: number,
  from: number,
  n: number,
  tau: number,
): void {
  let sum = 0;
  for (let j = from; j < n; j++) sum += a[row + j] * mirrors[v + j];
  sum *= tau;
  for (let j = from; j < n; j++) a[row + j] -= sum * mirrors[v + j];
}
