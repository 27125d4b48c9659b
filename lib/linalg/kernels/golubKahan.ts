import { borrow, giveBack } from "../storage/scratch";
import { bidiagonalize } from "./bidiagonal";
import { diagonalizeBidiagonal } from "./bidiagonalQR";
import { formQ } from "./householder";
import { ascending } from "./order";
import { RotationQueue } from "./rotation";
import { scaleBy, scaleToUnit } from "./scaling";
import { transposeInto } from "./transpose";

/** Which singular vectors are wanted: none, min(m, n) of either kind, or all. */
export type Vectors = "none" | "reduced" | "full";

/**
 * The SVD of A, column-major m×n with m ≥ n and overwritten: bidiagonalisation, QR sweeps, then values
 * made positive and put in descending order. ut and vt receive the vectors one after the other,
 * `columns` left ones and n right ones.
 */
function decomposeTall(
  a: Float64Array,
  m: number,
  n: number,
  columns: number,
  s: Float64Array,
  ut: Float64Array,
  vt: Float64Array,
): void {
  const d = borrow(n);
  const e = borrow(n);
  const { tauLeft, right, tauRight } = bidiagonalize(a, m, n, d, e);
  if (columns === 0) {
    diagonalizeBidiagonal(d, e, n);
    for (let j = 0; j < n; j++) s[j] = Math.abs(d[j]);
    s.subarray(0, n).sort().reverse();
    giveBack(d, e, tauLeft, right, tauRight);
    return;
  }
  // U from the mirrors of the left; V likewise, but for its first row and column, those of I. Both
  // by rows, so that the rotations run along them.
  const u = borrow(m * columns);
  ut.set(a.subarray(0, m * n));
  formQ(ut, m, columns, n, tauLeft);
  transposeInto(ut, columns, m, u);
  const v = borrow(n * n);
  formQ(right, n - 1, n - 1, n - 1, tauRight);
  v.fill(0, 0, n * n);
  v[0] = 1;
  for (let j = 1; j < n; j++) {
    for (let i = 1, q = (j - 1) * (n - 1); i < n; i++) v[i * n + j] = right[q++];
  }
  diagonalizeBidiagonal(d, e, n, new RotationQueue(u, m, n, columns), new RotationQueue(v, n, n));
  for (let j = 0; j < n; j++) e[j] = -Math.abs(d[j]);
  const order = ascending(e, n);
  for (let j = 0; j < columns; j++) {
    for (let i = 0, p = order[j] ?? j, q = j * m; i < m; i++, p += columns) ut[q++] = u[p];
  }
  for (let j = 0; j < n; j++) {
    const sign = d[order[j]] < 0 ? -1 : 1;
    s[j] = Math.abs(d[order[j]]);
    for (let i = 0, p = order[j], q = j * n; i < n; i++, p += n) vt[q++] = sign * v[p];
  }
  giveBack(u, v, d, e, tauLeft, right, tauRight);
}

/**
 * The SVD of row-major A (m×n), overwritten, by Golub and Kahan's method (Golub & Van Loan 8.6): s
 * receives the singular values, descending; u (m×columns) and vt (rows×n) the singular vectors,
 * row-major. A matrix wider than it is tall is done as its transpose.
 */
export function golubKahan(
  job: Vectors,
  a: Float64Array,
  m: number,
  n: number,
  s: Float64Array,
  u: Float64Array,
  vt: Float64Array,
): void {
  const long = Math.max(m, n);
  const short = Math.min(m, n);
  const columns = job === "none" ? 0 : job === "full" ? long : short;
  const t = borrow(short * (m >= n ? m : short));
  const unit = scaleToUnit(a, m * n);
  if (m >= n) {
    transposeInto(a, m, n, t);
    const ut = borrow(m * columns);
    decomposeTall(t, m, n, columns, s, ut, vt);
    transposeInto(ut, columns, m, u);
    giveBack(ut);
  } else {
    // Aᵀ = V·Σ·Uᵀ, and the rows of A are the columns of Aᵀ.
    decomposeTall(a, n, m, columns, s, vt, t);
    if (job !== "none") transposeInto(t, m, m, u);
  }
  scaleBy(unit, s, short);
  giveBack(t);
}
