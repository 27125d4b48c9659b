import { type Matrix, type ReadonlyMatrix, requireBoolean, requireOptions } from "../core";
import * as flat from "./flat";

/** Options of `laplacian`. */
export interface LaplacianOptions {
  /** Whether to return D^{−½}LD^{−½}, with a row of zeros for a vertex without edges. Default false. */
  normalized?: boolean;
}

/**
 * The Laplacian of a network, L = D − W, with the degrees d_i = Σ_j w_ij on the diagonal of D: symmetric and
 * positive semidefinite, xᵀLx = Σ_{i<j} w_ij(x_i − x_j)². Its eigenvalue 0 occurs as often as the network has
 * pieces; the second smallest is the algebraic connectivity (Fiedler 1973). Normalised, D^{−½}LD^{−½}, its
 * eigenvalues lie in [0, 2] (Chung, Spectral Graph Theory, chapter 1).
 *
 * @param W - n×n, symmetric, weights ≥ 0; its diagonal is not looked at.
 * @returns n×n.
 * @throws RangeError if W is not symmetric or a weight is negative. Cost O(n²).
 * @example
 * linalg.laplacian([[0, 2], [2, 0]]) // => [[2, -2], [-2, 2]]
 * linalg.laplacian([[0, 2], [2, 0]], { normalized: true }) // => [[1, -1], [-1, 1]]
 */
export function laplacian(W: ReadonlyMatrix, options: LaplacianOptions = {}): Matrix {
  requireOptions("laplacian", options, ["normalized"]);
  const normalized = requireBoolean("laplacian", "normalized", options.normalized ?? false);
  const packed = flat.packSymmetric("laplacian", W);
  const { data, rows: n } = packed;
  const degree = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const w = data[i * n + j];
      if (i === j) continue;
      if (w < 0) throw new RangeError(`laplacian: W must be ≥ 0, W[${i}][${j}] is ${w}`);
      degree[i] += w;
    }
  }
  const scale = degree.map((d) => (d > 0 && normalized ? 1 / Math.sqrt(d) : 1));
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      if (i === j) data[i * n + j] = normalized ? Number(degree[i] > 0) : degree[i];
      else if (data[i * n + j] !== 0) data[i * n + j] *= -scale[i] * scale[j];
    }
  }
  const L = flat.unpack(packed);
  flat.release(packed);
  return L;
}
