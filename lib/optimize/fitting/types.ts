import type { Matrix, Vector } from "../../core";
import type { Bound } from "../types";
import type { Loss } from "./loss";

/** Options that `leastSquares` and `curveFit` share. */
export interface FitOptions {
  /** [lower, upper] of each parameter, ±Infinity for none, kept at every point. Default: none. */
  bounds?: readonly Bound[];
  /**
   * How residuals count: ½·Σ C²ρ((rᵢ/C)²) is minimised, with ρ(z) = z for "linear", z up to 1 and
   * 2√z − 1 beyond for "huber", 2(√(1 + z) − 1) for "softL1", ln(1 + z) for "cauchy", arctan z for
   * "arctan". All but the first make outliers count for less. Default "linear".
   */
  loss?: Loss;
  /** C: residuals well below it count in full. Default 1. */
  lossScale?: number;
  /**
   * Stop when the residual vector is orthogonal to the tangent space of the model to this: when the
   * parameters are as near to the minimum as this times their standard errors. Default 1e-8.
   */
  tol?: number;
  /** Stop, not converged, after so many iterations. Default 1000. */
  maxIter?: number;
}

/** Options of `leastSquares`. */
export interface LeastSquaresOptions extends FitOptions {
  /**
   * The Jacobian ∂rᵢ/∂xⱼ, m×n; or "dual" to compute with dual numbers, for an f written with the functions
   * of `calculus`. Default: central difference quotients.
   */
  jac?: ((x: Vector) => Matrix) | "dual";
}

/** One point of the path of a fit. */
export interface FitHistoryEntry {
  x: Vector;
  /** Half the sum of the squares of the residuals, or what the loss makes of it. */
  cost: number;
  /** The cosine of the angle between residuals and tangent space, which `tol` is compared with. */
  offset: number;
  /** The length of the step that led here, each parameter measured by its column of the Jacobian. */
  step: number;
}

/** What `leastSquares` returns. */
export interface LeastSquaresResult {
  x: Vector;
  /** ½·Σ rᵢ², or what the loss makes of it. */
  cost: number;
  /** The residuals r(x), length m. */
  residuals: Vector;
  /** Their Jacobian at x, m×n. */
  jac: Matrix;
  /** The gradient of the cost, length n. */
  grad: Vector;
  /**
   * s²·(JᵀJ)⁻¹, n×n, s² = 2·cost/(m − n), J weighed by the loss: what the parameters would vary, were the
   * residuals errors of equal variance. Infinity throughout where the residuals do not determine x, or none
   * is left over (m ≤ n). It takes no notice of bounds; rows and columns of parameters whose bounds
   * coincide are zero.
   */
  covariance: Matrix;
  /** The roots of its diagonal. */
  standardErrors: Vector;
  nit: number;
  /** Number of evaluations of f, those for difference quotients included. */
  nfev: number;
  /** Number of Jacobians. */
  njev: number;
  converged: boolean;
  message: string;
  history: FitHistoryEntry[];
}
