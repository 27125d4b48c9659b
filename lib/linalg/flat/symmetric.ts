import type { ReadonlyMatrix } from "../../core";
import type { Dense } from "../storage/dense";
import { pack } from "../storage/pack";

/** Largest difference between aᵢⱼ and aⱼᵢ, relative to the largest entry, that passes as rounding. */
const TOLERANCE = 1e-10;

/** Side of the square tiles in which a matrix is compared with its transpose, to stay in the cache. */
const TILE = 32;

/**
 * Checks that A is square and symmetric, and copies it in row-major order. Differences within 1e-10 of
 * the largest entry pass, since a product such as B·M·Bᵀ is symmetric only up to rounding.
 *
 * @throws RangeError that names the pair of entries that differ.
 */
export function packSymmetric(caller: string, A: ReadonlyMatrix, name = "A"): Dense {
  const packed = pack(caller, name, A, { square: true });
  const { data: a, rows: n } = packed;
  let largest = 0;
  let difference = 0;
  for (let i0 = 0; i0 < n; i0 += TILE) {
    const iEnd = Math.min(i0 + TILE, n);
    for (let j0 = 0; j0 <= i0; j0 += TILE) {
      for (let i = i0; i < iEnd; i++) {
        const jEnd = Math.min(j0 + TILE, i + 1);
        for (let j = j0, p = i * n + j0, q = j0 * n + i; j < jEnd; j++, p++, q += n) {
          const x = a[p];
          const y = a[q];
          largest = Math.max(largest, Math.abs(x), Math.abs(y));
          difference = Math.max(difference, Math.abs(x - y));
        }
      }
    }
  }
  if (difference > TOLERANCE * largest) {
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < i; j++) {
        if (Math.abs(A[i][j] - A[j][i]) <= TOLERANCE * largest) continue;
        throw new RangeError(
          `${caller}: ${name} must be symmetric, ${name}[${i}][${j}] is ${A[i][j]} and ${name}[${j}][${i}] is ${A[j][i]}`,
        );
      }
    }
  }
  return packed;
}
