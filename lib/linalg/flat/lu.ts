import { eliminate } from "../kernels/elimination";
import { usesLapack } from "../native/engine";
import { getrf } from "../native/lapack";
import type { Dense } from "../storage/dense";

/**
 * LU with partial pivoting of A (m×n) given as its transpose T, whose place the factors take: U on and
 * below the diagonal of T, L above it (its own diagonal of ones is implied).
 *
 * @returns The swaps: row i of A was exchanged with row pivots[i] − 1 at step i.
 */
export function factorLU(T: Dense): Int32Array {
  const { data, rows: n, cols: m } = T;
  const pivots = new Int32Array(Math.min(m, n));
  (usesLapack("lu", pivots.length) ? getrf : eliminate)(data, m, n, pivots);
  return pivots;
}
