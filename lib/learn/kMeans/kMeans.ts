import {
  type Matrix,
  minOf,
  type ReadonlyMatrix,
  type Rng,
  requireNumber,
  requireOptions,
  type Vector,
} from "../../core";
import { innerProduct, squaredDistance } from "../distance";
import { flatten, pickRows, unflatten } from "../flat";
import { requireData, requireLike, requireSamples, rngOrDefault } from "../guards";
import { columnMeans } from "../moments";
import type { FitReport } from "../report";
import { type LloydRun, lloyd } from "./lloyd";
import { kMeansSeeds } from "./seeds";

/** Options of `kMeans`. */
export interface KMeansOptions {
  /** Number of clusters K, 1 ≤ K ≤ N. Required. */
  nClusters: number;
  /** Start from these centres, K×D, instead of k-means++ (then there is one run). */
  init?: ReadonlyMatrix;
  /** Number of runs from different seeds; the one with the least inertia is kept. Default 10. */
  nInit?: number;
  /** Most iterations in a run. Default 300. */
  maxIter?: number;
  /**
   * Also stop when the centres' squared moves sum to at most tol times the mean variance of the
   * columns. Default 0: only when no sample changes its cluster.
   */
  tol?: number;
  /** Where seeds are drawn from. Default `rng(0)`. */
  rng?: Rng;
}

/** What `kMeans` returns; `history` holds the inertia after each iteration. */
export interface KMeans extends FitReport<{ inertia: number }> {
  /** The centres, K×D. */
  centers: Matrix;
  /** Cluster of each sample, 0 … K − 1, length N. */
  labels: number[];
  /** Number of samples in each cluster, length K. */
  sizes: number[];
  /** Σ_n |x_n − μ_label(n)|², what k-means makes small. */
  inertia: number;
  /** The nearest centre of each row. */
  predict(Xnew: ReadonlyMatrix): number[];
  /** Distances of each row to the K centres. */
  transform(Xnew: ReadonlyMatrix): Matrix;
}

function readOptions(caller: string, options: KMeansOptions, N: number, D: number) {
  const known = ["nClusters", "init", "nInit", "maxIter", "tol", "rng"] as const;
  requireOptions(caller, options, known);
  const { nClusters, init, nInit = 10, maxIter = 300, tol = 0 } = options;
  requireNumber(caller, "nClusters", nClusters, { min: 1, max: N, integer: true });
  requireNumber(caller, "nInit", nInit, { min: 1, integer: true });
  requireNumber(caller, "maxIter", maxIter, { min: 1, integer: true });
  requireNumber(caller, "tol", tol, { min: 0 });
  if (init !== undefined) {
    const shape = { rows: nClusters, rowsOf: "nClusters", cols: D, colsOf: "columns of X" };
    requireSamples(caller, "init", init, shape);
  }
  return { nClusters, init, nInit, maxIter, tol, random: rngOrDefault(caller, options.rng) };
}

/**
 * k-means: K centres and an assignment of each sample to one of them that make the sum of squared
 * distances small. It alternates between assigning each sample to the nearest centre and moving
 * each centre to the mean of its samples (Lloyd 1982); neither step raises the sum, so it settles,
 * in a local minimum. Hence several runs from k-means++ seeds (Arthur & Vassilvitskii 2007).
 *
 * It is the limit of EM for a mixture of Gaussians of one small spherical covariance (MML 11.3).
 * Distances depend on the units of the columns; `standardize` first if they differ.
 *
 * @param X - Data, N×D, a row a sample.
 * @returns `{ centers, labels, sizes, inertia, predict, transform, converged, nit, message,
 * history }`; see {@link KMeans}. Clusters are numbered in the order of their seeds.
 * @throws RangeError if X has fewer than K distinct rows, or holds NaN.
 * Cost O(NKD) an iteration.
 * @example
 * learn.kMeans([[0], [1], [10], [11]], { nClusters: 2 }).inertia // => 1
 * learn.kMeans([[0], [1], [10], [11]], { nClusters: 2, init: [[0], [1]] }).centers // => [[0.5], [10.5]]
 */
export function kMeans(X: ReadonlyMatrix, options: KMeansOptions): KMeans {
  const caller = "kMeans";
  const A = requireData(caller, "X", X);
  const [N, D] = [A.length, A[0].length];
  const { nClusters: K, init, nInit, maxIter, tol, random } = readOptions(caller, options, N, D);
  const mean = columnMeans(A);
  const x = flatten(A, mean);
  const variance = innerProduct(x, 0, x, 0, x.length) / x.length;

  const start = (): Float64Array => {
    if (init) return flatten(init, mean);
    const seeds = kMeansSeeds(x, N, D, K, random);
    if (seeds === null) {
      throw new RangeError(`${caller}: X must have at least ${K} distinct rows (nClusters)`);
    }
    return pickRows(x, seeds, D);
  };
  let best: LloydRun | null = null;
  for (let run = 0; run < (init ? 1 : nInit); run++) {
    const now = lloyd(x, N, D, start(), maxIter, tol * variance);
    if (best === null || now.inertia < best.inertia) best = now;
  }
  const { centers, labels, inertia, history, converged } = best!;
  const sizes: Vector = new Array(K).fill(0);
  for (const k of labels) sizes[k]++;

  const distances = (method: string, Xnew: ReadonlyMatrix): Matrix => {
    const rows = requireLike(`${caller}.${method}`, Xnew, D);
    const z = flatten(rows, mean);
    return rows.map((_, n) =>
      sizes.map((__, k) => Math.sqrt(squaredDistance(z, n * D, centers, k * D, D))),
    );
  };
  return {
    centers: unflatten(centers, D, mean),
    labels: Array.from(labels),
    sizes,
    inertia,
    predict: (Xnew) => distances("predict", Xnew).map((row) => row.indexOf(minOf(row))),
    transform: (Xnew) => distances("transform", Xnew),
    converged,
    nit: history.length,
    message: converged
      ? "the clusters no longer change"
      : `the clusters still change after ${maxIter} iterations`,
    history: history.map((inertia) => ({ inertia })),
  };
}
