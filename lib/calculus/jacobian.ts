import {
  type Matrix,
  type ReadonlyVector,
  requireFunction,
  requireVector,
  type Vector,
} from "../core";
import { slope } from "./differences/quotient";
import { type DifferenceOptions, scheme } from "./differences/stencil";
import { shifted } from "./gradient";
import type { Operand } from "./tracking/types";

/**
 * The Jacobian Jᵢⱼ = ∂Fᵢ/∂xⱼ of a vector-valued function of a vector by finite differences (MML 5.3):
 * m×n for m results and n variables. The exact one is `jacobianAD`.
 *
 * @param F - From a vector of length n to one of length m.
 * @param x - Where, length n.
 * @returns m×n matrix.
 * @throws TypeError if F is not a function that returns vectors; RangeError if F(x) is not finite, or
 * of varying length. Cost: 2n evaluations of F at order 2, and one that tells m.
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
  // A copy, for F may write all its results into one array.
  const at = (point: Vector): Vector => requireVector("jacobian", "F(x)", F(point)).slice();
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
