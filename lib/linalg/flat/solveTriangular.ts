import { LinAlgError } from "../../core";
import { substituteRows } from "../kernels/substitution";
import { trsm } from "../native/blas";
import { usesLapack } from "../native/engine";
import type { Dense } from "../storage/dense";
import { copyOf } from "./copy";

/** Options of `solveTriangular`. */
export interface TriangularOptions {
  /** Whether T is lower triangular (the default) or upper. The other triangle is not read. */
  lower?: boolean;
  /** Solve Tᵀ·X = B instead. Default false. */
  transpose?: boolean;
  /** Whether the solution may take the place of B. Default false. */
  overwrite?: boolean;
}

/**
 * The solution X of T·X = B for triangular T (n×n) and B (n×r), by substitution.
 *
 * @throws LinAlgError if there is a zero on the diagonal of T.
 */
export function solveTriangular(T: Dense, B: Dense, options: TriangularOptions = {}): Dense {
  const { lower = true, transpose = false, overwrite = false } = options;
  const { rows: n, cols: r } = B;
  for (let i = 0, p = 0; i < n; i++, p += n + 1) {
    if (T.data[p] === 0) {
      throw new LinAlgError(`solveTriangular: T is singular, entry ${i + 1} of its diagonal is 0`);
    }
  }
  const X = copyOf(B, overwrite);
  if (usesLapack("triangular", Math.cbrt(n * n * r))) trsm(T, X, lower, transpose);
  else substituteRows(T.data, n, X.data, r, lower, transpose);
  return X;
}
