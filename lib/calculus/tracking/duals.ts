import { zerosLike } from "../ops/rules/linear";
import { describeShape, type Plain, sameShape } from "./tensor";
import { apply, derive, type Op, shapeOf, Trace, Tracked, type Val } from "./tracked";
import { released } from "./tree";

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
    const tangents = args.map((x) => (this.owns(x) ? x.innerTangent : undefined));
    return new Dual(
      this,
      y,
      derive(op, () => op.jvp(tangents, y, values)),
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

/** Asserts that two values have the same shape. */
export function requireSameShape(
  caller: string,
  name: string,
  x: Val,
  of: string,
  like: Val,
): void {
  if (sameShape(shapeOf(x), shapeOf(like))) return;
  throw new RangeError(
    `${caller}: ${name} must have the shape of ${of}, ${describeShape(shapeOf(like))}, got ${describeShape(shapeOf(x))}`,
  );
}
