import type { OnProgress } from "../../core";
import { copyOf, type Dense } from "../../linalg/flat";
import { squaredDistance, squaredLengths } from "../distance";
import { nearestCentres } from "./assign";

/** One run of Lloyd's iteration. */
export interface LloydRun {
  centers: Dense;
  labels: Int32Array;
  inertia: number;
  /** The inertia after each iteration. */
  history: number[];
  converged: boolean;
}

/** Sums and counts of the samples of each cluster, kept up to date as samples move. */
function clusters({ data: x, rows: N, cols: D }: Dense, K: number) {
  const labels = new Int32Array(N).fill(-1);
  const sums = new Float64Array(K * D);
  const counts = new Int32Array(K);
  const add = (n: number, k: number) => {
    for (let j = 0, p = n * D, q = k * D; j < D; j++) sums[q++] += x[p++];
    counts[k]++;
  };
  const drop = (n: number, k: number) => {
    for (let j = 0, p = n * D, q = k * D; j < D; j++) sums[q++] -= x[p++];
    counts[k]--;
  };
  return {
    labels,
    sums,
    counts,
    move: (n: number, to: number) => {
      if (labels[n] >= 0) drop(n, labels[n]);
      add(n, to);
      labels[n] = to;
    },
    /** The sums without the rounding errors they have gathered. */
    refresh: () => {
      sums.fill(0);
      counts.fill(0);
      for (let n = 0; n < N; n++) add(n, labels[n]);
    },
  };
}

/** What Lloyd's iteration does with data X, of which the products that never change are kept. */
export function lloydOn(X: Dense, K: number) {
  const square = squaredLengths(X);
  const energy = square.reduce((sum, v) => sum + v, 0);
  return { X, square, energy, assign: nearestCentres(X, K, square) };
}

/**
 * Lloyd's iteration (1982) from given centres: assign each sample to the nearest centre, move each
 * centre to the mean of its samples. A cluster that loses all its samples takes the one farthest from
 * its centre, which lowers the objective like any other step.
 *
 * @param data - N×D data with column means 0 (the objective is computed as Σ|x|² − Σ N_k|μ_k|²).
 * @param start - The first centres, K×D.
 * @param tol - Stops when the squared moves of the centres sum to at most this.
 */
export function lloyd(
  { X, assign, energy }: ReturnType<typeof lloydOn>,
  start: Dense,
  maxIter: number,
  tol: number,
  onProgress?: OnProgress,
): LloydRun {
  const { data: x, rows: N, cols: D } = X;
  const K = start.rows;
  const centers = copyOf(start);
  const c = centers.data;
  const { labels, sums, counts, move, refresh } = clusters(X, K);
  const nearest = new Int32Array(N);

  const fillEmpty = () => {
    for (let k = 0; k < K; k++) {
      if (counts[k] > 0) continue;
      let [farthest, most] = [-1, -1];
      for (let n = 0; n < N; n++) {
        if (counts[labels[n]] < 2) continue;
        const d = squaredDistance(x, n * D, c, labels[n] * D, D);
        if (d > most) [farthest, most] = [n, d];
      }
      move(farthest, k);
    }
  };

  /** Moves the centres to the means; returns the sum of their squared moves and the objective. */
  const update = (): { shift: number; objective: number } => {
    let shift = 0;
    let objective = energy;
    for (let k = 0; k < K; k++) {
      for (let j = k * D; j < (k + 1) * D; j++) {
        const to = sums[j] / counts[k];
        shift += (to - c[j]) ** 2;
        objective -= counts[k] * to * to;
        c[j] = to;
      }
    }
    return { shift, objective };
  };

  const history: number[] = [];
  let converged = false;
  while (!converged && history.length < maxIter) {
    let changed = 0;
    assign(centers, nearest);
    for (let n = 0; n < N; n++) {
      if (labels[n] === nearest[n]) continue;
      move(n, nearest[n]);
      changed++;
    }
    fillEmpty();
    const { shift, objective } = update();
    history.push(objective);
    onProgress?.({ iteration: history.length, of: maxIter, value: objective });
    converged = changed === 0 || shift <= tol;
  }
  refresh();
  update();
  let inertia = 0;
  for (let n = 0; n < N; n++) inertia += squaredDistance(x, n * D, c, labels[n] * D, D);
  return { centers, labels, inertia, history, converged };
}
