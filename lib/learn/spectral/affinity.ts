import type { ReadonlyMatrix } from "../../core";
import { type Dense, dense, packSymmetric } from "../../linalg/flat";
import { squaredDistance } from "../distance";
import { greatest, packData } from "../guards";
import { columnMeans } from "../moments";
import { addToRows } from "../rows";
import { powerBelow } from "../scaling";
import { kernelOf } from "../svm/kernels";

/** How alike two samples are: w_nm ≥ 0, symmetric, 0 on the diagonal. */
export type AffinityKind = "rbf" | "nearestNeighbors" | "precomputed";

/** Sets the diagonal to 0: how alike a sample is to itself says nothing of clusters. */
function withoutLoops(W: Dense): Dense {
  for (let p = 0; p < W.rows * W.rows; p += W.rows + 1) W.data[p] = 0;
  return W;
}

/** exp(−γ|x_n − x_m|²). */
function gaussian(caller: string, A: Dense, gamma: "scale" | "auto" | number): Dense {
  const kernel = kernelOf(caller, { kernel: "rbf", gamma }, A);
  addToRows(A, columnMeans(A), -1);
  const { rows: N, cols: D } = A;
  const rowOf = kernel.rows(A);
  const W = dense(N, N);
  for (let n = 0; n < N; n++) {
    const k = rowOf(A.data, n * D);
    for (let m = 0; m < n; m++) {
      W.data[n * N + m] = k[m];
      W.data[m * N + n] = k[m];
    }
  }
  return W;
}

/** ½ for each of the two that counts the other among its k nearest. */
function nearest(A: Dense, k: number): Dense {
  const { data: x, rows: N, cols: D } = A;
  addToRows(A, columnMeans(A), -1);
  const W = dense(N, N);
  const order = new Int32Array(N);
  const distance = new Float64Array(N);
  for (let n = 0; n < N; n++) {
    for (let m = 0; m < N; m++) {
      order[m] = m;
      distance[m] = m === n ? -1 : squaredDistance(x, n * D, x, m * D, D);
    }
    order.sort((a, b) => distance[a] - distance[b] || a - b);
    for (let i = 1; i <= k; i++) {
      W.data[n * N + order[i]] += 0.5;
      W.data[order[i] * N + n] += 0.5;
    }
  }
  return W;
}

/** The graph that is given. */
function given(caller: string, X: ReadonlyMatrix): Dense {
  const W = packSymmetric(caller, X, "X");
  if (W.rows < 2) throw new RangeError(`${caller}: X must have at least 2 rows, got ${W.rows}`);
  const unit = powerBelow(greatest(W.data));
  for (let p = 0; p < W.rows * W.rows; p++) {
    if (W.data[p] < 0) {
      const [n, m] = [Math.floor(p / W.rows), p % W.rows];
      throw new RangeError(`${caller}: X must hold affinities ≥ 0, X[${n}][${m}] is ${W.data[p]}`);
    }
    W.data[p] /= unit;
  }
  // Both triangles alike to the last bit.
  for (let n = 0; n < W.rows; n++) {
    for (let m = 0; m < n; m++) W.data[m * W.rows + n] = W.data[n * W.rows + m];
  }
  return W;
}

/** The similarity graph of the samples. */
export function affinityOf(
  caller: string,
  X: ReadonlyMatrix,
  kind: AffinityKind,
  gamma: "scale" | "auto" | number,
  neighbours: (N: number) => number,
): Dense {
  if (kind === "precomputed") return withoutLoops(given(caller, X));
  const A = packData(caller, "X", X, 2);
  return withoutLoops(kind === "rbf" ? gaussian(caller, A, gamma) : nearest(A, neighbours(A.rows)));
}
