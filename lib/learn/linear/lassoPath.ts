import {
  type Matrix,
  type ReadonlyMatrix,
  type ReadonlyVector,
  requireBoolean,
  requireNumber,
  requireOptions,
  requireVector,
  summarised,
  type Vector,
} from "../../core";
import type { FitReport } from "../report";
import { gapMessage, type PenalisedOptions, penalised, requirePenalised } from "./penalised";

/** Options of `lassoPath`. */
export interface LassoPathOptions extends PenalisedOptions {
  /**
   * The strengths, in any order, or how many there are to be, evenly spaced in their logarithms from the
   * least that leaves no weight down to `eps` of it. Default 100.
   */
  alphas?: number | ReadonlyVector;
  /** The last strength as a share of the first, in (0, 1). Default 1e-3. */
  eps?: number;
  /** Share ρ in (0, 1] of |w|₁ in the penalty: less than 1 for the path of `elasticNet`. Default 1. */
  l1Ratio?: number;
}

/** What `lassoPath` returns; A is the number of strengths. `history` holds an entry for each. */
export interface LassoPath extends FitReport<{ alpha: number; objective: number; gap: number }> {
  /** Strengths, descending, length A. */
  alphas: Vector;
  /** Weights for each strength, A×D. */
  coef: Matrix;
  /** Constant term for each strength, length A. */
  intercept: Vector;
  /** Duality gap for each strength, length A. */
  gap: Vector;
}

/** `count` strengths from `top` down to eps·top, evenly spaced in their logarithms. */
function spaced(top: number, count: number, eps: number): Vector {
  return Array.from({ length: count }, (_, i) =>
    count === 1 ? top : top * eps ** (i / (count - 1)),
  );
}

/**
 * The lasso for a whole range of strengths, from the least α that leaves all weights 0,
 * α_max = max_j |x_jᵀ(y − ȳ)|/(Nρ), to where they are nearly those of least squares. Each fit starts from
 * the one before, so that all of them cost little more than the last alone (Friedman, Hastie & Tibshirani
 * 2010). The order in which weights leave 0 tells which columns matter; choose α by `crossValidate`.
 *
 * @param X - Data, N×D, a row a sample; `standardize` it first.
 * @param y - Targets, length N.
 * @returns `{ alphas, coef: A×D, intercept, gap, converged, nit, message, history }`; see {@link LassoPath}.
 * @throws RangeError if a strength is not positive, or if no column tells anything of y, so that there is
 * no path, or the data hold NaN.
 * Cost O(ND) a sweep of coordinate descent.
 * @example
 * learn.lassoPath([[1], [-1]], [3, -3], { alphas: 2, eps: 0.5 }).alphas // => [3, 1.5]
 * learn.lassoPath([[1], [-1]], [3, -3], { alphas: [1, 2] }).coef // => [[1], [2]]
 */
export function lassoPath(
  X: ReadonlyMatrix,
  y: ReadonlyVector,
  options: LassoPathOptions = {},
): LassoPath {
  const caller = "lassoPath";
  const known = ["alphas", "eps", "l1Ratio", "intercept", "tol", "maxIter"] as const;
  requireOptions(caller, options, known);
  const { alphas: wanted = 100, eps = 1e-3, l1Ratio = 1 } = options;
  requireNumber(caller, "eps", eps, { above: 0, below: 1 });
  requireNumber(caller, "l1Ratio", l1Ratio, { above: 0, max: 1 });
  const intercept = requireBoolean(caller, "intercept", options.intercept ?? true);
  const { tol, maxIter } = requirePenalised(caller, options);
  if (typeof wanted === "number") {
    requireNumber(caller, "alphas", wanted, { min: 1, integer: true });
  } else {
    requireVector(caller, "alphas", wanted, { minLength: 1 });
    wanted.forEach((a, i) => {
      requireNumber(caller, `alphas[${i}]`, a, { above: 0 });
    });
  }
  const problem = penalised(caller, X, y, l1Ratio, { intercept, tol, maxIter });
  const top = problem.alphaMax;
  if (typeof wanted === "number" && !(top * eps > 0)) {
    throw new RangeError(
      `${caller}: X must have a column that is not orthogonal to y; all weights are 0 for any alpha`,
    );
  }
  const alphas =
    typeof wanted === "number" ? spaced(top, wanted, eps) : wanted.slice().sort((a, b) => b - a);
  const fits = alphas.map((alpha) => problem.solve(alpha));
  const converged = fits.every((fit) => fit.converged);
  return summarised("path of the lasso", {
    alphas,
    coef: fits.map((fit) => fit.coef),
    intercept: fits.map((fit) => fit.intercept),
    gap: fits.map((fit) => fit.gap),
    converged,
    nit: fits.reduce((sum, { nit }) => sum + nit, 0),
    message: gapMessage(converged, tol, maxIter),
    history: fits.map(({ objective, gap }, i) => ({ alpha: alphas[i], objective, gap })),
  });
}
