import { type ReadonlyMatrix, requireMatrix } from "../core";
import { release } from "./flat";
import { factorLU } from "./flat/lu";
import { tame } from "./kernels/scaling";
import { packTransposed } from "./storage/pack";

/**
 * The trace Σ aᵢᵢ of a square matrix, A: n×n: the sum of its eigenvalues (MML 4.1). O(n).
 *
 * @param A - n×n.
 * @returns A number.
 * @throws RangeError if A is not square.
 * @example
 * linalg.trace([[1, 2], [3, 4]]) // => 5
 */
export function trace(A: ReadonlyMatrix): number {
  requireMatrix("trace", "A", A, { square: true });
  return A.reduce((sum, row, i) => sum + row[i], 0);
}

/** The pivots of A, whose product is ±det A, and that sign: −1 for every swap of two rows. */
function pivotsOf(caller: string, A: ReadonlyMatrix) {
  const packed = packTransposed(caller, "A", A, { square: true });
  const unit = tame(packed.data, packed.rows * packed.cols);
  const swaps = factorLU(packed);
  let sign = 1;
  const pivots = Array.from(swaps, (row, i) => {
    if (row !== i + 1) sign = -sign;
    return packed.data[i * (packed.rows + 1)];
  });
  release(packed);
  return { sign, pivots, unit };
}

/**
 * The determinant of a square matrix: the signed volume of the box that its columns span (MML 4.1).
 *
 * By elimination: det A = ± Π uᵢᵢ, with a sign change for every swap of rows. The product is kept as
 * a number near 1 times a power of two, so it overflows or underflows only if det A itself does.
 * Costs 2n³/3 operations. The determinant of the empty matrix is 1.
 *
 * @param A - n×n.
 * @returns A number.
 * @throws RangeError if A is not square.
 * @example
 * linalg.det([[1, 2], [3, 4]]) // => -2
 * linalg.det([[1e-200, 0, 0], [0, 1e-200, 0], [0, 0, 1e300]]) // => 1e-100
 */
export function det(A: ReadonlyMatrix): number {
  const { sign, pivots, unit } = pivotsOf("det", A);
  let mantissa = sign;
  let exponent = pivots.length * Math.log2(unit);
  for (const pivot of pivots) {
    if (pivot === 0) return 0;
    const e = Math.floor(Math.log2(Math.abs(pivot)));
    const half = Math.trunc(e / 2); // in two steps, for 2^e itself may overflow
    mantissa *= pivot / 2 ** half / 2 ** (e - half);
    exponent += e;
    if (Math.abs(mantissa) >= 2 ** 500) {
      mantissa *= 2 ** -500;
      exponent += 500;
    }
  }
  while (exponent > 500) {
    mantissa *= 2 ** 500;
    exponent -= 500;
  }
  while (exponent < -500 && mantissa !== 0) {
    mantissa *= 2 ** -500;
    exponent += 500;
  }
  return mantissa * 2 ** exponent;
}

/**
 * Sign and logarithm of the size of a determinant: det A = sign·e^logabsdet, for determinants beyond
 * the range of floating point, such as that of a large covariance matrix in a log-likelihood.
 *
 * A: n×n. By elimination, as `det`: about 2n³/3 operations. See MML 4.1.
 *
 * @param A - n×n.
 * @returns `sign` 1, −1 or 0, and `logabsdet`, −∞ where the determinant is 0.
 * @throws RangeError if A is not square.
 * @example
 * linalg.slogdet([[0, 1], [1, 0]]) // => { sign: -1, logabsdet: 0 }
 */
export function slogdet(A: ReadonlyMatrix): { sign: number; logabsdet: number } {
  const { sign, pivots, unit } = pivotsOf("slogdet", A);
  let s = sign;
  let logabsdet = pivots.length * Math.log(unit);
  for (const pivot of pivots) {
    if (pivot === 0) return { sign: 0, logabsdet: -Infinity };
    if (pivot < 0) s = -s;
    logabsdet += Math.log(Math.abs(pivot));
  }
  return { sign: s, logabsdet };
}
