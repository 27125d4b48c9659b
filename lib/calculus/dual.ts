import { type ReadonlyMatrix, type ReadonlyVector, requireFunction } from "../core";
import { zerosLike } from "./ops/rules/linear";
import { describeShape, type Plain, sameShape } from "./tracking/tensor";
import { apply, type Op, shapeOf, Trace, Tracked, type Val } from "./tracking/tracked";
import { flatten, leaf, released } from "./tracking/tree";

/**
 * A dual number a + b·ε with ε² = 0: a value and its derivative, carried along together. From
 * f(a + bε) = f(a) + f'(a)·b·ε the rules of calculus become rules of arithmetic (Clifford 1873). Of a
 * vector or matrix, the tangent is the derivative of every entry.
 */
export class Dual extends Tracked {
  constructor(
    override readonly trace: DualTrace,
    inner: Val,
    /** The derivative as it is further out. Not for users: see `tangent`. */
    readonly innerTangent: Val,
  ) {
    super(trace, inner);
  }

  /** The derivative that comes with the value: b of a + b·ε. */
  get tangent(): Plain | Tracked {
    return released(this.innerTangent);
  }
}

/** One run of forward mode. */
export class DualTrace extends Trace {
  apply(op: Op, args: readonly Val[]): Dual {
    const values = args.map((x) => this.strip(x));
    const y = apply(op, values);
    return new Dual(
      this,
      y,
      op.jvp(
        args.map((x) => (this.owns(x) ? x.innerTangent : undefined)),
        y,
        values,
      ),
    );
  }

  /** The derivative of a value; what this run does not follow is constant. */
  tangentOf(x: Val): Val {
    return this.owns(x) ? x.innerTangent : zerosLike(x);
  }

  private owns(x: Val): x is Dual {
    return x instanceof Dual && x.trace === this;
  }
}

/** The run that the dual numbers of `dual` share: it is never over. */
const standing = new DualTrace();

/**
 * A dual number to compute with by hand: value + tangent·ε. Pass it to a function written with the
 * functions of this module and read off `.value` and `.tangent`. To differentiate a function in one
 * go, see `jvp`.
 *
 * @param value - Number, vector or matrix.
 * @param tangent - Its derivative, of the same shape. Default 1.
 * @throws RangeError if the shapes differ.
 * @example
 * calculus.sin(calculus.dual(0, 2)).tangent // => 2
 * calculus.dual(3).mul(calculus.dual(3)).tangent // => 6
 */
export function dual(
  value: number | ReadonlyVector | ReadonlyMatrix,
  tangent: number | ReadonlyVector | ReadonlyMatrix = 1,
): Dual {
  const [a, b] = [leaf("dual", "value", value), leaf("dual", "tangent", tangent)];
  requireSameShape("dual", "tangent", b, "value", a);
  return new Dual(standing, a, b);
}

function requireSameShape(caller: string, name: string, x: Val, of: string, like: Val): void {
  if (sameShape(shapeOf(x), shapeOf(like))) return;
  throw new RangeError(
    `${caller}: ${name} must have the shape of ${of}, ${describeShape(shapeOf(like))}, got ${describeShape(shapeOf(x))}`,
  );
}

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
 * run of f on dual numbers, whatever the number of results.
 *
 * @returns (x, v) ↦ { value: f(x), tangent: J(x)·v }, both in the shape of what f returns: a number, a
 * vector, a matrix, or an array or object of those. v has the shape of x.
 * @throws TypeError if x is not made of numbers; RangeError if v has not the shape of x, or a NaN
 * arises.
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
