import {
  describeValue,
  type Matrix,
  type ReadonlyVector,
  requireFunction,
  requireMatrix,
  requireNumber,
  requireOneOf,
  requireOptions,
  requireVector,
  type Vector,
} from "../core";
import { jacobianDifferences } from "./descent/differences";
import { brent } from "./roots/brent";
import { newtonRoot, secant } from "./roots/newtonRoot";

/** The methods of `root`. */
export type RootMethod = "brent" | "secant" | "newton";

/** Options of `root`. `X` is number for one equation in one unknown, number[] for a system. */
export interface RootOptions<X = number> {
  /** Default "secant" from a number, "newton" from a vector. */
  method?: RootMethod;
  /** newton: the derivative of f, or the Jacobian of F. Default: difference quotients. */
  jac?: (x: X) => X extends number ? number : Matrix;
  /**
   * brent: length of the interval; secant: length of the last step, relative to 1 + |x|; newton: largest
   * |Fᵢ|. Default 1e-12 for brent and secant, 1e-10 for newton.
   */
  tol?: number;
  /** Stop, not converged, after so many iterations. Default 100. */
  maxIter?: number;
}

/** One point of the path of `root`. */
export interface RootHistoryEntry<X = number> {
  x: X;
  /** f(x). */
  fun: X;
  /** brent, secant: x minus the point before; newton: the part of Newton's step that was taken. */
  step: number;
  /** brent: the interval that holds the root. */
  bracket?: [number, number];
}

/** What `root` returns. */
export interface RootResult<X = number> {
  x: X;
  /** f(x), near zero if it converged. */
  fun: X;
  nit: number;
  /** Number of evaluations of f, those for difference quotients included. */
  nfev: number;
  converged: boolean;
  message: string;
  history: RootHistoryEntry<X>[];
}

/** What the methods are given. */
export interface RootRun<X = number> {
  tol: number;
  maxIter: number;
  record: (entry: RootHistoryEntry<X>) => void;
}

/** How a method ended. */
export interface RootEnd {
  converged: boolean;
  message: string;
}

/**
 * Finds a root of f, a point where f(x) = 0: of one equation from a number, of a system of n equations in
 * n unknowns from a vector.
 *
 * | method | start | |
 * |---|---|---|
 * | "brent" | [a, b] with f(a), f(b) of opposite signs | always converges |
 * | "secant" | a number | one evaluation a step; may run off |
 * | "newton" | a number or a vector | damped Newton; uses `jac` if given |
 *
 * Returns { x, fun, nit, nfev, converged, message, history }. Where a method cannot go on the result says
 * `converged: false` and `message` why.
 *
 * @param f - The function; it gets a number or a vector and returns the same.
 * @param x0 - Where to start.
 * @throws RangeError if f has the same sign at both ends of the bracket; TypeError or RangeError for
 * options or results of f of the wrong kind or length.
 * @example
 * optimize.root((x) => x * x - 2, [0, 2], { method: "brent" }).x // => Math.SQRT2
 * optimize.root((x) => x * x - 2, 1).x // => Math.SQRT2
 * optimize.root(([x, y]) => [x + y - 3, x - y - 1], [0, 0]).x // => [2, 1]
 * optimize.root((x) => x * x + 1, [0, 2], { method: "brent" }) // throws opposite signs
 */
export function root(
  f: (x: number) => number,
  x0: number,
  options?: RootOptions & { method?: "secant" | "newton" },
): RootResult;
export function root(
  f: (x: number) => number,
  bracket: ReadonlyVector,
  options: RootOptions & { method: "brent" },
): RootResult;
export function root(
  f: (x: Vector) => Vector,
  x0: ReadonlyVector,
  options?: RootOptions<Vector> & { method?: "newton" },
): RootResult<Vector>;
export function root(
  f: ((x: number) => number) | ((x: Vector) => Vector),
  x0: number | ReadonlyVector,
  options: RootOptions<number> | RootOptions<Vector> = {},
): RootResult | RootResult<Vector> {
  const caller = "root";
  requireFunction(caller, "f", f);
  requireOptions(caller, options, ["method", "jac", "tol", "maxIter"]);
  const scalar = typeof x0 === "number";
  const { method = scalar ? "secant" : "newton", jac, maxIter = 100 } = options;
  requireOneOf(caller, "method", method, ["brent", "secant", "newton"]);
  const { tol = method === "newton" ? 1e-10 : 1e-12 } = options;
  requireNumber(caller, "tol", tol, { min: 0 });
  requireNumber(caller, "maxIter", maxIter, { min: 0, integer: true });
  if (jac !== undefined) requireFunction(caller, "jac", jac);
  if (jac !== undefined && method !== "newton") {
    throw new RangeError(`${caller}: jac is used by method "newton" alone, got method "${method}"`);
  }
  if (method === "newton" && !scalar) {
    const start = requireVector(caller, "x0", x0, { minLength: 1 }).slice();
    return system(f as (x: Vector) => Vector, jac as RootOptions<Vector>["jac"], start, {
      tol,
      maxIter,
    });
  }
  return single(f as (x: number) => number, jac as RootOptions["jac"], x0, method, {
    tol,
    maxIter,
  });
}

/** Keeps the books of a run: history, count of evaluations, and the result from the last entry. */
function follow<X>(
  run: (count: () => void, record: (entry: RootHistoryEntry<X>) => void) => RootEnd,
): RootResult<X> {
  const history: RootHistoryEntry<X>[] = [];
  let nfev = 0;
  const end = run(
    () => nfev++,
    (entry) => history.push(entry),
  );
  const { x, fun } = history[history.length - 1];
  return { x, fun, nit: history.length - 1, nfev, ...end, history };
}

/** A system: Newton, with what F and jac return checked. */
function system(
  F: (x: Vector) => Vector,
  jac: RootOptions<Vector>["jac"],
  x0: Vector,
  limits: { tol: number; maxIter: number },
): RootResult<Vector> {
  const n = x0.length;
  return follow<Vector>((count, record) => {
    const value = (x: Vector) => {
      count();
      const rule = { length: n, lengthOf: "length of x0", allowNonFinite: true };
      return requireVector("root", "the result of f", F(x.slice()), rule);
    };
    const rule = {
      rows: n,
      cols: n,
      rowsOf: "length of x0",
      colsOf: "length of x0",
      allowNonFinite: true,
    };
    const jacobian = jac
      ? (x: Vector) => requireMatrix("root", "the result of jac", jac(x.slice()), rule)
      : (x: Vector) => jacobianDifferences(value, x);
    return newtonRoot(value, jacobian, x0, { ...limits, record });
  });
}

/** One equation in one unknown. */
function single(
  f: (x: number) => number,
  jac: RootOptions["jac"],
  x0: number | ReadonlyVector,
  method: RootMethod,
  limits: { tol: number; maxIter: number },
): RootResult {
  if (method === "newton") {
    const one = requireNumber("root", "x0", x0);
    const slope = jac && ((x: Vector) => [[jac(x[0])]]);
    const { x, fun, history, ...rest } = system((v) => [f(v[0])], slope, [one], limits);
    const path = history.map((h) => ({ x: h.x[0], fun: h.fun[0], step: h.step }));
    return { x: x[0], fun: fun[0], ...rest, history: path };
  }
  return follow<number>((count, record) => {
    const value = (x: number) => {
      count();
      const y: unknown = f(x);
      if (typeof y === "number") return y;
      throw new TypeError(`root: f must return a number, got ${describeValue(y)}`);
    };
    if (method === "secant") {
      const start = requireNumber("root", "x0", x0);
      return secant(value, start, start + 1e-4 * Math.max(1, Math.abs(start)), {
        ...limits,
        record,
      });
    }
    const ends = requireVector("root", "x0", x0, { length: 2, lengthOf: "a bracket [a, b]" });
    return brent(value, ends[0], ends[1], { ...limits, record });
  });
}
