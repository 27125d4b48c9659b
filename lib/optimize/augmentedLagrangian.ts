import {
  type ReadonlyVector,
  requireNumber,
  requireOptions,
  requireVector,
  summarised,
} from "../core";
import { balance, constraint } from "./constrained/constraint";
import { multipliers } from "./constrained/multipliers";
import type { AugmentedLagrangianOptions, AugmentedLagrangianResult } from "./constrained/types";
import { Objective } from "./descent/objective";
import { requireBounds } from "./kernels/bounds";
import { maxAbs } from "./kernels/vectors";
import type { Bound, Scalar, ValueAndGradient } from "./types";

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
 * Methods", 2014). Functions with very small or large derivatives at the start are scaled first. The result is a local solution. Where the constraints cannot be met, the result says
 * `converged: false` with the violation that is left.
 *
 * @param f - The function; with `grad: true` it returns { value, grad }.
 * @param x0 - The start, length n, within the bounds; it need not satisfy the other constraints.
 * @returns `{ x, fun, duals, infeasibility, … }`: see {@link AugmentedLagrangianResult}.
 * @throws TypeError or RangeError for options or results of the wrong kind or length, or a start outside
 * the bounds. Cost: an outer iteration is one minimisation by L-BFGS-B.
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
  objective.scaleBy(balance(maxAbs(objective.gradient(start))));
  const g = constraint(caller, "ineq", options.ineq, options.ineqJac, start);
  const h = constraint(caller, "eq", options.eq, options.eqJac, start);
  const found = multipliers({ objective, g, h, bounds }, start, { tol, maxIter });
  return summarised("minimisation with constraints", found);
}
