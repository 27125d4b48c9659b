import { borrow, giveBack } from "../storage/scratch";

/**
 * Copies B (k×n) into strips of four columns, each read from top to bottom; the last is padded with 0. B
 * is row-major, or given as row-major Bᵀ.
 */
function packStrips(
  b: Float64Array,
  k: number,
  n: number,
  isTransposed: boolean,
  strips: Float64Array,
): void {
  const rowStep = isTransposed ? 1 : n;
  const columnStep = isTransposed ? k : 1;
  for (let j = 0, p = 0; j < n; j += 4) {
    let q = j * columnStep;
    if (j + 3 < n) {
      for (let l = 0; l < k; l++, q += rowStep, p += 4) {
        strips[p] = b[q];
        strips[p + 1] = b[q + columnStep];
        strips[p + 2] = b[q + 2 * columnStep];
        strips[p + 3] = b[q + 3 * columnStep];
      }
    } else {
      for (let l = 0; l < k; l++, q += rowStep) {
        for (let c = 0; c < 4; c++) strips[p++] = j + c < n ? b[q + c * columnStep] : 0;
      }
    }
  }
}

/** c[o … o + width) becomes the first `width` of four numbers. */
function setFour(
  c: Float64Array,
  o: number,
  width: number,
  x0: number,
  x1: number,
  x2: number,
  x3: number,
): void {
  c[o] = x0;
  if (width > 1) c[o + 1] = x1;
  if (width > 2) c[o + 2] = x2;
  if (width > 3) c[o + 3] = x3;
}

/**
 * C ← A·B for row-major A (m×k), B (k×n; or given as Bᵀ) and C (m×n).
 *
 * Most of the time of a product goes into fetching numbers, not into multiplying them. So the entries
 * of C are computed in tiles of 2×4: eight running sums that stay in registers, fed by two rows of A
 * and a strip of four columns of B, which makes 16 operations of every 6 numbers fetched (for one sum
 * at a time it would be 2 of 2). The strips are copied out of B first, to lie in memory in the order
 * in which they are read. About five times as fast as the three loops of the definition.
 */
export function multiply(
  m: number,
  n: number,
  k: number,
  a: Float64Array,
  b: Float64Array,
  c: Float64Array,
  isTransposed = false,
): void {
  const strips = borrow(4 * k * Math.ceil(n / 4));
  packStrips(b, k, n, isTransposed, strips);
  for (let j = 0, strip = 0; j < n; j += 4, strip += 4 * k) {
    const width = Math.min(4, n - j);
    for (let i = 0; i < m; i += 2) {
      const two = i + 1 < m;
      let p = strip;
      let r0 = i * k;
      let r1 = two ? r0 + k : r0;
      let s00 = 0;
      let s01 = 0;
      let s02 = 0;
      let s03 = 0;
      let s10 = 0;
      let s11 = 0;
      let s12 = 0;
      let s13 = 0;
      for (const end = r0 + k; r0 < end; r0++, r1++, p += 4) {
        const x0 = a[r0];
        const x1 = a[r1];
        const b0 = strips[p];
        const b1 = strips[p + 1];
        const b2 = strips[p + 2];
        const b3 = strips[p + 3];
        s00 += x0 * b0;
        s01 += x0 * b1;
        s02 += x0 * b2;
        s03 += x0 * b3;
        s10 += x1 * b0;
        s11 += x1 * b1;
        s12 += x1 * b2;
        s13 += x1 * b3;
      }
      const o = i * n + j;
      setFour(c, o, width, s00, s01, s02, s03);
      if (two) setFour(c, o + n, width, s10, s11, s12, s13);
    }
  }
  giveBack(strips);
}
