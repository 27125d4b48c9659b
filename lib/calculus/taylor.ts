import { requireFunction, requireNumber, type Vector } from "../core";
import { Jet, JetTrace } from "./tracking/jet";
import { lift } from "./tracking/operand";
import { describeShape } from "./tracking/tensor";
import { primal, type Tracked } from "./tracking/tracked";
import type { Scalar } from "./tracking/types";

/**
 * The Taylor coefficients of f at a, [f(a), f'(a), f''(a)/2!, …, f⁽ⁿ⁾(a)/n!] (MML 5.1.1), so that
 * f(a + t) ≈ Σ cₖtᵏ. By arithmetic with truncated power series, not by differencing: exact to
 * rounding at any order. An operation costs about n² to n³ operations.
 *
 * @param f - Of one number, written with the functions of this module.
 * @param n - The order, ≥ 0.
 * @param a - Where, a number.
 * @returns n + 1 coefficients.
 * @throws TypeError if f is not a function or a not a number; RangeError if n is not a whole number
 * ≥ 0, or f has no power series at a: √x at 0, |x| at 0.
 * @example
 * calculus.taylor((x) => calculus.exp(x), 0, 3) // => [1, 1, 1 / 2, 1 / 6]
 * calculus.taylor((x) => x.pow(4), 1, 6) // => [1, 4, 6, 4, 1, 0, 0]
 */
export function taylor(f: (x: Tracked) => Scalar, a: number, n: number): Vector;
export function taylor(f: (x: number) => Scalar, a: number, n: number): Vector;
export function taylor(f: (x: never) => Scalar, a: number, n: number): Vector {
  requireFunction("taylor", "f", f);
  requireNumber("taylor", "a", a);
  requireNumber("taylor", "n", n, { min: 0, integer: true });
  const trace = new JetTrace(n);
  try {
    const series = trace.coefficients(
      lift("taylor", "f(x)", f(new Jet(trace, [a, 1].slice(0, n + 1)) as never)),
    );
    return Array.from({ length: n + 1 }, (_, k) => {
      const c = primal(series[k] ?? 0);
      if (typeof c !== "number") {
        throw new RangeError(`taylor: f must return a number, got ${describeShape(c.shape)}`);
      }
      return requireNumber("taylor", `coefficient ${k} of f at a = ${a}`, c);
    });
  } finally {
    trace.open = false;
  }
}
