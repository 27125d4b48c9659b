import { blank, type Dense, product, release } from "../../linalg/flat";
import { innerProduct } from "../distance";
import { addToRows } from "../rows";
import { isDense, type Mixture } from "./mixture";

const LOG_TWO_PI = Math.log(2 * Math.PI);

/** Room for the centred and the whitened data, N×D each. */
interface Work {
  centred: Dense;
  whitened: Dense;
}

/** |W(x − μ)|² for each row of X, W lower triangular D×D; written to `out`. */
function denseDistances(X: Dense, mean: Float64Array, W: Dense, out: Float64Array, work: Work) {
  const { rows: N, cols: D } = X;
  const { centred, whitened } = work;
  centred.data.set(X.data);
  addToRows(centred, mean, -1);
  const z = product(centred, W, { transposeB: true, out: whitened }).data;
  for (let n = 0, p = 0; n < N; n++, p += D) out[n] = innerProduct(z, p, z, p, D);
}

/** Σ_d w_d²(x_d − μ_d)² for each row of x, four at a time, written to `out`. */
function diagonalDistances(
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

/**
 * ln π_k + ln N(x_n | μ_k, Σ_k) for each component and sample, K×N, by
 * ln N = −½ (D ln 2π + |W_k(x − μ_k)|²) + ln |W_k|.
 */
export function jointLogDensities(X: Dense, mix: Mixture): Float64Array {
  const { type, K, D, weights, means, whitening, logDet } = mix;
  const N = X.rows;
  const out = new Float64Array(K * N);
  const work = { centred: blank(N, D), whitened: blank(N, D) };
  for (let k = 0; k < K; k++) {
    const mean = means.data.subarray(k * D, (k + 1) * D);
    const own = out.subarray(k * N, (k + 1) * N);
    if (isDense(type)) denseDistances(X, mean, whitening[k], own, work);
    else diagonalDistances(X, mean, whitening[0].data.subarray(k * D, (k + 1) * D), own);
    const constant = Math.log(weights[k]) + logDet[k] - (D * LOG_TWO_PI) / 2;
    for (let n = 0; n < N; n++) own[n] = constant - own[n] / 2;
  }
  release(work.centred, work.whitened);
  return out;
}

/**
 * Turns joint log-densities (K×N) into responsibilities in place (Bayes' theorem, MML 11.2.1), each
 * sample's log-density by log-sum-exp into `logDensity`; returns the sum of these.
 *
 * @throws RangeError for a sample so far from all components that its log-density overflows.
 */
export function normalise(
  joint: Float64Array,
  N: number,
  K: number,
  logDensity: Float64Array,
): number {
  let total = 0;
  for (let n = 0; n < N; n++) {
    let top = -Infinity;
    for (let p = n; p < K * N; p += N) if (joint[p] > top) top = joint[p];
    if (top === -Infinity) {
      throw new RangeError(`gmm: row ${n} lies too far from every component to tell them apart`);
    }
    let sum = 0;
    for (let p = n; p < K * N; p += N) {
      joint[p] = Math.exp(joint[p] - top);
      sum += joint[p];
    }
    for (let p = n; p < K * N; p += N) joint[p] /= sum;
    logDensity[n] = top + Math.log(sum);
    total += logDensity[n];
  }
  return total;
}
