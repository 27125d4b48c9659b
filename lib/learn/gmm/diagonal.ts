import { blank, type Dense, product, release } from "../../linalg/flat";
import type { Mixture, Sample } from "./mixture";
import type { Squares } from "./squares";

/**
 * Work with diagonal covariances. Written out as Σw²x² − 2Σw²μx + Σw²μ² and as Σrx²/Σr − μ² it is matrix
 * products with the squares of the data, many times as fast as loops; but then digits cancel where a
 * component is narrow for its distance from the origin. So each component is looked at, and where more
 * than three or four digits might go, its differences are taken one by one.
 */

/** How much greater terms may be than 1 (for distances) or than their difference (for variances). */
const [FAR, NARROW] = [1e4, 1e3];

/** Σ_d w_d²(x_d − μ_d)² for each row of x, four at a time, written to `out`. */
function exactDistances(
  { data: x, rows: N, cols: D }: Dense,
  mean: Float64Array,
  w: Float64Array,
  out: Float64Array,
): void {
  let n = 0;
  for (; n + 3 < N; n += 4) {
    const p = n * D;
    const q = p + D;
    const r = q + D;
    const s = r + D;
    let q0 = 0;
    let q1 = 0;
    let q2 = 0;
    let q3 = 0;
    for (let j = 0; j < D; j++) {
      const m = mean[j];
      const v = w[j];
      const d0 = v * (x[p + j] - m);
      const d1 = v * (x[q + j] - m);
      const d2 = v * (x[r + j] - m);
      const d3 = v * (x[s + j] - m);
      q0 += d0 * d0;
      q1 += d1 * d1;
      q2 += d2 * d2;
      q3 += d3 * d3;
    }
    out[n] = q0;
    out[n + 1] = q1;
    out[n + 2] = q2;
    out[n + 3] = q3;
  }
  for (; n < N; n++) {
    let sum = 0;
    for (let j = 0; j < D; j++) sum += (w[j] * (x[n * D + j] - mean[j])) ** 2;
    out[n] = sum;
  }
}

/** Σ_d w_kd²(x_d − μ_kd)² for each component k and row of X, written to `out` (K×N). */
export function diagonalDistances(
  X: Dense,
  means: Dense,
  whitening: Dense,
  squares: Squares | null,
  out: Dense,
): void {
  const { rows: K, cols: D } = means;
  const N = X.rows;
  const precision = { ...whitening, data: whitening.data.map((w) => w * w) };
  const pull = { ...means, data: means.data.map((m, p) => m * precision.data[p]) };
  const cross = blank(K, N);
  if (squares) {
    product(precision, squares.S, { transposeB: true, out });
    product(pull, X, { transposeB: true, out: cross });
  }
  for (let k = 0; k < K; k++) {
    const at = k * D;
    const own = out.data.subarray(k * N, (k + 1) * N);
    let [offset, size] = [0, 0];
    for (let j = 0; j < D; j++) {
      offset += pull.data[at + j] * means.data[at + j];
      if (squares) size += precision.data[at + j] * squares.most[j];
    }
    if (squares && size + offset < FAR) {
      for (let n = 0, p = k * N; n < N; n++, p++) own[n] += offset - 2 * cross.data[p];
    } else {
      const [mean, w] = [means, whitening].map(({ data }) => data.subarray(at, at + D));
      exactDistances(X, mean, w, own);
    }
  }
  release(cross);
}

/** Adds Σ_n r_n (x_nd − μ_d)² to each entry of `own`, over samples with r_n > floor, two at a time. */
function addSquares(
  { data: x, rows: N, cols: D }: Dense,
  r: Float64Array,
  floor: number,
  mean: Float64Array,
  own: Float64Array,
): void {
  const rows = new Int32Array(N + 1);
  let count = 0;
  for (let n = 0; n < N; n++) if (r[n] > floor) rows[count++] = n;
  for (let i = 0; i < count; i += 2) {
    const p = rows[i] * D;
    const q = i + 1 < count ? rows[i + 1] * D : p;
    const a = r[rows[i]];
    const b = i + 1 < count ? r[rows[i + 1]] : 0;
    for (let j = 0; j < D; j++) {
      const d = x[p + j] - mean[j];
      const e = x[q + j] - mean[j];
      own[j] += a * d * d + b * e * e;
    }
  }
}

/** The weighted variances of each component, into its covariances, given its weight and mean. */
export function diagonalVariances(
  sample: Sample,
  r: Float64Array,
  floors: number[],
  mix: Mixture,
): void {
  const { X, squares } = sample;
  const { rows: N, cols: D } = X;
  const { K, means, weights, covariances } = mix;
  const { data } = covariances[0];
  if (squares) product({ data: r, rows: K, cols: N }, squares.S, { out: covariances[0] });
  for (let k = 0; k < K; k++) {
    const mass = weights[k] * N;
    const own = data.subarray(k * D, (k + 1) * D);
    const mean = means.data.subarray(k * D, (k + 1) * D);
    let isWide = squares !== null;
    for (let j = 0; isWide && j < D; j++) {
      own[j] = own[j] / mass - mean[j] ** 2;
      isWide = own[j] * NARROW > mean[j] ** 2;
    }
    if (isWide) continue;
    own.fill(0);
    addSquares(X, r.subarray(k * N, (k + 1) * N), floors[k], mean, own);
    for (let j = 0; j < D; j++) own[j] /= mass;
  }
}
