import { squaredDistance } from "../distance";

/** One run of Lloyd's iteration, on flat row-major data. */
export interface LloydRun {
  centers: Float64Array;
  labels: Int32Array;
  inertia: number;
  history: number[];
  converged: boolean;
}

/**
 * Lloyd's iteration from given centres, with Hamerly's bounds (2010, "Making k-means even faster"):
 * each sample keeps an upper bound on the distance to its centre and a lower bound on the distance
 * to any other. Where the first is below the second (or below half the way to the next centre) its
 * cluster cannot change and no distance is computed. The result is that of the plain iteration.
 *
 * A cluster that loses all its samples takes the sample farthest from its centre, which lowers the
 * objective like any other step.
 *
 * @param x - N×D data with column means 0 (the objective is computed as Σ|x|² − Σ N_k|μ_k|²).
 * @param centers - K×D, overwritten.
 * @param tol - Stops when the squared moves of the centres sum to at most this.
 */
export function lloyd(
  x: Float64Array,
  N: number,
  D: number,
  centers: Float64Array,
  maxIter: number,
  tol: number,
): LloydRun {
  const K = centers.length / D;
  const labels = new Int32Array(N).fill(-1);
  const upper = new Float64Array(N).fill(Infinity);
  const lower = new Float64Array(N);
  const sums = new Float64Array(K * D);
  const counts = new Int32Array(K);
  const half = new Float64Array(K);
  const moved = new Float64Array(K);
  let energy = 0;
  for (let i = 0; i < x.length; i++) energy += x[i] * x[i];

  const move = (n: number, to: number) => {
    const from = labels[n];
    for (let j = 0; j < D; j++) sums[to * D + j] += x[n * D + j];
    counts[to]++;
    if (from >= 0) {
      for (let j = 0; j < D; j++) sums[from * D + j] -= x[n * D + j];
      counts[from]--;
    }
    labels[n] = to;
  };

  /** Assigns each sample to its nearest centre; returns how many changed. */
  const assign = (): number => {
    for (let k = 0; k < K; k++) {
      let least = Infinity;
      for (let l = 0; l < K; l++) {
        if (l !== k) least = Math.min(least, squaredDistance(centers, k * D, centers, l * D, D));
      }
      half[k] = Math.sqrt(least) / 2;
    }
    let changed = 0;
    for (let n = 0; n < N; n++) {
      const now = labels[n];
      if (now >= 0) {
        const bound = Math.max(half[now], lower[n]);
        if (upper[n] <= bound) continue;
        upper[n] = Math.sqrt(squaredDistance(x, n * D, centers, now * D, D));
        if (upper[n] <= bound) continue;
      }
      let [first, second, nearest] = [Infinity, Infinity, 0];
      for (let k = 0; k < K; k++) {
        const d = squaredDistance(x, n * D, centers, k * D, D);
        if (d < first) {
          second = first;
          first = d;
          nearest = k;
        } else if (d < second) second = d;
      }
      upper[n] = Math.sqrt(first);
      lower[n] = Math.sqrt(second);
      if (nearest !== now) {
        move(n, nearest);
        changed++;
      }
    }
    return changed;
  };

  /** Gives each empty cluster the sample that is farthest from its centre and not alone in it. */
  const fillEmpty = () => {
    for (let k = 0; k < K; k++) {
      if (counts[k] > 0) continue;
      let [farthest, most] = [-1, -1];
      for (let n = 0; n < N; n++) {
        if (counts[labels[n]] < 2) continue;
        const d = squaredDistance(x, n * D, centers, labels[n] * D, D);
        if (d > most) [farthest, most] = [n, d];
      }
      move(farthest, k);
      upper[farthest] = Infinity;
      lower[farthest] = 0;
    }
  };

  /** Moves the centres to the means, loosens the bounds; returns the sum of the squared moves. */
  const update = (): number => {
    let [total, longest, next, fastest] = [0, 0, 0, -1];
    for (let k = 0; k < K; k++) {
      let square = 0;
      for (let j = k * D; j < (k + 1) * D; j++) {
        const to = sums[j] / counts[k];
        square += (to - centers[j]) ** 2;
        centers[j] = to;
      }
      total += square;
      moved[k] = Math.sqrt(square);
      if (moved[k] > longest) {
        next = longest;
        longest = moved[k];
        fastest = k;
      } else next = Math.max(next, moved[k]);
    }
    for (let n = 0; n < N; n++) {
      upper[n] += moved[labels[n]];
      lower[n] -= labels[n] === fastest ? next : longest;
    }
    return total;
  };

  const objective = (): number => {
    let within = energy;
    for (let k = 0; k < K; k++) {
      let square = 0;
      for (let j = k * D; j < (k + 1) * D; j++) square += centers[j] ** 2;
      within -= counts[k] * square;
    }
    return within;
  };

  const history: number[] = [];
  let converged = false;
  while (!converged && history.length < maxIter) {
    const changed = assign();
    fillEmpty();
    const shift = update();
    converged = changed === 0 || shift <= tol;
    history.push(objective());
  }
  // The running sums have gathered rounding errors: take the means afresh.
  sums.fill(0);
  for (let n = 0; n < N; n++) {
    for (let j = 0; j < D; j++) sums[labels[n] * D + j] += x[n * D + j];
  }
  for (let i = 0; i < sums.length; i++) centers[i] = sums[i] / counts[Math.floor(i / D)];
  let inertia = 0;
  for (let n = 0; n < N; n++) inertia += squaredDistance(x, n * D, centers, labels[n] * D, D);
  return { centers, labels, inertia, history, converged };
}
