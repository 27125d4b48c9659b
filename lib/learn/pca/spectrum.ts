import type { Matrix, Vector } from "../../core";
import { eigh, qr, svd, transpose } from "../../linalg";
import { flatten, unflatten } from "../flat";
import { product, transposed } from "../product";

/** Principal directions as rows, with the singular values of the centred data, greatest first. */
export interface Spectrum {
  directions: Matrix;
  s: Vector;
}

/** The factors of the centred data (N×D, flat). */
function bySvd(x: Float64Array, D: number): Spectrum {
  const { s, Vt } = svd(unflatten(x, D));
  return { directions: Vt, s };
}

/** Eigenvectors of XᵀX (D×D). */
function byCovariance(x: Float64Array, N: number, D: number): Spectrum {
  const S = new Float64Array(D * D);
  product(D, D, N, transposed(x, N, D), x, S);
  const { values, vectors } = eigh(symmetric(S, D));
  return {
    directions: transpose(vectors).reverse(),
    s: values.map((lambda) => Math.sqrt(Math.max(lambda, 0))).reverse(),
  };
}

/**
 * The N ≪ D trick (MML 10.5): if XXᵀu = λu then Xᵀu is an eigenvector of XᵀX for the same λ. The
 * columns Xᵀu are orthogonal in theory; a QR factorisation makes them orthonormal in arithmetic,
 * also where λ is lost to rounding, and |R_mm| = ‖Xᵀu_m‖ is the singular value. M directions only.
 */
function byGram(x: Float64Array, N: number, D: number, M: number): Spectrum {
  const xt = transposed(x, N, D);
  const G = new Float64Array(N * N);
  product(N, N, D, x, xt, G);
  const { vectors } = eigh(symmetric(G, N));
  const U = flatten(vectors.map((row) => row.slice(-M).reverse()));
  const W = new Float64Array(D * M);
  product(D, M, N, xt, U, W);
  const { Q, R } = qr(unflatten(W, M));
  return { directions: transpose(Q), s: R.map((row, m) => Math.abs(row[m])) };
}

/** A matrix from flat storage, made symmetric to the last bit. */
function symmetric(S: Float64Array, n: number): Matrix {
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) S[i * n + j] = S[j * n + i];
  return unflatten(S, n);
}

/** What `method` is asked for: see `PcaOptions`. */
export type PcaMethod = "svd" | "eigh" | "auto";

/** The first directions (at least M) of centred data in flat storage, and their singular values. */
export function spectrum(
  x: Float64Array,
  N: number,
  D: number,
  method: PcaMethod,
  M: number,
): Spectrum {
  const useEigh = method === "eigh" || (method === "auto" && (N >= 10 * D || D > N));
  if (!useEigh) return bySvd(x, D);
  return D > N ? byGram(x, N, D, M) : byCovariance(x, N, D);
}
