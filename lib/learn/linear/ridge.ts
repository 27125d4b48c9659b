import {
  type ReadonlyMatrix,
  type ReadonlyVector,
  requireBoolean,
  requireNumber,
  requireOptions,
  type Vector,
} from "../../core";
import { matvec, svd, transpose } from "../../linalg";
import { requireTargets } from "../guards";
import type { FitReport } from "../report";
import { designOf, linearPredictor } from "./design";

/** Options of `ridge`. */
export interface RidgeOptions {
  /** Strength λ > 0 of the penalty λ|w|². Default 1. */
  alpha?: number;
  /** Whether to fit a constant term b, which is not penalised. Default true. */
  intercept?: boolean;
}

/** What `ridge` returns; `history` holds the objective. */
export interface Ridge extends FitReport<{ objective: number }> {
  /** Weights w, length D. */
  coef: Vector;
  /** Constant term b; 0 without one. */
  intercept: number;
  /** Effective number of parameters, Σ s_i²/(s_i² + λ): D without penalty, 0 as λ grows. */
  degreesOfFreedom: number;
  /** b + xᵀw for each row. */
  predict(Xnew: ReadonlyMatrix): Vector;
}

/**
 * Ridge regression: w and b that make Σ (y_n − b − x_nᵀw)² + λ|w|² least (MML 9.2.4). It is the MAP
 * estimate under a Gaussian prior N(0, b²I) on w and noise of variance σ², with λ = σ²/b²
 * (MML 9.2.3). With X = USVᵀ, w = V·diag(s_i/(s_i² + λ))·Uᵀy: directions in which the data vary
 * little are shrunk most. Unlike least squares it depends on the units: `standardize` first.
 *
 * @param X - Data, N×D, a row a sample.
 * @param y - Targets, length N.
 * @returns `{ coef, intercept, degreesOfFreedom, predict, converged, nit, message, history }`.
 * @throws RangeError if alpha is not positive (for 0 use `linearRegression`), or the data hold NaN.
 * Cost O(ND·min(N, D)).
 * @example
 * learn.ridge([[1], [-1]], [2, -2], { alpha: 2 }).coef // => [1]
 */
export function ridge(X: ReadonlyMatrix, y: ReadonlyVector, options: RidgeOptions = {}): Ridge {
  const caller = "ridge";
  const { A, t } = requireTargets(caller, X, y);
  requireOptions(caller, options, ["alpha", "intercept"]);
  const alpha = requireNumber(caller, "alpha", options.alpha ?? 1, { above: 0 });
  const design = designOf(A, t, requireBoolean(caller, "intercept", options.intercept ?? true));
  const { U, s, Vt } = svd(design.X);
  const along = matvec(transpose(U), design.y);
  const coef = matvec(
    transpose(Vt),
    s.map((si, i) => (si / (si * si + alpha)) * along[i]),
  );
  const intercept = design.interceptOf(coef);
  const fit = matvec(design.X, coef);
  const loss = design.y.reduce((sum, yn, n) => sum + (yn - fit[n]) ** 2, 0);
  return {
    coef,
    intercept,
    degreesOfFreedom: s.reduce((sum, si) => sum + (si * si) / (si * si + alpha), 0),
    predict: linearPredictor(caller, coef, intercept),
    converged: true,
    nit: 1,
    message: "solved directly",
    history: [{ objective: loss + alpha * coef.reduce((sum, w) => sum + w * w, 0) }],
  };
}
