import { type ReadonlyVector, requireFunction, requireVector, type Vector } from "../core";
import { requireValue, slope } from "./differences/quotient";
import { type DifferenceOptions, scheme } from "./differences/stencil";
import type { Scalar } from "./tracking/types";

/** x with t added to entry i; a copy, so that f may do with it what it likes. */
export function shifted(x: ReadonlyVector, i: number, t: number): Vector {
  const y = x.slice();
  y[i] += t;
  return y;
}

/**
 * The gradient (∂f/∂x₁, …, ∂f/∂xₙ) of a function of a vector by finite differences, one variable after
 * the other (MML 5.2). It takes 2n evaluations of f at order 2. The exact one is `grad`.
 *
 * @param f - From a vector of length n to a number.
 * @param x - Where, length n.
 * @returns Vector of length n.
 * @throws TypeError if f is not a function or x not a vector; RangeError if f(x) is not finite, or an
 * option out of its range.
 * @example
 * calculus.gradient(([x, y]) => x * y, [2, 3]).map((g) => Number(g.toFixed(6))) // => [3, 2]
 */
export function gradient(
  f: (x: Vector) => Scalar,
  x: ReadonlyVector,
  options: DifferenceOptions = {},
): Vector {
  requireFunction("gradient", "f", f);
  requireVector("gradient", "x", x);
  const s = scheme("gradient", options, 1);
  return x.map((xi, i) => {
    const along = (t: number) => {
      const point = shifted(x, i, t);
      return requireValue("gradient", f(point), `x = [${shifted(x, i, t)}]`);
    };
    return slope(along, xi, s);
  });
}
