/**
 * A plane (Givens) rotation: c = f/r and s = g/r with r = √(f² + g²), so that it turns (f, g) into
 * (r, 0) (Golub & Van Loan 5.1.8). Writes c, s and r to out[0], out[1], out[2].
 */
export function makeRotation(f: number, g: number, out: Float64Array): void {
  if (g === 0) {
    out[0] = 1;
    out[1] = 0;
    out[2] = f;
    return;
  }
  let r = Math.sqrt(f * f + g * g);
  if (!(r > 1e-140 && r < 1e140)) {
    const scale = Math.max(Math.abs(f), Math.abs(g));
    r = scale * Math.sqrt((f / scale) ** 2 + (g / scale) ** 2);
  }
  out[0] = f / r;
  out[1] = g / r;
  out[2] = r;
}

/** Turns two vectors of length n at z[p …] and z[q …]: (x, y) ← (c·x + s·y, c·y − s·x). */
export function rotate(
  z: Float64Array,
  p: number,
  q: number,
  n: number,
  c: number,
  s: number,
): void {
  for (let k = 0; k < n; k++) {
    const x = z[p + k];
    const y = z[q + k];
    z[p + k] = c * x + s * y;
    z[q + k] = c * y - s * x;
  }
}
