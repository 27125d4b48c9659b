import type { Dense } from "../../linalg/flat";
import { squaredDistance } from "../distance";

/** How far apart two samples are. */
export type Metric = "euclidean" | "manhattan" | "cosine";

/** The k nearest samples found so far: ascending by distance, of equal ones by row number. */
export class Nearest {
  readonly distance: Float64Array;
  readonly index: Int32Array;

  constructor(readonly k: number) {
    this.distance = new Float64Array(k).fill(Infinity);
    this.index = new Int32Array(k).fill(-1);
  }

  /** Distance that a sample must not exceed to count. */
  get bound(): number {
    return this.distance[this.k - 1];
  }

  offer(d: number, n: number): void {
    const { distance, index } = this;
    let i = this.k - 1;
    if (d > distance[i] || (d === distance[i] && index[i] >= 0 && n > index[i])) return;
    for (; i > 0 && (d < distance[i - 1] || (d === distance[i - 1] && n < index[i - 1])); i--) {
      distance[i] = distance[i - 1];
      index[i] = index[i - 1];
    }
    distance[i] = d;
    index[i] = n;
  }
}

/** The distance in which we search: squared for Euclid, which keeps the order and saves the root. */
export type RawDistance = (
  x: Float64Array,
  p: number,
  z: Float64Array,
  q: number,
  D: number,
) => number;

function manhattan(x: Float64Array, p: number, z: Float64Array, q: number, D: number): number {
  let sum = 0;
  for (let j = 0; j < D; j++) sum += Math.abs(x[p + j] - z[q + j]);
  return sum;
}

/**
 * The distance of a metric. For unit vectors |x − z|² = 2(1 − cos), so samples brought to length 1 are
 * searched by Euclid's for the cosine.
 */
export const rawDistance = (metric: Metric): RawDistance =>
  metric === "manhattan" ? manhattan : squaredDistance;

/** From the distance we search in to that of the metric. */
export const finish = (metric: Metric) =>
  metric === "euclidean"
    ? Math.sqrt
    : metric === "cosine"
      ? (d: number) => d / 2
      : (d: number) => d;

/** Finds the k nearest rows of x (N×D) to a point by looking at each. */
export function bruteForce({ data: x, rows: N, cols: D }: Dense, distance: RawDistance) {
  return (z: Float64Array, at: number, k: number): Nearest => {
    const best = new Nearest(k);
    for (let n = 0; n < N; n++) {
      const d = distance(x, n * D, z, at, D);
      if (d <= best.bound) best.offer(d, n);
    }
    return best;
  };
}
