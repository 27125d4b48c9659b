import {
  type ReadonlyVector,
  requireFunction,
  requireNumber,
  requireOneOf,
  requireOptions,
  requireVector,
  summarised,
  type Vector,
} from "../core";
import { single, system } from "./roots/run";
import type { RootOptions, RootResult } from "./roots/types";

/**
 * Finds a root of f, a point where f(x) = 0: of one equation from a number or within a bracket, of a
 * system of n equations in n unknowns from a vector.
 *
 * | method | start | |
 * |---|---|---|
 * | "brent" | a bracket [a, b] with f(a), f(b) of opposite signs | always closes in |
 * | "secant" | a number | one evaluation a step; brent once f changes its sign and steps fail |
 * | "newton" | a number or a vector | damped Newton; uses `jac` if given |
 *
 * Returns { x, fun, nit, nfev, converged, message, history }. `converged` says that f falls to zero at x:
 * a pole or a jump, where f changes its sign without that, is no root, nor is a place where the steps
 * become short because f is steep. Where a method cannot go on `converged` is false and `message` says why.
 * "brent" is that of Brent, Algorithms for Minimization without Derivatives, 1973, chapter 4; for systems see
 * Dennis & Schnabel, Numerical Methods for Unconstrained Optimization and Nonlinear Equations, 1983.
 *
 * @param f - The function; it gets a number or a vector and returns the same.
 * @param x0 - Where to start. For "brent" the bracket may stand here too; or leave x0 out and give the
 * option `bracket`.
 * @returns `{ x, fun, nit, nfev, converged, message, history }`: see {@link RootResult}.
 * @throws RangeError if f has the same sign at both ends of the bracket; TypeError or RangeError for
 * options or results of f of the wrong kind or length. Cost: one evaluation of f an iteration; "newton" of a
 * system of n also a Jacobian, by
 * differences 2n evaluations, and O(n³); a step that is shortened costs more.
 * @example
 * optimize.root((x) => x * x - 2, { bracket: [0, 2] }).x // => Math.SQRT2
 * optimize.root((x) => x * x - 2, 1).x // => Math.SQRT2
 * optimize.root(([x, y]) => [x + y - 3, x - y - 1], [0, 0]).x // => [2, 1]
 * optimize.root((x) => 1 / x, { bracket: [-1, 2] }).converged // => false
 * optimize.root((x) => x * x + 1, { bracket: [0, 2] }) // throws opposite signs
 */
export function root(
  f: (x: number) => number,
  options: RootOptions & { bracket: ReadonlyVector; method?: "brent" },
): RootResult;
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
  second: number | ReadonlyVector | RootOptions,
  third?: RootOptions<number> | RootOptions<Vector>,
): RootResult | RootResult<Vector> {
  const caller = "root";
  requireFunction(caller, "f", f);
  const alone = typeof second === "object" && second !== null && !Array.isArray(second);
  const options = (alone ? second : (third ?? {})) as RootOptions<number> | RootOptions<Vector>;
  requireOptions(caller, options, ["method", "bracket", "jac", "tol", "maxIter"]);
  const { bracket, jac, maxIter = 100 } = options;
  if (alone && (bracket === undefined || third !== undefined)) {
    throw new TypeError(`${caller}: needs a start x0, or the option bracket alone`);
  }
  if (!alone && bracket !== undefined) {
    throw new RangeError(`${caller}: takes a start x0 or a bracket, got both`);
  }
  const start = alone ? bracket : (second as number | ReadonlyVector);
  const usual = alone ? "brent" : typeof start === "number" ? "secant" : "newton";
  const { method = usual } = options;
  requireOneOf(caller, "method", method, ["brent", "secant", "newton"]);
  if (alone && method !== "brent") {
    throw new RangeError(`${caller}: bracket is for method "brent", got method "${method}"`);
  }
  const { tol = method === "newton" ? 1e-10 : 1e-12 } = options;
  requireNumber(caller, "tol", tol, { min: 0 });
  requireNumber(caller, "maxIter", maxIter, { min: 0, integer: true });
  if (jac !== undefined) requireFunction(caller, "jac", jac);
  if (jac !== undefined && method !== "newton") {
    throw new RangeError(`${caller}: jac is used by method "newton" alone, got method "${method}"`);
  }
  if (method === "newton" && typeof start !== "number") {
    const x0 = requireVector(caller, "x0", start, { minLength: 1 }).slice();
    const found = system(f as (x: Vector) => Vector, jac as RootOptions<Vector>["jac"], x0, {
      tol,
      maxIter,
    });
    return summarised("root", found);
  }
  const name = alone ? "bracket" : "x0";
  const found = single(
    f as (x: number) => number,
    jac as RootOptions["jac"],
    start!,
    name,
    method,
    {
      tol,
      maxIter,
    },
  );
  return summarised("root", found);
}
