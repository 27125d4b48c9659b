import { requireNumber, requireOneOf, requireOptions, requireVector, type Vector } from "../core";
import { descend } from "./descend";
import { differences } from "./differences";
import { follow, type Iterate, type Method } from "./follow";
import { conjugate, steepest } from "./gradientDirections";
import { corners, iterate, nelderMead } from "./nelderMead";
import { Objective } from "./objective";
import { bfgs, lbfgs } from "./quasiNewton";
import type { Gradient, MinimizeResult, Scalar, ValueAndGradient } from "./types";
import {
  FIRST_ORDER,
  type FirstOrderMethod,
  type FirstOrderOptions,
  rateOf,
  updateRule,
} from "./updateRules";

/** The methods of `minimize`. */
export type MinimizeMethod = FirstOrderMethod | "cg" | "bfgs" | "l-bfgs" | "nelder-mead";

/** Options of `minimize`. Those of one method are refused by the others. */
export interface MinimizeOptions extends FirstOrderOptions {
  /** Default "bfgs". */
  method?: MinimizeMethod;
  /**
   * The gradient x ↦ ∇f(x); or `true` if f itself returns { value, grad }. Default: difference
   * quotients of f, good to about ten digits.
   */
  grad?: Gradient | true;
  /** Compare `grad` with difference quotients at x0 first, and throw if they disagree. Default false. */
  checkGrad?: boolean;
  /** Stop when the largest |∂f/∂xᵢ| is at most this (Nelder–Mead: size of the simplex). Default 1e-6. */
  tol?: number;
  /** Stop, not converged, after so many iterations. Default 10000. */
  maxIter?: number;
  /** Keep every so-manieth iterate in `history` (Infinity: first and last only). Default 1. */
  historyEvery?: number;
  /**
   * gradientDescent: how the step is chosen. "fixed" takes `learningRate` as it is; the others search,
   * with `learningRate` as first trial. Default "fixed" if there is a learningRate, else "armijo".
   */
  lineSearch?: "fixed" | "armijo" | "wolfe";
  /** l-bfgs: number of pairs kept. Default 10. */
  memory?: number;
}

const COMMON = ["method", "grad", "checkGrad", "tol", "maxIter", "historyEvery"] as const;

/** The options that each method knows beside the common ones. */
const KNOWN: Record<MinimizeMethod, readonly (keyof MinimizeOptions)[]> = {
  ...FIRST_ORDER,
  gradientDescent: ["learningRate", "lineSearch"],
  cg: [],
  bfgs: [],
  "l-bfgs": ["memory"],
  "nelder-mead": [],
};

function* firstOrder(
  objective: Objective,
  start: Iterate,
  method: FirstOrderMethod,
  options: MinimizeOptions,
): Method {
  const rate = rateOf(objective.caller, method, options.learningRate);
  const rule = updateRule(objective.caller, method, options);
  let at = start;
  for (let k = 0; ; k++) {
    const step = rate(k);
    const x = rule(at.x, at.grad, step);
    const fun = objective.value(x);
    at = { x, fun, grad: objective.gradient(x), step };
    yield at;
  }
}

function choose(objective: Objective, start: Iterate, options: MinimizeOptions): Method {
  const { method = "bfgs", learningRate, memory = 10 } = options;
  const { caller } = objective;
  switch (method) {
    case "gradientDescent": {
      const { lineSearch = learningRate === undefined ? "armijo" : "fixed" } = options;
      requireOneOf(caller, "lineSearch", lineSearch, ["fixed", "armijo", "wolfe"]);
      if (lineSearch === "fixed") break;
      const first = learningRate && rateOf(caller, method, learningRate)(0);
      return descend(objective, start, steepest(first), { kind: lineSearch, c1: 1e-4, c2: 0.1 });
    }
    case "cg":
      return descend(objective, start, conjugate(), { kind: "wolfe", c1: 1e-4, c2: 0.1 });
    case "bfgs":
      return descend(objective, start, bfgs(start.x.length), { kind: "wolfe", c1: 1e-4, c2: 0.9 });
    case "l-bfgs":
      requireNumber(caller, "memory", memory, { min: 1, integer: true });
      return descend(objective, start, lbfgs(memory), { kind: "wolfe", c1: 1e-4, c2: 0.9 });
  }
  return firstOrder(objective, start, method as FirstOrderMethod, options);
}

/** Throws unless the gradient at x agrees with difference quotients to about five digits. */
function requireGradient(objective: Objective, grad: Vector, x: Vector): void {
  const quotients = differences((z) => objective.value(z), x);
  const size = Math.max(1, ...quotients.map(Math.abs));
  grad.forEach((g, i) => {
    const q = quotients[i]!;
    if (!(Math.abs(g - q) <= 1e-5 * size)) {
      throw new RangeError(
        `${objective.caller}: grad disagrees with f at x0: entry ${i} is ${g}, difference quotients of f give ${q}`,
      );
    }
  });
}

/**
 * Finds a local minimum of f: ℝⁿ → ℝ, starting from x0.
 *
 * Returns { x, fun, grad, nit, nfev, ngev, converged, message, history }; `history` is the path, with
 * the point, the value, the largest partial derivative and the step length of each iteration. Where a
 * method cannot go on, or f or its gradient stop being finite, or `maxIter` is reached, the result
 * says `converged: false` and `message` why. Iterations end when the largest |∂f/∂xᵢ| ≤ `tol`.
 *
 * | method | step | memory, work beside f |
 * |---|---|---|
 * | "gradientDescent" | −γ∇f, γ fixed, or by Armijo's or Wolfe's conditions (MML 7.1) | O(n) |
 * | "momentum", "nesterov" | keeps a share of the last step (MML 7.1.2) | O(n) |
 * | "adagrad", "rmsprop", "adam" | a step length for each coordinate, from past gradients | O(n) |
 * | "cg" | nonlinear conjugate gradients, Polak–Ribière with restarts | O(n) |
 * | "bfgs" | −H∇f, H learnt from the changes of the gradient | O(n²) |
 * | "l-bfgs" | the same from the last `memory` changes alone | O(n·memory) |
 * | "nelder-mead" | reflects a simplex; no gradient | O(n²) |
 *
 * @param f - The function; it gets a vector and returns a number (with `grad: true`: { value, grad }).
 * @param x0 - The start, length n.
 * @throws TypeError or RangeError for an option the method does not know, a wrong kind or length of
 * what f or grad return, or (with `checkGrad`) a gradient that is not that of f.
 * @example
 * const bowl = (x) => (x[0] - 1) ** 2 + 10 * (x[1] + 2) ** 2
 * const bowlGrad = (x) => [2 * (x[0] - 1), 20 * (x[1] + 2)]
 * const best = optimize.minimize(bowl, [0, 0], { grad: bowlGrad, tol: 1e-10 })
 * best.converged // => true
 * best.x.map((v) => Number(v.toFixed(8))) // => [1, -2]
 * optimize.minimize(bowl, [0, 0], { method: "gradientDescent", grad: bowlGrad, learningRate: 1 }).converged // => false
 */
export function minimize(
  f: Scalar,
  x0: readonly number[],
  options?: MinimizeOptions,
): MinimizeResult;
export function minimize(
  f: ValueAndGradient,
  x0: readonly number[],
  options: MinimizeOptions & { grad: true },
): MinimizeResult;
export function minimize(
  f: Scalar | ValueAndGradient,
  x0: readonly number[],
  options: MinimizeOptions = {},
): MinimizeResult {
  const { method = "bfgs", grad, checkGrad = false } = options ?? {};
  requireOneOf("minimize", "method", method, Object.keys(KNOWN) as MinimizeMethod[]);
  const caller = `minimize("${method}")`;
  requireOptions(caller, options, [...COMMON, ...KNOWN[method]]);
  const { tol = 1e-6, maxIter = 10000, historyEvery = 1 } = options;
  requireNumber(caller, "tol", tol, { min: 0 });
  requireNumber(caller, "maxIter", maxIter, { min: 0, integer: true });
  requireNumber(caller, "historyEvery", historyEvery, {
    min: 1,
    integer: true,
    allowInfinite: true,
  });
  const x = requireVector(caller, "x0", x0, { minLength: 1 }).slice();
  const objective = new Objective(caller, f, x.length, grad);
  const rules = { tol, maxIter, historyEvery };
  if (method === "nelder-mead") {
    const simplex = corners(objective, x);
    const measure = () => Number.NaN;
    const path = nelderMead(objective, simplex, tol);
    return follow(objective, iterate(simplex), path, { ...rules, measure });
  }
  const start: Iterate = { x, fun: objective.value(x), grad: objective.gradient(x), step: 0 };
  if (checkGrad) requireGradient(objective, start.grad, x);
  return follow(objective, start, choose(objective, start, options), rules);
}
