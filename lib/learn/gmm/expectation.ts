import { isDense, type Mixture } from "./mixture";

const LOG_TWO_PI = Math.log(2 * Math.PI);

/** |W(x − μ)|² for four rows of x at a time, W lower triangular D×D; written to out[n], …, out[n + 3]. */
function denseDistances(
  x: Float64Array,
  N: number,
  D: number,
  mean: Float64Array,
  W: Float64Array,
  out: Float64Array,
): void {
  const d = new Float64Array(4 * D);
  for (let n = 0; n < N; n += 4) {
    const rows = Math.min(4, N - n);
    // The four rows stand side by side; where fewer are left, the last are leftovers, not used.
    for (let t = 0; t < rows; t++) {
      for (let j = 0, p = (n + t) * D; j < D; j++) d[4 * j + t] = x[p + j] - mean[j];
    }
    let q0 = 0;
    let q1 = 0;
    let q2 = 0;
    let q3 = 0;
    for (let i = 0, at = 0; i < D; i++, at += D) {
      let s0 = 0;
      let s1 = 0;
      let s2 = 0;
      let s3 = 0;
      for (let j = 0, p = 0; j <= i; j++, p += 4) {
        const w = W[at + j];
        s0 += w * d[p];
        s1 += w * d[p + 1];
        s2 += w * d[p + 2];
        s3 += w * d[p + 3];
      }
      q0 += s0 * s0;
      q1 += s1 * s1;
      q2 += s2 * s2;
      q3 += s3 * s3;
    }
    out[n] = q0;
    if (rows > 1) out[n + 1] = q1;
    if (rows > 2) out[n + 2] = q2;
    if (rows > 3) out[n + 3] = q3;
  }
}

/** Σ_d w_d²(x_d − μ_d)² for each row of x, four at a time, written to `out`. */
function diagonalDistances(
  x: Float64Array,
  N: number,
  D: number,
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
export function jointLogDensities(x: Float64Array, N: number, mix: Mixture): Float64Array {
  const { type, K, D, weights, means, whitening, logDet } = mix;
  const out = new Float64Array(K * N);
  for (let k = 0; k < K; k++) {
    const mean = means.subarray(k * D, (k + 1) * D);
    const own = out.subarray(k * N, (k + 1) * N);
    if (isDense(type)) {
      denseDistances(x, N, D, mean, whitening.subarray(k * D * D, (k + 1) * D * D), own);
    } else {
      diagonalDistances(x, N, D, mean, whitening.subarray(k * D, (k + 1) * D), own);
    }
    const constant = Math.log(weights[k]) + logDet[k] - (D * LOG_TWO_PI) / 2;
    for (let n = 0; n < N; n++) own[n] = constant - own[n] / 2;
  }
  return out;
}

/**
 * Turns joint log-densities (K×N) into responsibilities in place (Bayes' theorem, MML 11.2.1), each
 * sample's log-density by log-sum-exp into `logDensity`; returns the sum of these.
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
