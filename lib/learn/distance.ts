import type { Dense } from "../linalg/flat";

/**
 * The innermost loops of kernels, on flat row-major storage. Four running sums instead of one let the
 * processor add in parallel; each has its own `let`, since taking them out of an array halves the speed.
 */

/** The inner product of two rows of D entries, x starting at `p` and z at `q`. */
export function innerProduct(
  x: Float64Array,
  p: number,
  z: Float64Array,
  q: number,
  D: number,
): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let j = 0;
  for (; j + 3 < D; j += 4) {
    s0 += x[p + j] * z[q + j];
    s1 += x[p + j + 1] * z[q + j + 1];
    s2 += x[p + j + 2] * z[q + j + 2];
    s3 += x[p + j + 3] * z[q + j + 3];
  }
  for (; j < D; j++) s0 += x[p + j] * z[q + j];
  return s0 + s1 + (s2 + s3);
}

/** Squared Euclidean distance between two rows of D entries, x starting at `p` and z at `q`. */
export function squaredDistance(
  x: Float64Array,
  p: number,
  z: Float64Array,
  q: number,
  D: number,
): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let j = 0;
  for (; j + 3 < D; j += 4) {
    const d0 = x[p + j] - z[q + j];
    const d1 = x[p + j + 1] - z[q + j + 1];
    const d2 = x[p + j + 2] - z[q + j + 2];
    const d3 = x[p + j + 3] - z[q + j + 3];
    s0 += d0 * d0;
    s1 += d1 * d1;
    s2 += d2 * d2;
    s3 += d3 * d3;
  }
  for (; j < D; j++) {
    const d = x[p + j] - z[q + j];
    s0 += d * d;
  }
  return s0 + s1 + (s2 + s3);
}

/** |x|² of each row of X. */
export function squaredLengths({ data: x, rows: N, cols: D }: Dense): Float64Array {
  const square = new Float64Array(N);
  for (let n = 0, p = 0; n < N; n++, p += D) square[n] = innerProduct(x, p, x, p, D);
  return square;
}

/** Squares from which a sum has kept its precision and its range. */
const [SMALL, LARGE] = [1e-280, 1e300];

/**
 * Euclidean distance between two rows of D entries, as `squaredDistance` takes them, also where squares
 * would overflow or vanish: then in units of the greatest difference. Entries of up to 8e307 are safe.
 */
export function euclideanDistance(
  x: Float64Array,
  p: number,
  z: Float64Array,
  q: number,
  D: number,
): number {
  const square = squaredDistance(x, p, z, q, D);
  if (square > SMALL && square < LARGE) return Math.sqrt(square);
  let unit = 0;
  for (let j = 0; j < D; j++) unit = Math.max(unit, Math.abs(x[p + j] - z[q + j]));
  if (unit === 0) return 0;
  let sum = 0;
  for (let j = 0; j < D; j++) sum += ((x[p + j] - z[q + j]) / unit) ** 2;
  return unit * Math.sqrt(sum);
}
