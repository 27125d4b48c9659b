import {
  type Matrix,
  type ReadonlyVector,
  requireFunction,
  requireMatrix,
  requireNumber,
  requireOptions,
  requireVector,
  type Vector,
} from "../core";
import { jacobianDifferences } from "./descent/differences";
import { projectedNorm } from "./descent/lbfgsb";
import { Objective } from "./descent/objective";
import { requireBounds } from "./kernels/bounds";
import { inner, maxAbs } from "./kernels/vectors";
import { minimize } from "./minimize";
import type { Bound, Gradient, Scalar, ValueAndGradient } from "./types";

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

/** A constraint function and its Jacobian, with what they return checked. */
function constraint(
  caller: string,
  name: "ineq" | "eq",
  f: ((x: Vector) => Vector) | undefined,
  jac: ((x: Vector) => Matrix) | undefined,
  x0: Vector,
) {
  if (f === undefined) return { count: 0, value: () => [], jacobian: () => [] };
  requireFunction(caller, name, f);
  if (jac !== undefined) requireFunction(caller, `${name}Jac`, jac);
  const first = requireVector(caller, `the result of ${name}`, f(x0.slice()), {
    allowNonFinite: true,
  });
  const count = first.length;
  const rule = { length: count, lengthOf: "its length at x0", allowNonFinite: true };
  const value = (x: Vector) => requireVector(caller, `the result of ${name}`, f(x.slice()), rule);
  const shape = {
    rows: count,
    cols: x0.length,
    rowsOf: `length of ${name}`,
    colsOf: "length of x0",
    allowNonFinite: true,
  };
  const jacobian = (x: Vector): Matrix =>
    jac
      ? requireMatrix(caller, `the result of ${name}Jac`, jac(x.slice()), shape)
      : jacobianDifferences(value, x);
  return { count, value, jacobian };
}

/** Where the weight of the constraints ends: beyond, rounding decides. */
const HEAVIEST = 1e14;
/** A point this far out runs off. */
const FAR = 1e20;

/**
 * Minimises f(x) subject to g(x) ≤ 0, h(x) = 0 and bounds, none of them need be linear, by the method of
 * multipliers (Hestenes 1969, Powell 1969, Rockafellar 1974; MML 7.2 for the Lagrangian).
 *
 * Each outer iteration minimises, with L-BFGS-B, f plus a penalty that the multipliers shift,
 *
 *   f + (ρ/2)·Σ (hⱼ + νⱼ/ρ)² + (ρ/2)·Σ max(0, gᵢ + λᵢ/ρ)²,
 *
 * and then sets ν = ν + ρh and λ = max(0, λ + ρg). The shift is what lets ρ stay moderate: it grows only
 * while the violation does not fall fast enough (Birgin & Martínez, "Practical Augmented Lagrangian
 * Methods", 2014). The result is a local solution. Where the constraints cannot be met, the result says
 * `converged: false` with the violation that is left.
 *
 * @param f - The function; with `grad: true` it returns { value, grad }.
 * @param x0 - The start, length n, within the bounds; it need not satisfy the other constraints.
 * @throws TypeError or RangeError for options or results of the wrong kind or length, or a start outside
 * the bounds.
 * @example
 * // the point of the circle x² + y² = 2 where x + y is least
 * const circle = ([x, y]) => [x * x + y * y - 2]
 * const best = optimize.augmentedLagrangian(([x, y]) => x + y, [-2, 1], { eq: circle })
 * best.x.map((v) => Number(v.toFixed(5))) // => [-1, -1]
 * Number(best.duals.eq[0].toFixed(5)) // => 0.5
 */
export function augmentedLagrangian(
  f: Scalar,
  x0: ReadonlyVector,
  options?: AugmentedLagrangianOptions,
): AugmentedLagrangianResult;
export function augmentedLagrangian(
  f: ValueAndGradient,
  x0: ReadonlyVector,
  options: AugmentedLagrangianOptions & { grad: true },
): AugmentedLagrangianResult;
export function augmentedLagrangian(
  f: Scalar | ValueAndGradient,
  x0: ReadonlyVector,
  options: AugmentedLagrangianOptions = {},
): AugmentedLagrangianResult {
  const caller = "augmentedLagrangian";
  const start = requireVector(caller, "x0", x0, { minLength: 1 }).slice();
  requireOptions(caller, options, [
    "grad",
    "ineq",
    "ineqJac",
    "eq",
    "eqJac",
    "bounds",
    "tol",
    "maxIter",
  ]);
  const { grad, tol = 1e-6, maxIter = 50 } = options;
  requireNumber(caller, "tol", tol, { above: 0 });
  requireNumber(caller, "maxIter", maxIter, { min: 1, integer: true });
  const bounds = options.bounds ?? start.map((): Bound => [-Infinity, Infinity]);
  requireBounds(caller, bounds, start.length, "length of x0").forEach(([min, max], i) => {
    requireNumber(caller, `x0[${i}]`, start[i], { min, max });
  });
  const objective = new Objective(caller, f, start.length, grad, bounds);
  const g = constraint(caller, "ineq", options.ineq, options.ineqJac, start);
  const h = constraint(caller, "eq", options.eq, options.eqJac, start);

  let lambda: Vector = new Array(g.count).fill(0);
  let nu: Vector = new Array(h.count).fill(0);
  const pulled = (base: Vector, J: Matrix, weights: Vector) =>
    base.map((v, j) => v + J.reduce((s, row, i) => s + weights[i] * row[j], 0));
  const lagrangian = (x: Vector) =>
    pulled(pulled(objective.gradient(x), g.jacobian(x), lambda), h.jacobian(x), nu);

  let x = start;
  const violationAt = (at: Vector) => [...g.value(at).map((v) => Math.max(0, v)), ...h.value(at)];
  const first = violationAt(x);
  const size = inner(first, first);
  let rho = Math.min(10, Math.max(1e-3, (2 * Math.abs(objective.value(x))) / size)) || 1;
  let before = Infinity;
  const history: AugmentedLagrangianEntry[] = [];
  for (let nit = 1; ; nit++) {
    const shifted = (at: Vector) => {
      const up = g.value(at).map((v, i) => Math.max(0, lambda[i] + rho * v));
      const level = h.value(at).map((v, i) => nu[i] + rho * v);
      const value = objective.value(at) + (inner(up, up) + inner(level, level)) / (2 * rho);
      const slope = pulled(objective.gradient(at), g.jacobian(at), up);
      return { value, grad: pulled(slope, h.jacobian(at), level) };
    };
    const accuracy = Math.max(tol / 2, 10 ** -nit);
    const within = minimize(shifted, x, {
      method: "l-bfgs-b",
      grad: true,
      bounds,
      tol: accuracy,
      maxIter: 2000,
      historyEvery: Infinity,
    });
    x = within.x;
    const over = g.value(x);
    const off = h.value(x);
    // how far constraint and multiplier are from "one of them is zero"
    const gap = maxAbs([...over.map((v, i) => Math.max(v, -lambda[i] / rho)), ...off]);
    lambda = lambda.map((v, i) => Math.max(0, v + rho * over[i]));
    nu = nu.map((v, i) => v + rho * off[i]);
    const fun = objective.value(x);
    const L = lagrangian(x);
    const gradNorm = projectedNorm({ x, grad: L, fun, step: 0 }, bounds);
    const infeasibility = maxAbs(violationAt(x));
    history.push({ x, fun, infeasibility, gradNorm, penalty: rho, ineq: lambda, eq: nu });
    const end = (converged: boolean, message: string): AugmentedLagrangianResult => ({
      x: x.slice(),
      fun,
      duals: {
        ineq: lambda,
        eq: nu,
        lower: L.map((v, j) => (x[j] === bounds[j][0] ? Math.max(0, v) : 0)),
        upper: L.map((v, j) => (x[j] === bounds[j][1] ? Math.max(0, -v) : 0)),
      },
      infeasibility,
      nit,
      nfev: objective.nfev,
      ngev: objective.ngev,
      converged,
      message,
      history,
    });
    if (!Number.isFinite(fun) || Number.isNaN(gap)) {
      return end(false, `f or a constraint is not finite: ${within.message}`);
    }
    if (gap <= tol && gradNorm <= tol) return end(true, `conditions hold to ${tol}`);
    const left = `violation ${infeasibility.toExponential(1)}, gradient ${gradNorm.toExponential(1)}`;
    if (maxAbs(x) > FAR) return end(false, "f seems to be unbounded below: x runs off");
    if (nit >= maxIter) return end(false, `maxIter reached (${maxIter}): ${left}`);
    if (rho > HEAVIEST) return end(false, `the constraints cannot be met near here: ${left}`);
    if (gap > 0.25 * before && gap > tol) rho *= 10;
    before = gap;
  }
}
