/**
 * The first column of (H − μ₁I)(H − μ₂I) for rows and columns lo…hi, up to a factor: its three entries
 * go to `out`. The shifts μ are the eigenvalues of the trailing 2×2 block. Where these repeat
 * themselves, as on a cyclic permutation, they are now and then replaced by `exceptional` ones.
 *
 * Only sum and product of the shifts are needed, so all is real. Everything is divided by the size of
 * the numbers involved first, for in a graded matrix their squares may underflow.
 */
function startBulge(
  h: Float64Array,
  n: number,
  lo: number,
  hi: number,
  exceptional: boolean,
  out: Float64Array,
): void {
  const p = lo * n + lo;
  const q = (hi - 1) * n + hi - 1;
  let size = 0;
  for (const k of [p, p + 1, p + n, p + n + 1, p + 2 * n + 1, q, q + 1, q + n, q + n + 1]) {
    size = Math.max(size, Math.abs(h[k]));
  }
  let a = h[q] / size;
  let b = h[q + 1] / size;
  let c = h[q + n] / size;
  let d = h[q + n + 1] / size;
  if (exceptional) {
    const s = Math.abs(c) + Math.abs(h[q - 1] / size);
    a = d + 0.75 * s;
    d = a;
    b = -0.4375 * s;
    c = s;
  }
  const h11 = h[p] / size;
  const h21 = h[p + n] / size;
  out[0] = h11 * h11 + (h[p + 1] / size) * h21 - (a + d) * h11 + (a * d - b * c);
  out[1] = h21 * (h11 + h[p + n + 1] / size - (a + d));
  out[2] = h21 * (h[p + 2 * n + 1] / size);
}

/** The three entries that the next mirror is made from. */
const bulge = new Float64Array(3);

/**
 * One double-shift step on rows and columns lo…hi of H. Mirror k acts on rows and columns k, k + 1 and
 * k + 2, with v = (1, v₁, v₂); τ, v₁ and v₂ are kept for the rows above lo and for Q.
 */
export function francisStep(
  h: Float64Array,
  n: number,
  lo: number,
  hi: number,
  exceptional: boolean,
  mirrors: Float64Array,
): void {
  startBulge(h, n, lo, hi, exceptional, bulge);
  let x = bulge[0];
  let y = bulge[1];
  let z = bulge[2];
  for (let k = lo, at = 0; k < hi; k++, at += 3) {
    const three = k < hi - 1;
    const left = k * n + k - 1;
    if (k > lo) {
      x = h[left];
      y = h[left + n];
      z = three ? h[left + 2 * n] : 0;
    }
    const scale = Math.max(Math.abs(x), Math.abs(y), Math.abs(z));
    mirrors.fill(0, at, at + 3);
    if (scale === 0) continue;
    x /= scale;
    y /= scale;
    z /= scale;
    const length = Math.sqrt(x * x + y * y + z * z);
    const beta = x > 0 ? -length : length;
    const tau = (beta - x) / beta;
    const v1 = y / (x - beta);
    const v2 = z / (x - beta);
    mirrors[at] = tau;
    mirrors[at + 1] = v1;
    mirrors[at + 2] = v2;
    if (k > lo) {
      h[left] = beta * scale;
      h[left + n] = 0;
      if (three) h[left + 2 * n] = 0;
    }
    mirrorThreeRows(h, n, k, n, tau, v1, v2, three);
    const last = Math.min(hi, k + 3);
    for (let i = lo, o = lo * n + k; i <= last; i++, o += n) {
      const t = tau * (h[o] + v1 * h[o + 1] + (three ? v2 * h[o + 2] : 0));
      h[o] -= t;
      h[o + 1] -= t * v1;
      if (three) h[o + 2] -= t * v2;
    }
  }
}

/** Applies the mirror to rows k, k + 1 and, if `three`, k + 2, in columns k … to − 1. */
function mirrorThreeRows(
  h: Float64Array,
  n: number,
  k: number,
  to: number,
  tau: number,
  v1: number,
  v2: number,
  three: boolean,
): void {
  const end = k * n + to;
  if (three) {
    for (let p = k * n + k, q = p + n, r = q + n; p < end; p++, q++, r++) {
      const t = tau * (h[p] + v1 * h[q] + v2 * h[r]);
      h[p] -= t;
      h[q] -= t * v1;
      h[r] -= t * v2;
    }
  } else {
    for (let p = k * n + k, q = p + n; p < end; p++, q++) {
      const t = tau * (h[p] + v1 * h[q]);
      h[p] -= t;
      h[q] -= t * v1;
    }
  }
}

/**
 * Takes the rows at z[p] and z[q] from the right through the mirrors of a step on columns lo…hi. A row
 * passes through them from left to right, and each mirror hands two numbers on to the next.
 */
export function sweepTwoRows(
  z: Float64Array,
  p: number,
  q: number,
  lo: number,
  hi: number,
  mirrors: Float64Array,
): void {
  let x0 = z[p + lo];
  let x1 = z[p + lo + 1];
  let y0 = z[q + lo];
  let y1 = z[q + lo + 1];
  let at = 0;
  for (let k = lo; k < hi - 1; k++, at += 3) {
    const tau = mirrors[at];
    const v1 = mirrors[at + 1];
    const v2 = mirrors[at + 2];
    const x2 = z[p + k + 2];
    const y2 = z[q + k + 2];
    const s = tau * (x0 + v1 * x1 + v2 * x2);
    const t = tau * (y0 + v1 * y1 + v2 * y2);
    z[p + k] = x0 - s;
    z[q + k] = y0 - t;
    x0 = x1 - s * v1;
    y0 = y1 - t * v1;
    x1 = x2 - s * v2;
    y1 = y2 - t * v2;
  }
  const tau = mirrors[at];
  const v1 = mirrors[at + 1];
  const s = tau * (x0 + v1 * x1);
  const t = tau * (y0 + v1 * y1);
  z[p + hi - 1] = x0 - s;
  z[p + hi] = x1 - s * v1;
  z[q + hi - 1] = y0 - t;
  z[q + hi] = y1 - t * v1;
}
