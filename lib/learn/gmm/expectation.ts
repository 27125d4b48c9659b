import { blank, type Dense, product, release } from "../../linalg/flat";
import { innerProduct } from "../distance";
import { addToRows } from "../rows";
import { diagonalDistances } from "./diagonal";
import { isDense, type Mixture } from "./mixture";
import type { Squares } from "./squares";

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

/**
 * ln π_k + ln N(x_n | μ_k, Σ_k) for each component and sample, K×N, by
 * ln N = −½ (D ln 2π + |W_k(x − μ_k)|²) + ln |W_k|. The squares of X, where they are at hand, save time
 * for diagonal covariances.
 */
export function jointLogDensities(
  X: Dense,
  mix: Mixture,
  squares: Squares | null = null,
): Float64Array {
  const { type, K, D, weights, means, whitening, logDet } = mix;
  const N = X.rows;
  const out: Dense = { data: new Float64Array(K * N), rows: K, cols: N };
  if (isDense(type)) {
    const work = { centred: blank(N, D), whitened: blank(N, D) };
    for (let k = 0; k < K; k++) {
      const mean = means.data.subarray(k * D, (k + 1) * D);
      denseDistances(X, mean, whitening[k], out.data.subarray(k * N, (k + 1) * N), work);
    }
    release(work.centred, work.whitened);
  } else diagonalDistances(X, means, whitening[0], squares, out);
  for (let k = 0, p = 0; k < K; k++) {
    const constant = Math.log(weights[k]) + logDet[k] - (D * LOG_TWO_PI) / 2;
    for (let n = 0; n < N; n++, p++) out.data[p] = constant - out.data[p] / 2;
  }
  return out.data;
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
