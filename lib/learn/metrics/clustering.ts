import type { ReadonlyMatrix, ReadonlyVector, Vector } from "../../core";
import { euclideanDistance } from "../distance";
import { greatest, packSamples } from "../guards";
import { encodeLabels, type Label } from "../labels";
import { powerBelow } from "../scaling";

/** How many samples fall in each pair of clusters, with the sizes of the clusters on both sides. */
function contingency<S extends Label, T extends Label>(
  caller: string,
  a: readonly S[],
  b: readonly T[],
) {
  const A = encodeLabels(caller, "a", a);
  const B = encodeLabels(caller, "b", b, { length: a.length, lengthOf: "length of a" });
  const N = a.length;
  if (N < 2) throw new RangeError(`${caller}: a must have at least 2 labels, got ${N}`);
  const table = A.counts.map(() => B.counts.map(() => 0));
  for (let n = 0; n < N; n++) table[A.codes[n]][B.codes[n]]++;
  return { table, rows: A.counts, columns: B.counts, N };
}

/**
 * Silhouette of each sample: (b − a) / max(a, b), where a is its mean distance to the other members
 * of its cluster and b the least of its mean distances to another cluster (Rousseeuw 1987). Near 1:
 * well placed; 0: on a border; negative: closer to another cluster. A cluster of one has 0.
 *
 * @param X - Data, N×D.
 * @param labels - Cluster of each sample, length N, at least 2 clusters and fewer than N.
 * @returns Length N.
 * @throws RangeError unless 2 ≤ clusters < N. Cost O(N²D).
 * @example
 * learn.silhouetteSamples([[0], [1], [5]], [0, 0, 1]) // => [0.8, 0.75, 0]
 */
export function silhouetteSamples<T extends Label>(
  X: ReadonlyMatrix,
  labels: readonly T[],
): Vector {
  const caller = "silhouetteSamples";
  const { data, rows: N, cols: D } = packSamples(caller, "X", X, { anyMagnitude: true });
  const { codes, counts } = encodeLabels(caller, "labels", labels, {
    length: N,
    lengthOf: "rows of X",
    minClasses: 2,
  });
  const K = counts.length;
  if (K >= N) {
    throw new RangeError(
      `${caller}: labels must form fewer clusters than samples, got ${K} of ${N}`,
    );
  }
  // A silhouette has no unit: in one of about the greatest entry no sum of distances overflows.
  const unit = powerBelow(greatest(data));
  const x = data.map((v) => v / unit);
  const sums = new Float64Array(N * K);
  for (let n = 0; n < N; n++) {
    for (let m = 0; m < n; m++) {
      const distance = euclideanDistance(x, n * D, x, m * D, D);
      sums[n * K + codes[m]] += distance;
      sums[m * K + codes[n]] += distance;
    }
  }
  return Array.from(codes, (own, n) => {
    if (counts[own] === 1) return 0;
    const a = sums[n * K + own] / (counts[own] - 1);
    let b = Infinity;
    for (let k = 0; k < K; k++) if (k !== own) b = Math.min(b, sums[n * K + k] / counts[k]);
    return a === b ? 0 : (b - a) / Math.max(a, b);
  });
}

/**
 * Mean silhouette of a clustering (see `silhouetteSamples`): the higher, the tighter and better
 * parted the clusters. Compare numbers of clusters with it. See Rousseeuw 1987, "Silhouettes".
 *
 * @param X - Data, N×D.
 * @param labels - Cluster of each sample, length N.
 * @returns A number in [−1, 1].
 * @throws As `silhouetteSamples`. Cost O(N²D).
 * @example
 * learn.silhouette([[0], [0], [5], [5]], ["a", "a", "b", "b"]) // => 1
 */
export function silhouette<T extends Label>(X: ReadonlyMatrix, labels: readonly T[]): number {
  const samples = silhouetteSamples(X, labels);
  return samples.reduce((s, v) => s + v, 0) / samples.length;
}

/**
 * Rand index adjusted for chance (Hubert & Arabie 1985): agreement of two clusterings over pairs of
 * samples, whatever the clusters are called. 1: the same partition; 0 on average for random ones.
 *
 * @param a - Labels or clusters, length N.
 * @param b - Labels or clusters, length N; may be of another kind than a.
 * @returns A number ≤ 1.
 * @throws RangeError if the lengths differ or N < 2. Cost O(N + K²).
 * @example
 * learn.adjustedRandIndex([0, 0, 1, 1], ["b", "b", "a", "a"]) // => 1
 * learn.adjustedRandIndex([0, 0, 1, 2], [0, 0, 1, 1]) // => 4 / 7
 */
export function adjustedRandIndex<S extends Label, T extends Label>(
  a: readonly S[],
  b: readonly T[],
): number {
  const { table, rows, columns, N } = contingency("adjustedRandIndex", a, b);
  const pairs = (counts: ReadonlyVector) => counts.reduce((s, c) => s + (c * (c - 1)) / 2, 0);
  const together = pairs(table.flat());
  const [inA, inB] = [pairs(rows), pairs(columns)];
  const expected = (inA * inB) / ((N * (N - 1)) / 2);
  const most = (inA + inB) / 2;
  return most === expected ? 1 : (together - expected) / (most - expected);
}

/**
 * Normalised mutual information of two clusterings: I(A; B) / ((H(A) + H(B)) / 2), in [0, 1]. 1: each
 * tells the other; 0: independent. Not adjusted for chance: many small clusters raise it. See Vinh, Epps &
 * Bailey 2010, "Information theoretic measures for clusterings comparison".
 *
 * @param a - Labels or clusters, length N.
 * @param b - Labels or clusters, length N; may be of another kind than a.
 * @returns A number in [0, 1].
 * @throws RangeError if the lengths differ or N < 2. Cost O(N + K²).
 * @example
 * learn.normalizedMutualInfo([0, 0, 1, 1], ["b", "b", "a", "a"]) // => 1
 * learn.normalizedMutualInfo([0, 0, 1, 1], [0, 1, 0, 1]) // => 0
 */
export function normalizedMutualInfo<S extends Label, T extends Label>(
  a: readonly S[],
  b: readonly T[],
): number {
  const { table, rows, columns, N } = contingency("normalizedMutualInfo", a, b);
  const entropy = (counts: ReadonlyVector) =>
    counts.reduce((s, c) => s - (c / N) * Math.log(c / N), 0);
  const mean = (entropy(rows) + entropy(columns)) / 2;
  if (mean === 0) return 1;
  let info = 0;
  table.forEach((row, i) => {
    row.forEach((c, j) => {
      if (c > 0) info += (c / N) * Math.log((c * N) / (rows[i] * columns[j]));
    });
  });
  return info / mean;
}
