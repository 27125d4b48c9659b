import {
  type Matrix,
  type ReadonlyMatrix,
  type Rng,
  requireNumber,
  requireOneOf,
  requireOptions,
  summarised,
  type Vector,
} from "../../core";
import { type Dense, dense, eigh, unpack, unpackVector } from "../../linalg/flat";
import { rngOrDefault } from "../guards";
import { kMeans } from "../kMeans/kMeans";
import type { FitReport } from "../report";
import { type AffinityKind, affinityOf } from "./affinity";

/** Options of `spectralClustering`. */
export interface SpectralOptions {
  /** Number of clusters K, 1 ≤ K < N. Required. */
  nClusters: number;
  /**
   * The similarity graph: `"rbf"` (default) exp(−γ|x − z|²); `"nearestNeighbors"`: each sample joined to its
   * nearest ones; `"precomputed"`: X is the N×N matrix of affinities itself, symmetric and ≥ 0.
   */
  affinity?: AffinityKind;
  /** γ of `"rbf"`: a number > 0, or as for `svm` `"scale"` or `"auto"`. Default 1, as in scikit-learn. */
  gamma?: "scale" | "auto" | number;
  /** How many neighbours each sample is joined to, itself not counted. Default 10, or N − 1 if that is less. */
  nNeighbors?: number;
  /** Number of runs of k-means. Default 10. */
  nInit?: number;
  /** Where k-means draws from. Default `rng(0)`. */
  rng?: Rng;
}

/** What `spectralClustering` returns; `history` holds the inertia of k-means on the embedding. */
export interface SpectralClustering extends FitReport<{ inertia: number }> {
  /** Cluster of each sample, 0 … K − 1, length N. */
  labels: number[];
  /** Number of samples in each cluster, length K. */
  sizes: number[];
  /** N×K: the coordinates in which k-means has looked for the clusters. */
  embedding: Matrix;
  /** Eigenvalues of the normalised Laplacian, ascending, length N, in [0, 2]; as many are 0 as the graph has pieces. */
  eigenvalues: Vector;
  /** λ_{K+1} − λ_K: a wide gap speaks for K clusters. */
  eigengap: number;
}

/** I − D^{−½}WD^{−½}, with 0 for a sample that is joined to none, and D^{−½}. */
function normalisedLaplacian({ data: w, rows: N }: Dense): { L: Dense; scale: Float64Array } {
  const scale = new Float64Array(N).fill(1);
  const L = dense(N, N);
  for (let n = 0; n < N; n++) {
    let degree = 0;
    for (let p = n * N; p < (n + 1) * N; p++) degree += w[p];
    if (degree === 0) continue;
    scale[n] = 1 / Math.sqrt(degree);
    L.data[n * (N + 1)] = 1;
  }
  for (let n = 0; n < N; n++) {
    for (let m = 0; m < N; m++) {
      // The greater factor first: a product of two small ones might vanish.
      if (n !== m)
        L.data[n * N + m] =
          -(w[n * N + m] * Math.max(scale[n], scale[m])) * Math.min(scale[n], scale[m]);
    }
  }
  return { L, scale };
}

/** Eigenvalues below this are 0 to working precision. */
const ZERO = 1e-10;

/**
 * Spectral clustering (Shi & Malik 2000; von Luxburg 2007): clusters of any shape, as pieces of a graph
 * that joins similar samples. With affinities W and degrees D = diag(Σ_m w_nm), the first K eigenvectors
 * u_k of L = I − D^{−½}WD^{−½} solve, relaxed to real numbers, the problem of cutting the graph into K pieces of
 * about equal weight by its weakest edges; k-means finds the pieces in the rows of D^{−½}(u₁ … u_K). As in scikit-learn.
 *
 * Affinities depend on the units of the columns; `standardize` first if they differ. There is no `predict`: a
 * new sample would change the graph.
 *
 * @param X - Data, N×D, a row a sample; with `affinity: "precomputed"` the affinities, N×N, their diagonal not looked at.
 * @returns `{ labels, sizes, embedding, eigenvalues, eigengap, converged, nit, message, history }`; see {@link SpectralClustering}.
 * @throws RangeError unless 1 ≤ nClusters < N, or if affinities are negative or not symmetric, or the data hold NaN.
 * Cost O(N³), and N² numbers.
 * @example
 * learn.spectralClustering([[0], [1], [9], [10]], { nClusters: 2 }).sizes // => [2, 2]
 * learn.spectralClustering([[0, 1, 0], [1, 0, 0], [0, 0, 0]], { nClusters: 2, affinity: "precomputed" }).eigenvalues // => [0, 0, 2]
 */
export function spectralClustering(
  X: ReadonlyMatrix,
  options: SpectralOptions,
): SpectralClustering {
  const caller = "spectralClustering";
  const known = ["nClusters", "affinity", "gamma", "nNeighbors", "nInit", "rng"] as const;
  requireOptions(caller, options, known);
  const { nClusters: K, affinity = "rbf", gamma = 1, nInit = 10 } = options;
  requireOneOf(caller, "affinity", affinity, ["rbf", "nearestNeighbors", "precomputed"]);
  requireNumber(caller, "nInit", nInit, { min: 1, integer: true });
  const random = rngOrDefault(caller, options.rng);
  const W = affinityOf(caller, X, affinity, gamma, (N) =>
    requireNumber(caller, "nNeighbors", options.nNeighbors ?? Math.min(10, N - 1), {
      min: 1,
      max: N - 1,
      integer: true,
    }),
  );
  const N = W.rows;
  requireNumber(caller, "nClusters", K, { min: 1, max: N - 1, integer: true });

  const { L, scale } = normalisedLaplacian(W);
  const { values, vectors } = eigh(L, { overwrite: true });
  const eigenvalues = unpackVector(values).map((v) => Math.max(v, 0));
  const rows = dense(N, K);
  // In units of the least degree's share, so that no coordinate leaves the range of doubles.
  const most = scale.reduce((a, b) => Math.max(a, b), 0);
  for (let n = 0; n < N; n++) {
    for (let k = 0; k < K; k++) {
      rows.data[n * K + k] = vectors.data[n * N + k] * (scale[n] / most);
    }
  }
  const embedding = unpack(rows);
  const fit = kMeans(embedding, { nClusters: K, nInit, rng: random });
  const pieces = eigenvalues.filter((v) => v < ZERO).length;
  const note = pieces > K ? `; the graph has ${pieces} pieces, more than nClusters` : "";
  return summarised("spectral clustering", {
    labels: fit.labels,
    sizes: fit.sizes,
    embedding,
    eigenvalues,
    eigengap: eigenvalues[K] - eigenvalues[K - 1],
    converged: fit.converged,
    nit: fit.nit,
    message: `${fit.message}${note}`,
    history: fit.history,
  });
}
