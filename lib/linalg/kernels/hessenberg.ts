import { borrow, giveBack } from "../storage/scratch";
import { makeReflector } from "./householder";

/**
 * Reduces A (n×n, row-major, overwritten) to upper Hessenberg form H = Qᵀ·A·Q, zero below the first
 * subdiagonal, by n − 2 Householder mirrors applied from both sides (Golub & Van Loan 7.4.3). That is
 * as near to triangular as a similarity gets in finitely many steps. q (n×n) receives Q, row-major.
 */
export function toHessenberg(a: Float64Array, n: number, q: Float64Array): void {
  const mirrors = borrow(n * n); // row k: the vector that clears column k, from entry k + 1
  const tau = borrow(n);
  const w = borrow(n);
  for (let k = 0; k < n - 2; k++) {
    const v = k * n;
    for (let i = k + 1; i < n; i++) mirrors[v + i] = a[i * n + k];
    tau[k] = makeReflector(mirrors, v + k + 1, n - k - 1);
    a[(k + 1) * n + k] = mirrors[v + k + 1];
    for (let i = k + 2; i < n; i++) a[i * n + k] = 0;
    mirrors[v + k + 1] = 1;
    mirrorRows(a, n, k + 1, mirrors, v, tau[k], w);
    // From the right: each row loses τ·(row·v)·vᵀ.
    for (let i = 0; i < n && tau[k] !== 0; i++) {
      const row = i * n;
      let sum = 0;
      for (let j = k + 1; j < n; j++) sum += a[row + j] * mirrors[v + j];
      sum *= tau[k];
      for (let j = k + 1; j < n; j++) a[row + j] -= sum * mirrors[v + j];
    }
  }
  // Q = H₀·H₁⋯Hₙ₋₃: from the last mirror back, each touches only the trailing block.
  q.fill(0, 0, n * n);
  for (let i = 0; i < n; i++) q[i * n + i] = 1;
  for (let k = n - 3; k >= 0; k--) mirrorRows(q, n, k + 1, mirrors, k * n, tau[k], w);
  giveBack(mirrors, tau, w);
}

/**
 * A ← H·A on rows and columns from k on: row i loses τ·vᵢ·w with w = vᵀA. v stands in a row of
 * `mirrors`, at v + k, …; w is work space.
 */
export function mirrorRows(
  a: Float64Array,
  n: number,
  k: number,
  mirrors: Float64Array,
  v: number,
  tau: number,
  w: Float64Array,
): void {
  if (tau === 0) return;
  w.fill(0, k, n);
  for (let i = k; i < n; i++) {
    const x = tau * mirrors[v + i];
    for (let j = k, p = i * n + k; j < n; j++, p++) w[j] += x * a[p];
  }
  for (let i = k; i < n; i++) {
    const x = mirrors[v + i];
    for (let j = k, p = i * n + k; j < n; j++, p++) a[p] -= x * w[j];
  }
}
