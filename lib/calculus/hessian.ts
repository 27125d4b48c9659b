import {
  type Matrix,
  type ReadonlyVector,
  requireFunction,
  requireVector,
  type Vector,
} from "../core";
import { quotient, requireValue } from "./differences/quotient";
import { type DifferenceOptions, scheme } from "./differences/stencil";
import { richardson } from "./richardson";
import type { Scalar } from "./tracking/types";

/**
 * The Hessian Hᵢⱼ = ∂²f/∂xᵢ∂xⱼ of a function of a vector by finite differences (MML 5.7): the second
 * difference on the diagonal, elsewhere the difference in xᵢ of the difference in xⱼ. Symmetric, for
 * each pair is computed once; about 2n² evaluations of f at order 2, and an error of about ε^(1/2) ≈
 * 1e-8. The exact one is `hessianAD`.
 *
 * @param f - From a vector of length n to a number.
 * @param x - Where, length n.
 * @returns n×n matrix.
 * @throws TypeError if f is not a function or x not a vector; RangeError if f(x) is not finite, or an
 * option out of its range.
 * @example
 * calculus.hessian(([x, y]) => x * x * y, [1, 2], { h: 0.5 }) // => [[4, 2], [2, 0]]
 */
export function hessian(
  f: (x: Vector) => Scalar,
  x: ReadonlyVector,
  options: DifferenceOptions = {},
): Matrix {
  requireFunction("hessian", "f", f);
  requireVector("hessian", "x", x);
  const first = scheme("hessian", options, 1);
  const second = scheme("hessian", options, 2);
  const H: Matrix = x.map(() => new Array<number>(x.length).fill(0));
  for (let i = 0; i < x.length; i++) {
    for (let j = 0; j <= i; j++) {
      const value = (s: number, t: number): number => {
        const point = x.slice();
        point[i] += s;
        point[j] += t;
        return requireValue("hessian", f(point.slice()), `x = [${point}]`);
      };
      const [hi, hj] = [second.step(x[i]), second.step(x[j])];
      const difference = (r: number): number =>
        i === j
          ? quotient((t) => value(t, 0), second, r * hi) / (r * hi)
          : quotient((s) => quotient((t) => value(s, t), first, r * hj), first, r * hi);
      H[i][j] = second.extrapolate ? richardson(difference, 1).value : difference(1);
      H[j][i] = H[i][j];
    }
  }
  return H;
}
