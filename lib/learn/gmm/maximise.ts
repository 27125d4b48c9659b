import { LinAlgError } from "../../core";
import { gramLower } from "../gram";
import { product } from "../product";
import { factorise, isDense, type Mixture, type Sample } from "./mixture";

/** Adds c·Σ_n r_n (x_n − μ)(x_n − μ)ᵀ to the lower triangle of S, over samples with r_n > floor. */
function addScatter(
  { x, N, D }: Sample,
  r: Float64Array,
  floor: number,
  mean: Float64Array,
  S: Float64Array,
  c: number,
  z: Float64Array,
): void {
  let rows = 0;
  for (let n = 0; n < N; n++) {
    if (r[n] <= floor) continue;
    const root = Math.sqrt(r[n]);
    for (let j = 0, p = rows * D, q = n * D; j < D; j++) z[p + j] = root * (x[q + j] - mean[j]);
    rows++;
  }
  gramLower(z, rows, D, S, c);
}

/** Adds Σ_n r_n (x_nd − μ_d)² to each entry of `own`, over samples with r_n > floor, two at a time. */
function addSquares(
  { x, N, D }: Sample,
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

/** Adds Λ to the covariances, whose lower triangles are filled, and makes them symmetric. */
function finishDense({ type, K, D, covariances }: Mixture, ridge: Float64Array): void {
  for (let k = 0; k < K; k++) {
    const at = k * D * D;
    if (type === "tied" && k > 0) {
      covariances.copyWithin(at, 0, D * D);
      continue;
    }
    for (let i = 0; i < D; i++) {
      covariances[at + i * D + i] += ridge[i];
      for (let j = 0; j < i; j++) covariances[at + j * D + i] = covariances[at + i * D + j];
    }
  }
}

/**
 * The M-step (MML 11.2): from the responsibilities r (K×N) to the parameters that make the expected
 * log-likelihood greatest,
 *
 *   N_k = Σ_n r_nk,   μ_k = Σ_n r_nk x_n / N_k,   Σ_k = Σ_n r_nk (x_n − μ_k)(x_n − μ_k)ᵀ / N_k + Λ,
 *
 * with Σ_k averaged over the components (tied), cut to its diagonal (diag) or to its mean (spherical).
 * Responsibilities below 1e-20 N_k / N are left out: together they weigh less than 1e-20.
 */
export function maximise(sample: Sample, r: Float64Array, mix: Mixture): Mixture {
  const { x, N, D, ridge } = sample;
  const { type, K, weights, means, covariances } = mix;
  const z = new Float64Array(isDense(type) ? N * D : 0);
  covariances.fill(0);
  product(K, D, N, r, x, means);
  for (let k = 0; k < K; k++) {
    const share = r.subarray(k * N, (k + 1) * N);
    let mass = 0;
    for (let n = 0; n < N; n++) mass += share[n];
    if (!(mass > N * Number.EPSILON)) throw new LinAlgError(`component ${k} lost all its samples`);
    weights[k] = mass / N;
    const mean = means.subarray(k * D, (k + 1) * D);
    for (let j = 0; j < D; j++) mean[j] /= mass;
    const floor = (1e-20 * mass) / N;
    if (isDense(type)) {
      const at = type === "tied" ? 0 : k * D * D;
      const S = covariances.subarray(at, at + D * D);
      addScatter(sample, share, floor, mean, S, 1 / (type === "tied" ? N : mass), z);
    } else {
      const own = covariances.subarray(k * D, (k + 1) * D);
      addSquares(sample, share, floor, mean, own);
      for (let j = 0; j < D; j++) own[j] = own[j] / mass + ridge[j];
      if (type === "spherical") own.fill(own.reduce((s, v) => s + v, 0) / D);
    }
  }
  if (isDense(type)) finishDense(mix, ridge);
  return factorise(mix, ridge);
}
