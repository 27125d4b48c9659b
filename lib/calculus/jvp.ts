import { requireFunction } from "../core";
import { Dual, DualTrace, requireSameShape } from "./tracking/duals";
import type { Plain } from "./tracking/tensor";
import type { Tracked } from "./tracking/tracked";
import { flatten, released } from "./tracking/tree";

/** One run of f on dual numbers: f(x) and its derivative along v. */
export function pushForward(caller: string, f: (x: never) => unknown, x: unknown, v: unknown) {
  const at = flatten(caller, "x", x);
  const along = flatten(caller, "v", v);
  if (at.leaves.length !== along.leaves.length) {
    throw new RangeError(
      `${caller}: v must have the structure of x, ${at.leaves.length} parts, got ${along.leaves.length}`,
    );
  }
  const trace = new DualTrace();
  const duals = at.leaves.map((value, k) => {
    requireSameShape(caller, "v", along.leaves[k], "x", value);
    return new Dual(trace, value, along.leaves[k]);
  });
  try {
    const y = flatten(caller, "f(x)", f(at.rebuild(duals) as never));
    return {
      value: y.rebuild(y.leaves.map((u) => released(trace.strip(u)))),
      tangent: y.rebuild(y.leaves.map((u) => released(trace.tangentOf(u)))),
    };
  } finally {
    trace.open = false;
  }
}

/**
 * The value of f and its derivative along v, J·v (a Jacobian–vector product), by forward mode: one
 * run of f on dual numbers, whatever the number of results. See Griewank & Walther, Evaluating Derivatives, 2nd
 * edition 2008, chapter 3.
 *
 * @param f - From a tracked value to a value, or a structure of values.
 * @returns (x, v) ↦ { value: f(x), tangent: J(x)·v }, both in the shape of what f returns: a number, a
 * vector, a matrix, or an array or object of those. v has the shape of x.
 * @throws TypeError if x is not made of numbers; RangeError if v has not the shape of x, or a NaN
 * arises. Cost: a few evaluations of f.
 * @example
 * calculus.jvp(([x, y]) => x.mul(y))([2, 3], [1, 0]) // => { value: 6, tangent: 3 }
 * calculus.jvp((x) => x.mul(x))([1, 2], [1, 1]).tangent // => [2, 4]
 */
export function jvp<Y = Plain>(
  f: (x: Tracked) => unknown,
): <X>(x: X, v: X) => { value: Y; tangent: Y };
export function jvp<P, Y = Plain>(
  f: (params: P) => unknown,
): <X>(x: X, v: X) => { value: Y; tangent: Y };
export function jvp(f: (x: never) => unknown): (x: never, v: never) => unknown {
  requireFunction("jvp", "f", f);
  return (x, v) => pushForward("jvp", f, x, v);
}
