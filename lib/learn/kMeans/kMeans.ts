import {
  type Matrix,
  type OnProgress,
  type ReadonlyMatrix,
  type Rng,
  requireNumber,
  requireOnProgress,
  requireOptions,
  summarised,
  type Vector,
} from "../../core";
import { copyOf, type Dense, dense, release, unpack } from "../../linalg/flat";
import { euclideanDistance } from "../distance";
import { packData, packLike, packSamples, rngOrDefault } from "../guards";
import { columnMeans } from "../moments";
import type { FitReport } from "../report";
import { addToRows, pickRows } from "../rows";
import { nearestCentres } from "./assign";
import { type LloydRun, lloyd, lloydOn } from "./lloyd";
import { distinctRows, kMeansSeeds } from "./seeds";

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
  /** Called after every iteration, with the inertia; `progress.handler(label)` makes a bar of it. */
  onProgress?: OnProgress;
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
  const known = ["nClusters", "init", "nInit", "maxIter", "tol", "rng", "onProgress"] as const;
  requireOptions(caller, options, known);
  const { nClusters, init, nInit = 10, maxIter = 300, tol = 0 } = options;
  requireNumber(caller, "nClusters", nClusters, { min: 1, max: N, integer: true });
  requireNumber(caller, "nInit", nInit, { min: 1, integer: true });
  requireNumber(caller, "maxIter", maxIter, { min: 1, integer: true });
  requireNumber(caller, "tol", tol, { min: 0 });
  const shape = { rows: nClusters, rowsOf: "nClusters", cols: D, colsOf: "columns of X" };
  const start = init === undefined ? null : packSamples(caller, "init", init, shape);
  const random = rngOrDefault(caller, options.rng);
  const onProgress = requireOnProgress(caller, options.onProgress);
  return { nClusters, start, nInit, maxIter, tol, random, onProgress };
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
  const A = packData(caller, "X", X);
  const D = A.cols;
  const read = readOptions(caller, options, A.rows, D);
  const { nClusters: K, start, nInit, maxIter, tol, random, onProgress } = read;
  const mean = columnMeans(A);
  addToRows(A, mean, -1);
  if (start) addToRows(start, mean, -1);
  const data = lloydOn(A, K);
  const variance = data.energy / A.data.length;

  const first = (): Dense => {
    const rows = start ? null : kMeansSeeds(A, data.square, K, random);
    if (rows !== null) return pickRows(A, rows);
    if (start && distinctRows(A, K)) return start;
    throw new RangeError(`${caller}: X must have at least ${K} distinct rows (nClusters)`);
  };
  let best: LloydRun | null = null;
  for (let run = 0; run < (start ? 1 : nInit); run++) {
    const now = lloyd(data, first(), maxIter, tol * variance, onProgress);
    if (best === null || now.inertia < best.inertia) best = now;
  }
  const { centers, labels, inertia, history, converged } = best!;
  const sizes: Vector = new Array(K).fill(0);
  for (const k of labels) sizes[k]++;
  release(A);

  const transform = (Xnew: ReadonlyMatrix): Matrix => {
    const Z = addToRows(packLike(`${caller}.transform`, Xnew, D), mean, -1);
    const out = dense(Z.rows, K);
    for (let n = 0, p = 0; n < Z.rows; n++) {
      for (let k = 0; k < K; k++) {
        out.data[p++] = euclideanDistance(Z.data, n * D, centers.data, k * D, D);
      }
    }
    return unpack(out);
  };
  const predict = (Xnew: ReadonlyMatrix): number[] => {
    const Z = addToRows(packLike(`${caller}.predict`, Xnew, D), mean, -1);
    const nearest = new Int32Array(Z.rows);
    if (Z.rows > 0) nearestCentres(Z, K)(centers, nearest);
    return Array.from(nearest);
  };
  return summarised("k-means", {
    centers: unpack(addToRows(copyOf(centers), mean)),
    labels: Array.from(labels),
    sizes,
    inertia,
    predict,
    transform,
    converged,
    nit: history.length,
    message: converged
      ? "the clusters no longer change"
      : `the clusters still change after ${maxIter} iterations`,
    history: history.map((inertia) => ({ inertia })),
  });
}
