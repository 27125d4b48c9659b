import {
  type ReadonlyMatrix,
  type ReadonlyVector,
  requireBoolean,
  requireNumber,
  requireOptions,
  summarised,
  type Vector,
} from "../../core";
import { matvec, svd, unpackVector } from "../../linalg/flat";
import { packTargets } from "../guards";
import { columnMeans, weightedMeans } from "../moments";
import type { FitReport } from "../report";
import { addToRows } from "../rows";
import { errorWeights } from "../weights";
import { scaleByRoots } from "./columns";
import { centredTargets, interceptOf, linearPredictor } from "./design";

/** Options of `ridge`. */
export interface RidgeOptions {
  /** Strength λ > 0 of the penalty λ|w|². Default 1. */
  alpha?: number;
  /** Whether to fit a constant term b, which is not penalised. Default true. */
  intercept?: boolean;
  /** Weight v_n ≥ 0 of each squared error. Default 1. */
  weights?: ReadonlyVector;
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
 * Ridge regression: w and b that make Σ v_n(y_n − b − x_nᵀw)² + λ|w|² least (MML 9.2.4). It is the MAP
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
  const { A, t } = packTargets(caller, X, y);
  requireOptions(caller, options, ["alpha", "intercept", "weights"]);
  const alpha = requireNumber(caller, "alpha", options.alpha ?? 1, { above: 0 });
  const centre = requireBoolean(caller, "intercept", options.intercept ?? true);
  const weights = errorWeights(caller, options.weights, A.rows);
  const means = () => (weights ? weightedMeans(A, weights) : columnMeans(A));
  const mean = centre ? means() : new Float64Array(A.cols);
  addToRows(A, mean, -1);
  if (weights) scaleByRoots(A, weights);
  const { y: rest, level } = centredTargets(t, centre, weights);
  const { U, s, Vt } = svd(A);
  const along = matvec(U, rest, { transpose: true });
  // s/(s² + α), written so that s² neither overflows nor loses α.
  const shrunk = along.map((a, i) => (s[i] === 0 ? 0 : a / (s[i] + alpha / s[i])));
  const w = matvec(Vt, shrunk, { transpose: true });
  const fit = matvec(A, w);
  const loss = rest.reduce((sum, yn, n) => sum + (yn - fit[n]) ** 2, 0);
  const coef = unpackVector(w);
  return summarised("ridge regression", {
    coef,
    intercept: interceptOf(coef, mean, level),
    degreesOfFreedom: s.reduce((sum, si) => sum + 1 / (1 + alpha / si / si), 0),
    predict: linearPredictor(caller, coef, mean, level),
    converged: true,
    nit: 1,
    message: "solved directly",
    history: [{ objective: loss + alpha * coef.reduce((sum, wj) => sum + wj * wj, 0) }],
  });
}
