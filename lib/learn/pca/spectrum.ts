import { type Dense, eigh, gram, product, qr, svd, transpose } from "../../linalg/flat";

/** Principal directions as rows, with the singular values of the centred data, greatest first. */
export interface Spectrum {
  directions: Dense;
  s: Float64Array;
}

/** The factors of the centred data (N×D). */
function bySvd(X: Dense): Spectrum {
  const { s, Vt } = svd(X);
  return { directions: Vt, s };
}

/** The last M columns of V as rows, the last first. */
function lastColumns({ data, rows, cols }: Dense, M: number): Dense {
  const T: Dense = { data: new Float64Array(M * rows), rows: M, cols: rows };
  for (let i = 0; i < rows; i++) {
    for (let m = 0; m < M; m++) T.data[m * rows + i] = data[(i + 1) * cols - 1 - m];
  }
  return T;
}

/** Eigenvectors of XᵀX (D×D). */
function byCovariance(X: Dense): Spectrum {
  const { values, vectors } = eigh(gram(X), { overwrite: true });
  return {
    directions: lastColumns(vectors, X.cols),
    s: values.map((lambda) => Math.sqrt(Math.max(lambda, 0))).reverse(),
  };
}

/**
 * The N ≪ D trick (MML 10.5): if XXᵀu = λu then Xᵀu is an eigenvector of XᵀX for the same λ. The
 * columns Xᵀu are orthogonal in theory; a QR factorisation makes them orthonormal in arithmetic,
 * also where λ is lost to rounding, and |R_mm| = ‖Xᵀu_m‖ is the singular value. M directions only.
 */
function byGram(X: Dense, M: number): Spectrum {
  const { vectors } = eigh(gram(X, { transpose: true }), { overwrite: true });
  const W = product(X, lastColumns(vectors, M), { transposeA: true, transposeB: true });
  const { Q, R } = qr(W);
  const s = Float64Array.from({ length: M }, (_, m) => Math.abs(R.data[m * M + m]));
  return { directions: transpose(Q), s };
}

/** What `method` is asked for: see `PcaOptions`. */
export type PcaMethod = "svd" | "eigh" | "auto";

/** The first directions (at least M) of centred data, and their singular values. */
export function spectrum(X: Dense, method: PcaMethod, M: number): Spectrum {
  const { rows: N, cols: D } = X;
  const useEigh = method === "eigh" || (method === "auto" && (N >= 10 * D || D > N));
  if (!useEigh) return bySvd(X);
  return D > N ? byGram(X, M) : byCovariance(X);
}
