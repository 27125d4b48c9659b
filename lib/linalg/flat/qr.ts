import { formQ, triangularize } from "../kernels/householder";
import { negate } from "../kernels/signs";
import { transposeInto } from "../kernels/transpose";
import { usesLapack } from "../native/engine";
import { gelqf, orglq } from "../native/lapack";
import { blank, type Dense } from "../storage/dense";
import { borrow, giveBack } from "../storage/scratch";

/** The factors of `qr`: A = Q·R. */
export interface FlatQR {
  /** m×k with orthonormal columns, k = min(m, n); m×m if complete. */
  Q: Dense;
  /** k×n, upper triangular with a diagonal ≥ 0; m×n if complete. */
  R: Dense;
}

/** By LAPACK, all in place in row-major storage. */
function factorNatively(A: Dense, k: number, Q: Dense, R: Dense): void {
  const { rows: m, cols: n } = A;
  const a = borrow(m * n);
  a.set(A.data.subarray(0, m * n));
  const tau = borrow(k);
  gelqf(a, m, n, tau);
  for (let i = 0; i < k; i++) R.data.set(a.subarray(i * n + i, (i + 1) * n), i * n + i);
  if (Q.cols === n) Q.data.set(a.subarray(0, m * n));
  else for (let i = 0; i < m; i++) Q.data.set(a.subarray(i * n, i * n + k), i * Q.cols);
  orglq(Q.data, m, Q.cols, k, tau);
  giveBack(a, tau);
}

/** In TypeScript, by mirrors on columns: in transposed storage. */
function factorPlainly(A: Dense, k: number, Q: Dense, R: Dense): void {
  const { rows: m, cols: n } = A;
  const a = borrow(m * n);
  const q = borrow(m * Q.cols);
  const tau = borrow(k);
  transposeInto(A.data, m, n, a);
  triangularize(a, m, n, tau);
  for (let i = 0; i < k; i++) {
    for (let j = i; j < n; j++) R.data[i * n + j] = a[j * m + i];
  }
  q.set(a.subarray(0, m * k));
  formQ(q, m, Q.cols, k, tau);
  transposeInto(q, Q.cols, m, Q.data);
  giveBack(a, q, tau);
}

/** The QR factorisation A = Q·R, reduced or complete, with a diagonal of R that is not negative. */
export function qr(A: Dense, options: { complete?: boolean } = {}): FlatQR {
  const { rows: m, cols: n } = A;
  const k = Math.min(m, n);
  const columns = options.complete ? m : k;
  const Q = blank(m, columns);
  const R = blank(columns, n);
  R.data.fill(0);
  (usesLapack("qr", k) ? factorNatively : factorPlainly)(A, k, Q, R);
  for (let i = 0; i < k; i++) {
    if (R.data[i * n + i] >= 0) continue;
    negate(R.data, i * n + i, n - i);
    negate(Q.data, i, m, columns);
  }
  return { Q, R };
}
