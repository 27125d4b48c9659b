/**
 * S ← S + c·ZᵀZ, lower triangle only: Z is `rows`×D, S is D×D, both row-major. Four rows are taken at
 * a time, so that each entry of S is read and written once for four products.
 */
export function gramLower(
  z: Float64Array,
  rows: number,
  D: number,
  S: Float64Array,
  c: number,
): void {
  let n = 0;
  for (; n + 3 < rows; n += 4) {
    const p = n * D;
    const q = p + D;
    const r = q + D;
    const s = r + D;
    for (let i = 0; i < D; i++) {
      const a = c * z[p + i];
      const b = c * z[q + i];
      const e = c * z[r + i];
      const f = c * z[s + i];
      const at = i * D;
      for (let j = 0; j <= i; j++) {
        S[at + j] += a * z[p + j] + b * z[q + j] + (e * z[r + j] + f * z[s + j]);
      }
    }
  }
  for (; n < rows; n++) {
    for (let i = 0; i < D; i++) {
      const a = c * z[n * D + i];
      for (let j = 0; j <= i; j++) S[i * D + j] += a * z[n * D + j];
    }
  }
}
