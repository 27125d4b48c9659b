import {
  type ReadonlyVector,
  requireFunction,
  requireNumber,
  requireOneOf,
  requireOptions,
  requireVector,
  type Vector,
} from "../core";
import { armijo } from "./descent/armijo";
import { Objective } from "./descent/objective";
import { type Trial, wolfe } from "./descent/wolfe";
import { inner } from "./kernels/vectors";
import type { Gradient, Scalar, ValueAndGradient } from "./types";

/** Options of `lineSearch`. */
export interface LineSearchOptions {
  /** "wolfe" (strong Wolfe conditions) or "armijo" (backtracking). Default "wolfe". */
  method?: "wolfe" | "armijo";
  /** The gradient; or `true` if f returns { value, grad }. Default: difference quotients. */
  grad?: Gradient | true;
  /** Sufficient decrease: φ(α) ≤ φ(0) + c1·α·φ′(0). Default 1e-4. */
  c1?: number;
  /** Curvature, for "wolfe": |φ′(α)| ≤ c2·|φ′(0)|, c1 < c2. Default 0.9. */
  c2?: number;
  /** The first trial step. Default 1. */
  step0?: number;
  /** How many trial steps at most. Default 60. */
  maxIter?: number;
}

/** What `lineSearch` returns. */
export interface LineSearchResult {
  /** The step α; 0 if none was found. */
  step: number;
  /** x + α·p. */
  x: Vector;
  /** φ(α) = f(x + α·p). */
  fun: number;
  /** The gradient there. */
  grad: Vector;
  /** φ′(α) = ∇f(x + αp)ᵀp. */
  slope: number;
  nfev: number;
  ngev: number;
  /** Whether the conditions hold. */
  converged: boolean;
  message: string;
  /** The trial steps in order, the start first; slope is NaN where the method does not use it. */
  history: { step: number; fun: number; slope: number }[];
}

/**
 * Searches along a ray for a step that lowers f enough: φ(α) = f(x + αp), p a direction of descent.
 *
 * "armijo" asks for sufficient decrease, φ(α) ≤ φ(0) + c1·α·φ′(0), and shortens the step until it has
 * it; "wolfe" asks also that the slope be flatter, |φ′(α)| ≤ c2·|φ′(0)|, so that the step is not too short
 * either (Nocedal & Wright, section 3.1 and algorithms 3.5 and 3.6).
 *
 * @param f - The function.
 * @param x - Where the ray starts, length n.
 * @param p - Its direction, length n.
 * @returns Also when it fails: then `converged` is false and `message` says why.
 * @throws TypeError or RangeError for arguments of the wrong kind, length or domain. Cost: at most `maxIter`
 * values of f, and with "wolfe" as many slopes.
 * @example
 * const f = ([x, y]) => x * x + 10 * y * y
 * optimize.lineSearch(f, [10, 1], [-20, -20], { method: "armijo" }).converged // => true
 * optimize.lineSearch(f, [10, 1], [20, 20]).message // => "p is not a direction of descent: ∇fᵀp is 800"
 */
export function lineSearch(
  f: Scalar,
  x: ReadonlyVector,
  p: ReadonlyVector,
  options?: LineSearchOptions,
): LineSearchResult;
export function lineSearch(
  f: ValueAndGradient,
  x: ReadonlyVector,
  p: ReadonlyVector,
  options: LineSearchOptions & { grad: true },
): LineSearchResult;
export function lineSearch(
  f: Scalar | ValueAndGradient,
  x: ReadonlyVector,
  p: ReadonlyVector,
  options: LineSearchOptions = {},
): LineSearchResult {
  const caller = "lineSearch";
  requireFunction(caller, "f", f);
  const point = requireVector(caller, "x", x, { minLength: 1 }).slice();
  const rule = { length: point.length, lengthOf: "length of x" };
  const direction = requireVector(caller, "p", p, rule).slice();
  requireOptions(caller, options, ["method", "grad", "c1", "c2", "step0", "maxIter"]);
  const { method = "wolfe", grad, c1 = 1e-4, c2 = 0.9, step0 = 1, maxIter = 60 } = options;
  requireOneOf(caller, "method", method, ["wolfe", "armijo"]);
  requireNumber(caller, "c1", c1, { above: 0, below: 1 });
  requireNumber(caller, "c2", c2, { above: c1, below: 1 });
  requireNumber(caller, "step0", step0, { above: 0 });
  requireNumber(caller, "maxIter", maxIter, { min: 1, integer: true });

  const objective = new Objective(caller, f, point.length, grad);
  const g = objective.gradient(point);
  const start: Trial = {
    step: 0,
    x: point,
    fun: objective.value(point),
    grad: g,
    slope: inner(g, direction),
  };
  const history: LineSearchResult["history"] = [];
  const record = ({ step, fun, slope }: Trial) => {
    history.push({ step, fun, slope });
  };
  record(start);
  const finish = (at: Trial, converged: boolean, message: string): LineSearchResult => {
    const { nfev, ngev } = objective;
    return { ...at, slope: inner(at.grad, direction), nfev, ngev, converged, message, history };
  };
  if (![start.fun, ...g].every(Number.isFinite)) {
    return finish(start, false, "f or its gradient is not finite at x");
  }
  if (!Number.isFinite(start.slope)) {
    return finish(start, false, `∇fᵀp overflows, it is ${start.slope}: p is too long`);
  }
  if (start.slope >= 0) {
    return finish(
      start,
      false,
      `p is not a direction of descent: ∇fᵀp is ${Number(start.slope.toPrecision(6))}`,
    );
  }
  const search = { c1, c2, step0, maxIter, onTrial: record };
  const found = (method === "armijo" ? armijo : wolfe)(objective, start, direction, search);
  if (!found) return finish(start, false, `no step of sufficient decrease in ${maxIter} trials`);
  const flat = method === "armijo" || Math.abs(found.slope) <= -c2 * start.slope;
  return flat
    ? finish(found, true, "conditions met")
    : finish(found, false, `sufficient decrease, but the slope stayed steep in ${maxIter} trials`);
}
