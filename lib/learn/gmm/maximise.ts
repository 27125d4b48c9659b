import { LinAlgError } from "../../core";
import { blank, type Dense, gram, product, release } from "../../linalg/flat";
import { diagonalVariances } from "./diagonal";
import { factorise, isDense, type Mixture, type Sample } from "./mixture";

/** Σ_n r_n (x_n − μ)(x_n − μ)ᵀ into S, over samples with r_n > floor; Z (N×D) is room for them. */
function scatter(
  X: Dense,
  r: Float64Array,
  floor: number,
  mean: Float64Array,
  S: Dense,
  Z: Dense,
): void {
  const { data: x, rows: N, cols: D } = X;
  const z = Z.data;
  let rows = 0;
  for (let n = 0, p = 0; n < N; n++) {
    if (r[n] <= floor) continue;
    const root = Math.sqrt(r[n]);
    for (let j = 0, q = n * D; j < D; j++) z[p++] = root * (x[q++] - mean[j]);
    rows++;
  }
  if (rows > 0) gram({ data: z, rows, cols: D }, { out: S });
  else S.data.fill(0);
}

/** The covariances of dense components: the scatters over their masses, for `tied` their sum over N. */
function denseCovariances(sample: Sample, r: Float64Array, floors: number[], mix: Mixture): void {
  const { X, ridge } = sample;
  const { type, K, D, weights, means, covariances } = mix;
  const N = X.rows;
  const Z = blank(N, D);
  const own = blank(D, D);
  if (type === "tied") covariances[0].data.fill(0);
  for (let k = 0; k < K; k++) {
    const S = type === "tied" ? own : covariances[k];
    const mean = means.data.subarray(k * D, (k + 1) * D);
    scatter(X, r.subarray(k * N, (k + 1) * N), floors[k], mean, S, Z);
    const mass = type === "tied" ? N : weights[k] * N;
    const to = covariances[k].data;
    if (type === "tied") for (let p = 0; p < D * D; p++) to[p] += own.data[p] / mass;
    else for (let p = 0; p < D * D; p++) to[p] /= mass;
    if (type === "tied" && k < K - 1) continue;
    for (let d = 0; d < D; d++) to[d * (D + 1)] += ridge[d];
  }
  release(Z, own);
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
  const { X, ridge } = sample;
  const { rows: N, cols: D } = X;
  const { type, K, weights, means, covariances } = mix;
  product({ data: r, rows: K, cols: N }, X, { out: means });
  const floors: number[] = [];
  for (let k = 0; k < K; k++) {
    let mass = 0;
    for (let n = k * N; n < (k + 1) * N; n++) mass += r[n];
    if (!(mass > N * Number.EPSILON)) throw new LinAlgError(`component ${k} lost all its samples`);
    weights[k] = mass / N;
    for (let p = k * D; p < (k + 1) * D; p++) means.data[p] /= mass;
    floors.push((1e-20 * mass) / N);
  }
  if (isDense(type)) {
    denseCovariances(sample, r, floors, mix);
    return factorise(mix, ridge);
  }
  diagonalVariances(sample, r, floors, mix);
  const { data } = covariances[0];
  for (let k = 0; k < K; k++) {
    const own = data.subarray(k * D, (k + 1) * D);
    for (let j = 0; j < D; j++) own[j] += ridge[j];
    if (type === "spherical") own.fill(own.reduce((s, v) => s + v, 0) / D);
  }
  return factorise(mix, ridge);
}
