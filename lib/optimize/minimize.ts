import { checkGrad as gradientCheck } from "../calculus";
import {
  type ReadonlyVector,
  requireBoolean,
  requireNumber,
  requireOneOf,
  requireOnProgress,
  requireOptions,
  requireVector,
  summarised,
  type Vector,
} from "../core";
import { follow } from "./descent/follow";
import { COMMON, KNOWN, type MinimizeMethod, type MinimizeOptions } from "./descent/methods";
import { corners, iterate, nelderMead } from "./descent/nelderMead";
import { Objective } from "./descent/objective";
import { unlessPole } from "./descent/pole";
import { run, startAt } from "./descent/run";
import { requireBounds } from "./kernels/bounds";
import type { Bound, MinimizeResult, Scalar, ValueAndGradient } from "./types";

/**
 * Throws unless the gradient agrees with difference quotients of f: at x0, or a little inside the bounds,
 * for the quotients reach out to both sides.
 */
function requireGradient(objective: Objective, x0: Vector, bounds?: readonly Bound[]): void {
  const x = x0.map((v, i) => {
    if (!bounds) return v;
    const margin = Math.min(1, bounds[i][1] - bounds[i][0]) / 100;
    return Math.min(Math.max(v, bounds[i][0] + margin), bounds[i][1] - margin);
  });
  const { maxRelError, index, expected, got } = gradientCheck(
    (z: Vector) => objective.value(z),
    (z: Vector) => objective.gradient(z),
    x,
  );
  if (maxRelError <= 1e-4 || Math.abs(got - expected) <= 1e-9) return;
  const quotient = Number(expected.toPrecision(6));
  throw new RangeError(
    `${objective.caller}: grad disagrees with f at x0: entry ${index} is ${got}, differences of f give ${quotient}`,
  );
}

/**
 * Finds a local minimum of f: ℝⁿ → ℝ, starting from x0.
 *
 * Returns { x, fun, grad, nit, nfev, ngev, converged, message, history }; `history` is the path, with
 * the point, the value, the largest partial derivative and the step length of each iteration. Where a
 * method cannot go on, f falls as to a pole, f or its gradient stop being finite, or `maxIter` is reached, the result
 * says `converged: false` and `message` why.
 *
 * It has converged when the largest |∂f/∂xᵢ| ≤ `tol` (with bounds, of those that do not press x against
 * one); where all derivatives on the way were below 1, when it is ≤ `tol` times the largest of them; or when
 * the step to a lower point would be lost in the rounding of f or x. Where a partial derivative is zero
 * a look to both sides tells a minimum from a saddle or a maximum: descent then goes on from the lower side.
 *
 * | method | step | memory, work beside f |
 * |---|---|---|
 * | "gradientDescent" | −γ∇f, γ fixed, or by Armijo's or Wolfe's conditions (MML 7.1) | O(n) |
 * | "momentum", "nesterov" | keeps a share of the last step (MML 7.1.2) | O(n) |
 * | "adagrad", "rmsprop", "adam" | a step length for each coordinate, from past gradients | O(n) |
 * | "cg" | nonlinear conjugate gradients, Polak–Ribière with restarts | O(n) |
 * | "newton" | −(∇²f)⁻¹∇f, ∇²f made positive definite where it is not | O(n³) |
 * | "newton-cg" | the same, solved inexactly by conjugate gradients | O(n) a product |
 * | "bfgs" | −H∇f, H learnt from the changes of the gradient | O(n²) |
 * | "l-bfgs" | the same from the last `memory` changes alone | O(n·memory) |
 * | "l-bfgs-b" | the same within `bounds` | O(n·memory) |
 * | "nelder-mead" | reflects a simplex; no gradient | O(n²) |
 *
 * @param f - The function; it gets a vector and returns a number (with `grad: true`: { value, grad }).
 * @param x0 - The start, length n.
 * @returns `{ x, fun, grad, nit, nfev, ngev, converged, message, history }`: see {@link MinimizeResult}.
 * @throws TypeError or RangeError for an option the method does not know, a wrong kind or length of
 * what f or grad return, a start outside the bounds, or (with `checkGrad`) a gradient that is not that of f.
 * @example
 * const bowl = (x) => (x[0] - 1) ** 2 + 10 * (x[1] + 2) ** 2
 * const bowlGrad = (x) => [2 * (x[0] - 1), 20 * (x[1] + 2)]
 * const best = optimize.minimize(bowl, [0, 0], { grad: bowlGrad, tol: 1e-10 })
 * best.converged // => true
 * best.x.map((v) => Number(v.toFixed(8))) // => [1, -2]
 * optimize.minimize(bowl, [0, 0], { method: "gradientDescent", grad: bowlGrad, learningRate: 1 }).converged // => false
 */
export function minimize(f: Scalar, x0: ReadonlyVector, options?: MinimizeOptions): MinimizeResult;
export function minimize(
  f: ValueAndGradient,
  x0: ReadonlyVector,
  options: MinimizeOptions & { grad: true },
): MinimizeResult;
export function minimize(
  f: Scalar | ValueAndGradient,
  x0: ReadonlyVector,
  options: MinimizeOptions = {},
): MinimizeResult {
  const { method = "bfgs", grad, checkGrad = false } = options ?? {};
  requireOneOf("minimize", "method", method, Object.keys(KNOWN) as MinimizeMethod[]);
  const caller = `minimize("${method}")`;
  requireOptions(caller, options, [...COMMON, ...KNOWN[method]]);
  const { tol = 1e-6, maxIter = 10000, historyEvery = 1 } = options;
  requireBoolean(caller, "checkGrad", checkGrad);
  requireNumber(caller, "tol", tol, { min: 0 });
  requireNumber(caller, "maxIter", maxIter, { min: 0, integer: true });
  requireNumber(caller, "historyEvery", historyEvery, {
    min: 1,
    integer: true,
    allowInfinite: true,
  });
  const x = requireVector(caller, "x0", x0, { minLength: 1 }).slice();
  const { bounds } = options;
  if (bounds) {
    requireBounds(caller, bounds, x.length, "length of x0").forEach(([min, max], i) => {
      requireNumber(caller, `x0[${i}]`, x[i], { min, max });
    });
  }
  const objective = new Objective(caller, f, x.length, grad, bounds);
  const onProgress = requireOnProgress(caller, options.onProgress);
  const rules = { tol, maxIter, historyEvery, onProgress };
  if (method === "nelder-mead") {
    const simplex = corners(objective, x);
    const path = nelderMead(objective, simplex, tol);
    return summarised(
      "minimisation",
      unlessPole(objective, follow(objective, iterate(simplex), path, rules)),
    );
  }
  const start = startAt(objective, x);
  if (checkGrad && [start.fun, ...start.grad].every(Number.isFinite)) {
    requireGradient(objective, x, bounds);
  }
  return summarised(
    "minimisation",
    unlessPole(objective, run(objective, start, method, options, rules)),
  );
}
