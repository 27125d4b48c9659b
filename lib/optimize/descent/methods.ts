import { type OnProgress, requireFunction, requireNumber, requireOneOf } from "../../core";
import type { Bound, Gradient, Hessian, HessianVector } from "../types";
import { type Directions, descend, type SearchRule } from "./descend";
import type { Iterate, Method } from "./follow";
import { conjugate, steepest } from "./gradientDirections";
import { lbfgsb } from "./lbfgsb";
import { newton, newtonCG } from "./newton";
import type { Objective } from "./objective";
import { bfgs, lbfgs } from "./quasiNewton";
import {
  FIRST_ORDER,
  type FirstOrderMethod,
  type FirstOrderOptions,
  rateOf,
  updateRule,
} from "./updateRules";

/** The methods of `minimize`. */
export type MinimizeMethod =
  | FirstOrderMethod
  | "cg"
  | "newton"
  | "newton-cg"
  | "bfgs"
  | "l-bfgs"
  | "l-bfgs-b"
  | "nelder-mead";

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
  /** Called after every iteration, with f; `progress.handler(label)` makes a bar of it. */
  onProgress?: OnProgress;
  /**
   * gradientDescent: how the step is chosen. "fixed" takes `learningRate` as it is; the others search,
   * with `learningRate` as first trial. Default "fixed" if there is a learningRate, else "armijo".
   */
  lineSearch?: "fixed" | "armijo" | "wolfe";
  /** l-bfgs, l-bfgs-b: number of pairs kept. Default 10. */
  memory?: number;
  /** l-bfgs-b: [lower, upper] of each variable, ±Infinity for none. Default: none. */
  bounds?: readonly Bound[];
  /** newton, newton-cg: the Hessian x ↦ ∇²f(x). Default: differences of the gradient. */
  hess?: Hessian;
  /** newton-cg: the product x, v ↦ ∇²f(x)·v, which goes before `hess`. */
  hessp?: HessianVector;
}

/** The options that all methods know. */
export const COMMON = [
  "method",
  "grad",
  "checkGrad",
  "tol",
  "maxIter",
  "historyEvery",
  "onProgress",
] as const;

/** The options that each method knows beside the common ones. */
export const KNOWN: Record<MinimizeMethod, readonly (keyof MinimizeOptions)[]> = {
  ...FIRST_ORDER,
  gradientDescent: ["learningRate", "lineSearch"],
  cg: [],
  newton: ["hess"],
  "newton-cg": ["hess", "hessp"],
  bfgs: [],
  "l-bfgs": ["memory"],
  "l-bfgs-b": ["memory", "bounds"],
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

/** Whether the method moves by its rule alone, without looking whether f falls. */
export function goesByRule(method: MinimizeMethod, options: MinimizeOptions): boolean {
  if (method !== "gradientDescent") return method in FIRST_ORDER;
  return searchOf(options) === "fixed";
}

/** How gradient descent chooses its step. */
const searchOf = ({ lineSearch, learningRate }: MinimizeOptions) =>
  lineSearch ?? (learningRate === undefined ? "armijo" : "fixed");

/** The conditions on a step: tight where directions are to be conjugate, loose where 1 is natural. */
const TIGHT: SearchRule = { kind: "wolfe", c1: 1e-4, c2: 0.1 };
const LOOSE: SearchRule = { kind: "wolfe", c1: 1e-4, c2: 0.9 };

/** The method that the options name, ready to start: what `follow` runs. */
export function choose(
  objective: Objective,
  start: Iterate,
  method: Exclude<MinimizeMethod, "nelder-mead">,
  options: MinimizeOptions,
  bounds: readonly Bound[],
): Method {
  const { learningRate, memory = 10, hess, hessp } = options;
  const { caller } = objective;
  requireNumber(caller, "memory", memory, { min: 1, integer: true });
  if (hess !== undefined) requireFunction(caller, "hess", hess);
  if (hessp !== undefined) requireFunction(caller, "hessp", hessp);
  const by = (directions: Directions, search = LOOSE) =>
    descend(objective, start, directions, search);
  switch (method) {
    case "gradientDescent": {
      const lineSearch = searchOf(options);
      requireOneOf(caller, "lineSearch", lineSearch, ["fixed", "armijo", "wolfe"]);
      if (lineSearch === "fixed") return firstOrder(objective, start, method, options);
      const first = learningRate && rateOf(caller, method, learningRate)(0);
      return by(steepest(first), { ...TIGHT, kind: lineSearch });
    }
    case "cg":
      return by(conjugate(), TIGHT);
    case "newton":
      return by(newton(objective, hess));
    case "newton-cg":
      return by(newtonCG(objective, hess, hessp));
    case "bfgs":
      return by(bfgs(start.x.length));
    case "l-bfgs":
      return by(lbfgs(memory));
    case "l-bfgs-b":
      return by(lbfgsb(memory, bounds));
    default:
      return firstOrder(objective, start, method, options);
  }
}
