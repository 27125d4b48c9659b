import {
  type Matrix,
  type ReadonlyVector,
  requireFunction,
  requireVector,
  type Vector,
} from "../core";
import type { Operand, Scalar } from "./tracking/types";
import { requireValue, slope } from "./derivative";
import { type DifferenceOptions, scheme } from "./differences/stencil";

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

/**
 * The Jacobian Jᵢⱼ = ∂Fᵢ/∂xⱼ of a vector-valued function of a vector by finite differences (MML 5.3):
 * m×n for m results and n variables. The exact one is `jacobianAD`.
 *
 * @throws TypeError if F is not a function that returns vectors; RangeError if F(x) is not finite, or
 * of varying length.
 * @example
 * calculus.jacobian(([x, y]) => [x + y, 3 * y], [1, 1], { h: 0.5 }) // => [[1, 1], [0, 3]]
 */
export function jacobian(
  F: (x: Vector) => Operand,
  x: ReadonlyVector,
  options: DifferenceOptions = {},
): Matrix {
  requireFunction("jacobian", "F", F);
  requireVector("jacobian", "x", x);
  const s = scheme("jacobian", options, 1);
  const at = (point: Vector): Vector => requireVector("jacobian", "F(x)", F(point));
  const m = at(x.slice()).length;
  const columns = x.map((xj, j) => {
    const known = new Map<number, Vector>();
    const along = (t: number): Vector => {
      const y = known.get(t) ?? at(shifted(x, j, t));
      if (y.length !== m) {
        throw new RangeError(`jacobian: F(x) must always have length ${m}, got ${y.length}`);
      }
      known.set(t, y);
      return y;
    };
    return Array.from({ length: m }, (_, i) => slope((t) => along(t)[i], xj, s));
  });
  return Array.from({ length: m }, (_, i) => columns.map((column) => column[i]));
}
