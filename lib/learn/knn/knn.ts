import {
  type Matrix,
  type ReadonlyMatrix,
  requireNumber,
  requireOneOf,
  requireOptions,
  requireVector,
  summarised,
  type Vector,
} from "../../core";
import type { Dense } from "../../linalg/flat";
import { euclideanDistance } from "../distance";
import { packData, packLike } from "../guards";
import { encodeLabels, type Label } from "../labels";
import type { FitReport } from "../report";
import { largest } from "../softmax";
import { kdTree } from "./kdTree";
import { bruteForce, finish, type Metric, rawDistance } from "./search";

/** Options of `knn`. */
export interface KnnOptions {
  /** Number of neighbours, 1 ≤ k ≤ N. Default 5. */
  k?: number;
  /** `"classify"` (default): y holds labels and neighbours vote; `"regress"`: y holds numbers and they are averaged. */
  task?: "classify" | "regress";
  /** `"uniform"` (default): all neighbours count alike; `"distance"`: with weight 1/distance. */
  weights?: "uniform" | "distance";
  /** `"euclidean"` (default), `"manhattan"`, or `"cosine"`: 1 − cos of the angle. */
  metric?: Metric;
  /** `"brute"`, `"kdTree"`, or `"auto"` (default): the tree where it pays, in few dimensions. */
  algorithm?: "brute" | "kdTree" | "auto";
}

/** Neighbours of each row, nearest first, of equally near ones by row number. */
export interface Neighbors {
  /** Row numbers in X, rows × k. */
  indices: number[][];
  /** Distances, rows × k. */
  distances: Matrix;
}

/** What `knn` returns. There is nothing to fit: `history` is empty. */
export interface Knn<T extends Label> extends FitReport<Record<string, never>> {
  /** The labels, ascending; empty for regression. */
  classes: T[];
  /** Label with most votes (of equal ones, the first), or mean of the neighbours, for each row. */
  predict(Xnew: ReadonlyMatrix): T[];
  /** Share of the votes for each class, rows × classes. For classification only. */
  predictProba(Xnew: ReadonlyMatrix): Matrix;
  /** The k nearest samples of each row. */
  neighbors(Xnew: ReadonlyMatrix): Neighbors;
}

/** Brings rows to length 1, in place; returns them. */
function normalise(caller: string, name: string, A: Dense): Dense {
  const { data, rows, cols } = A;
  const origin = new Float64Array(cols);
  for (let n = 0; n < rows; n++) {
    const size = euclideanDistance(data, n * cols, origin, 0, cols);
    if (size === 0) {
      throw new RangeError(
        `${caller}: ${name} must not hold zero rows for cosine, row ${n} is zero`,
      );
    }
    for (let p = n * cols; p < (n + 1) * cols; p++) data[p] /= size;
  }
  return A;
}

/** Weights of neighbours; those at distance 0, if there are any, have all of it. */
function weigh(distances: Vector, weights: "uniform" | "distance"): Vector {
  if (weights === "uniform") return distances.map(() => 1);
  if (distances[0] === 0) return distances.map((d) => (d === 0 ? 1 : 0));
  return distances.map((d) => distances[0] / d);
}

/**
 * k nearest neighbours: the prediction for x is the vote, or the mean, of the k samples nearest to
 * it (Cover & Hart 1967). No parameters are learned; k small follows the data, k large smooths.
 *
 * Distances depend on the units of the columns; `standardize` first if they differ. In many
 * dimensions all samples are about equally far, and neighbours tell little.
 *
 * @param X - Data, N×D, a row a sample.
 * @param y - Labels (or numbers for `task: "regress"`), length N.
 * @returns `{ classes, predict, predictProba, neighbors, converged, nit, message, history }`.
 * @throws RangeError unless 1 ≤ k ≤ N, or if lengths differ or the data hold NaN.
 * Cost of a prediction O(ND), or with the tree about O(log N) in few dimensions.
 * @example
 * learn.knn([[0], [1], [9], [10]], ["low", "low", "high", "high"], { k: 3 }).predict([[2]]) // => ["low"]
 * learn.knn([[0], [1], [9]], [1, 3, 8], { k: 2, task: "regress" }).predict([[0.4]]) // => [2]
 */
export function knn<T extends Label>(
  X: ReadonlyMatrix,
  y: readonly T[],
  options: KnnOptions = {},
): Knn<T> {
  const caller = "knn";
  const A = packData(caller, "X", X);
  const { rows: N, cols: D } = A;
  requireOptions(caller, options, ["k", "task", "weights", "metric", "algorithm"]);
  const { k = 5, task = "classify", weights = "uniform" } = options;
  const { metric = "euclidean", algorithm = "auto" } = options;
  requireNumber(caller, "k", k, { min: 1, max: N, integer: true });
  requireOneOf(caller, "task", task, ["classify", "regress"]);
  requireOneOf(caller, "weights", weights, ["uniform", "distance"]);
  requireOneOf(caller, "metric", metric, ["euclidean", "manhattan", "cosine"]);
  requireOneOf(caller, "algorithm", algorithm, ["brute", "kdTree", "auto"]);
  const rule = { length: N, lengthOf: "rows of X" };
  if (task === "regress") requireVector(caller, "y", y, rule);
  const { classes, codes } =
    task === "classify"
      ? encodeLabels(caller, "y", y, rule)
      : { classes: [] as T[], codes: new Int32Array(0) };

  if (metric === "cosine") normalise(caller, "X", A);
  const distance = rawDistance(metric);
  const useTree = algorithm === "kdTree" || (algorithm === "auto" && D <= 4 && N >= 500);
  const search = useTree
    ? kdTree(A, distance, metric === "manhattan" ? Math.abs : (d) => d * d)
    : bruteForce(A, distance);
  const measure = finish(metric);

  const find = (method: string, Xnew: ReadonlyMatrix): Neighbors => {
    const name = `${caller}.${method}`;
    const Z = packLike(name, Xnew, D);
    if (metric === "cosine") normalise(name, "Xnew", Z);
    const found = Array.from({ length: Z.rows }, (_, n) => search(Z.data, n * D, k));
    return {
      indices: found.map(({ index }) => Array.from(index)),
      distances: found.map(({ distance: d }) => Array.from(d, (v) => measure(v))),
    };
  };
  const votes = (method: string, Xnew: ReadonlyMatrix): Matrix => {
    const { indices, distances } = find(method, Xnew);
    return indices.map((near, n) => {
      const w = weigh(distances[n], weights);
      const total = w.reduce((s, v) => s + v, 0);
      const share = new Array<number>(classes.length).fill(0);
      near.forEach((m, i) => {
        share[codes[m]] += w[i] / total;
      });
      return share;
    });
  };
  const means = (Xnew: ReadonlyMatrix): Vector => {
    const { indices, distances } = find("predict", Xnew);
    return indices.map((near, n) => {
      const w = weigh(distances[n], weights);
      const total = w.reduce((s, v) => s + v, 0);
      return near.reduce((s, m, i) => s + (w[i] / total) * (y[m] as number), 0);
    });
  };
  return summarised("nearest neighbours", {
    classes,
    predict: (Xnew) =>
      task === "regress" ? (means(Xnew) as T[]) : largest(votes("predict", Xnew), classes),
    predictProba: (Xnew) => {
      if (task === "regress") {
        throw new RangeError(`${caller}.predictProba: task must be "classify", got "regress"`);
      }
      return votes("predictProba", Xnew);
    },
    neighbors: (Xnew) => find("neighbors", Xnew),
    converged: true,
    nit: 0,
    message: "the samples are kept; there is nothing to fit",
    history: [],
  });
}
