import {
  LinAlgError,
  type ReadonlyMatrix,
  type ReadonlyVector,
  requireMatrix,
  requireNumber,
  requireVector,
  type Vector,
} from "../../core";
import { cholesky, type Dense, dense, fromRows, solveTriangular } from "../../linalg/flat";
import { requireSymmetric } from "../kernels/symmetric";

/** Brings errors of observations to variance 1 and independence, column by column. */
export type Whitening = (columns: Dense) => Dense;

/**
 * What sigma makes of residuals: standard deviations divide them; of a covariance matrix Σ = LLᵀ they are
 * multiplied with L⁻¹.
 *
 * @throws RangeError for a wrong length, or deviations that are not positive; LinAlgError for a matrix that
 * is not positive definite.
 */
export function whitening(
  caller: string,
  sigma: ReadonlyVector | ReadonlyMatrix | undefined,
  m: number,
): Whitening {
  if (sigma === undefined) return (A) => A;
  if (Array.isArray(sigma[0])) {
    const of = "length of ydata";
    const rule = { rows: m, cols: m, rowsOf: of, colsOf: of };
    const S = requireMatrix(caller, "sigma", sigma, rule);
    const L = factor(caller, fromRows(requireSymmetric(caller, "sigma", S, 1e-10)));
    return (A) => solveTriangular(L, A, { lower: true });
  }
  const s = requireVector(caller, "sigma", sigma, { length: m, lengthOf: "length of ydata" });
  s.forEach((v, i) => {
    requireNumber(caller, `sigma[${i}]`, v, { above: 0 });
  });
  return (A) => dividedRows(A, s);
}

function factor(caller: string, S: Dense): Dense {
  try {
    return cholesky(S);
  } catch (error) {
    if (!(error instanceof LinAlgError)) throw error;
    throw new LinAlgError(`${caller}: sigma must be positive definite (${error.message})`);
  }
}

function dividedRows({ data, rows, cols }: Dense, s: Vector): Dense {
  const out = dense(rows, cols);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < cols; j++) out.data[i * cols + j] = data[i * cols + j] / s[i];
  }
  return out;
}
