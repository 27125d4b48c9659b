import type { ReadonlyVector } from "../../core";
import { NotANumber } from "../kernels/entries";
import { describeRaw, type Plain, type Raw, rawShape, type Tensor, toPlain } from "./tensor";

/**
 * How a function of ours becomes differentiable. `grad(f)(x)` hands f not x but a {@link Tracked}
 * value that stands for it. Every operation on tracked values goes through `apply`, which finds the
 * innermost transformation (the latest {@link Trace}) among the arguments and lets it carry the
 * operation out in its own way: a tape writes it down, a dual number takes its derivative along, a
 * jet its Taylor coefficients.
 *
 * What a tracked value holds inside may be tracked by another transformation further out, and the
 * rules of differentiation are written in the very same operations. That is all it takes for
 * gradients of gradients. (The design is that of HIPS autograd, Maclaurin 2016, and of Pearlmutter &
 * Siskind 2008, "Reverse-mode AD in a functional framework".)
 */

/** A raw value, or one that some transformation follows. */
export type Val = Raw | Tracked;

/** The coefficients c₀, c₁, … of a power series Σ cₖtᵏ; those left out at the end are zero. */
export type Series = readonly Val[];

/** What reverse mode sends back to an argument of which an operation took some entries. */
export class Scattered {
  constructor(
    readonly values: Val,
    /** Where in the argument (row by row) each entry belongs. */
    readonly positions: Int32Array,
  ) {}
}

/** An operation y = op(x₀, x₁, …): its value and its rules of differentiation. */
export interface Op {
  readonly name: string;
  /** y from raw arguments. */
  forward(args: readonly Raw[]): Raw;
  /** Reverse mode: g·∂y/∂xᵢ (a vector–Jacobian product), shaped like xᵢ. */
  vjp(i: number, g: Val, y: Val, args: readonly Val[]): Val | Scattered;
  /** Forward mode: Σᵢ ∂y/∂xᵢ·tᵢ (a Jacobian–vector product), shaped like y; no tᵢ means zero. */
  jvp(tangents: readonly (Val | undefined)[], y: Val, args: readonly Val[]): Val;
  /** The power series of y up to tᵒʳᵈᵉʳ from those of the arguments. */
  series(order: number, args: readonly Series[]): Series;
}

let traces = 0;

/** One run of a transformation. A run that starts inside another has the greater id. */
export abstract class Trace {
  readonly id = ++traces;
  /** How often this run differentiates. */
  readonly order: number = 1;
  /** Whether the run goes on; values that outlive it are of no use. */
  open = true;
  /** Carries out an operation at least one of whose arguments belongs to this run. */
  abstract apply(op: Op, args: readonly Val[]): Tracked;

  /** The argument as it is further out: without what this run keeps about it. */
  strip(x: Val): Val {
    return x instanceof Tracked && x.trace === this ? x.inner : x;
  }
}

/**
 * A number, vector or matrix whose way through a function is followed. It is what `grad`, `jvp`,
 * `taylor` and their like pass to your function. Compute with methods, `x.mul(2).add(y).sum()`, or
 * with the functions of this module, `sin(x)`, `matmul(A, x)`; JavaScript's own operators and `Math`
 * do not know how to differentiate, and refuse. A tracked vector is read as an array is, by
 * `([x, y]) => x.mul(y)`, `x.length` and `x[i]`, `for … of`, `map` and `reduce`, but cannot be changed.
 */
export abstract class Tracked {
  constructor(
    readonly trace: Trace,
    /** The value, as it is further out. Not for users: see `value`. */
    readonly inner: Val,
  ) {}

  /** The shape: [] for a number, [n] for a vector, [m, n] for an m×n matrix. */
  get shape(): ReadonlyVector {
    return rawShape(primal(this));
  }

  /** The value as a plain number, vector or matrix; nothing computed from it is differentiated. */
  get value(): Plain {
    return toPlain(primal(this));
  }

  /**
   * The value of a scalar as a plain number, to compare or to branch on: `x.item() > 0`.
   *
   * @throws RangeError if this is a vector or a matrix.
   */
  item(): number {
    const x = primal(this);
    if (typeof x === "number") return x;
    throw new RangeError(`item: the tracked value must be a number, got shape [${x.shape}]`);
  }
}

/** `Tracked([1,2])`, of large ones only the shape: `Tracked(a 784×64 matrix)`. */
export function describeTracked(x: Tracked): string {
  return `Tracked(${describeRaw(primal(x))})`;
}

/**
 * An error from a rule of differentiation of an operation. The user has not written what it is made of,
 * so a NaN that arises in it (0·∞, where a slope is infinite) is laid to the operation.
 */
export function explained(op: Op, error: unknown): unknown {
  if (!(error instanceof NotANumber)) return error;
  const message = `${op.name}: its derivative is not a number here (${error.message})`;
  return new RangeError(message, { cause: error });
}

/** Works out a rule of differentiation of an operation, and explains what goes wrong. */
export function derive<R>(op: Op, rule: () => R): R {
  try {
    return rule();
  } catch (error) {
    throw explained(op, error);
  }
}

/** The value with all that follows it taken off. */
export function primal(x: Val): Raw {
  let v = x;
  while (v instanceof Tracked) v = v.inner;
  return v;
}

/** How often those who follow a value are going to differentiate: 0 of a plain one. */
export function ordersOf(x: Val): number {
  let orders = 0;
  for (let v = x; v instanceof Tracked; v = v.inner) orders += v.trace.order;
  return orders;
}

/** The shape of any value. */
export function shapeOf(x: Val): ReadonlyVector {
  return rawShape(primal(x));
}

/** Carries out an operation, by the innermost transformation that follows one of its arguments. */
export function apply(op: Op, args: readonly Val[]): Val {
  let trace: Trace | undefined;
  for (const x of args) {
    if (x instanceof Tracked && (trace === undefined || x.trace.id > trace.id)) trace = x.trace;
  }
  if (trace === undefined) return op.forward(args as (number | Tensor)[]);
  if (!trace.open) {
    throw new RangeError(
      `${op.name}: a tracked value was used after the call that made it had returned; return what you need from the function instead`,
    );
  }
  return trace.apply(op, args);
}
