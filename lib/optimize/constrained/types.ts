import type { Matrix, Vector } from "../../core";
import type { Bound, Gradient } from "../types";

/** Options of `augmentedLagrangian`. */
export interface AugmentedLagrangianOptions {
  /** The gradient of f; or `true` if f returns { value, grad }. Default: difference quotients. */
  grad?: Gradient | true;
  /** Inequalities: g(x) ≤ 0, entry by entry. Default: none. */
  ineq?: (x: Vector) => Vector;
  /** Their Jacobian, m×n. Default: difference quotients. */
  ineqJac?: (x: Vector) => Matrix;
  /** Equations: h(x) = 0, entry by entry. Default: none. */
  eq?: (x: Vector) => Vector;
  /** Their Jacobian, p×n. Default: difference quotients. */
  eqJac?: (x: Vector) => Matrix;
  /** [lower, upper] of each variable, kept at every point. Default: none. */
  bounds?: readonly Bound[];
  /** Accuracy of constraints, complementarity and the gradient of the Lagrangian. Default 1e-6. */
  tol?: number;
  /** Outer iterations at most. Default 50. */
  maxIter?: number;
}

/** One outer iteration. */
export interface AugmentedLagrangianEntry {
  x: Vector;
  fun: number;
  /** The largest violation of a constraint. */
  infeasibility: number;
  /** The largest entry of the gradient of the Lagrangian (projected, if there are bounds). */
  gradNorm: number;
  /** The weight ρ of the constraints. */
  penalty: number;
  /** Multipliers of the inequalities and the equations. */
  ineq: Vector;
  eq: Vector;
}

/** What `augmentedLagrangian` returns. */
export interface AugmentedLagrangianResult {
  x: Vector;
  fun: number;
  /**
   * The multipliers, signed as in L = f + ineqᵀg + eqᵀh + lowerᵀ(lower bounds − x) + upperᵀ(x − upper
   * bounds): ineq, lower, upper ≥ 0, and ∇ₓL = 0 at the solution.
   */
  duals: { ineq: Vector; eq: Vector; lower: Vector; upper: Vector };
  /** The largest violation of a constraint. */
  infeasibility: number;
  /** Outer iterations. */
  nit: number;
  nfev: number;
  ngev: number;
  converged: boolean;
  message: string;
  history: AugmentedLagrangianEntry[];
}
