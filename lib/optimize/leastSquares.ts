import { type ReadonlyVector, requireOptions, summarised, type Vector } from "../core";
import { fit } from "./fitting/fit";
import { Residuals } from "./fitting/residuals";
import { requireStart } from "./fitting/start";
import type { LeastSquaresOptions, LeastSquaresResult } from "./fitting/types";

/**
 * Fits by least squares: minimises ½·Σ rᵢ(x)² over x ∈ ℝⁿ, r: ℝⁿ → ℝᵐ the residuals, from a start x0; within
 * `bounds` if there are any, and with outliers counting for less if a `loss` says so.
 *
 * Near a solution r is as good as linear, and each step solves a linear least-squares problem within a
 * region where that holds: by the Levenberg–Marquardt method, or with bounds by the trust-region reflective
 * method. It has converged when the residuals are orthogonal to the tangent space of the model to `tol`,
 * ‖P·r‖ ≤ tol·‖r‖ with P the projection on the columns of J, which no scale of f or x changes (Bates &
 * Watts 1981); or when they are zero, or a further step is lost in rounding.
 *
 * @param f - x ↦ the m residuals.
 * @param x0 - The start, length n, within the bounds.
 * @returns { x, cost, residuals, jac, grad, covariance, standardErrors, nit, nfev, njev, converged, message,
 * history }.
 * @throws TypeError or RangeError for options or results of f of the wrong kind or length, or a start
 * outside the bounds. Cost: an iteration takes a Jacobian, by differences
 * 2n evaluations of f, and O(mn²).
 * @example
 * const t = [0, 1, 2, 3], y = [5, 3, 2, 1.3]
 * const decay = optimize.leastSquares(([a, k]) => t.map((ti, i) => a * Math.exp(-k * ti) - y[i]), [1, 1])
 * decay.x.map((v) => Number(v.toFixed(4))) // => [4.9544, 0.4625]
 * decay.standardErrors.map((v) => Number(v.toFixed(3))) // => [0.099, 0.02]
 */
export function leastSquares(
  f: (x: Vector) => Vector,
  x0: ReadonlyVector,
  options: LeastSquaresOptions = {},
): LeastSquaresResult {
  const caller = "leastSquares";
  requireOptions(caller, options, ["jac", "bounds", "loss", "lossScale", "tol", "maxIter"]);
  const { start, bounds } = requireStart(caller, "x0", x0, options.bounds);
  const residuals = new Residuals(caller, f, options.jac, bounds);
  return summarised("least squares", fit(residuals, start, bounds, options));
}
