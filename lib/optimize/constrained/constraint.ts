import {
  type Matrix,
  requireFunction,
  requireMatrix,
  requireVector,
  type Vector,
} from "../../core";
import { jacobianDifferences } from "../descent/differences";
import { inversePower, maxAbs } from "../kernels/vectors";

/** A constraint function and its Jacobian, both scaled, with what they return checked. */
export interface Constraint {
  count: number;
  value(x: Vector): Vector;
  jacobian(x: Vector): Matrix;
  /** What each entry is multiplied with: powers of two. */
  weights: Vector;
}

/** Derivatives between these are left as they are. */
const [SMALL, GREAT] = [1e-3, 1e6];

/** The power of two that brings a function with derivatives of this size to size 1, if they are far from it. */
export const balance = (size: number): number =>
  size > 0 && size < Infinity && (size < SMALL || size > GREAT)
    ? inversePower(Math.min(Math.max(size, 1e-300), 1e300))
    : 1;

/**
 * A constraint function as the method wants it: every entry whose gradient at the start is very small or
 * large is scaled, so that one tolerance and one penalty suit them all.
 */
export function constraint(
  caller: string,
  name: "ineq" | "eq",
  f: ((x: Vector) => Vector) | undefined,
  jac: ((x: Vector) => Matrix) | undefined,
  x0: Vector,
): Constraint {
  if (f === undefined) return { count: 0, value: () => [], jacobian: () => [], weights: [] };
  requireFunction(caller, name, f);
  if (jac !== undefined) requireFunction(caller, `${name}Jac`, jac);
  // f may return the same array each time
  const first = requireVector(caller, `the result of ${name}`, f(x0.slice()), {
    allowNonFinite: true,
  }).slice();
  const count = first.length;
  const rule = { length: count, lengthOf: "its length at x0", allowNonFinite: true };
  const plain = (x: Vector) =>
    requireVector(caller, `the result of ${name}`, f(x.slice()), rule).slice();
  const shape = {
    rows: count,
    cols: x0.length,
    rowsOf: `length of ${name}`,
    colsOf: "length of x0",
    allowNonFinite: true,
  };
  const plainJacobian = (x: Vector): Matrix =>
    jac
      ? requireMatrix(caller, `the result of ${name}Jac`, jac(x.slice()), shape)
      : jacobianDifferences(plain, x);
  const weights = plainJacobian(x0).map((row, i) => balance(maxAbs(row) || Math.abs(first[i])));
  return {
    count,
    weights,
    value: (x) => plain(x).map((v, i) => weights[i] * v),
    jacobian: (x) => plainJacobian(x).map((row, i) => row.map((v) => weights[i] * v)),
  };
}
