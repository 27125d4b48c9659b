import type { Matrix, ReadonlyMatrix, ReadonlyVector, Vector } from "../../core";
import type { Tensor } from "./tensor";
import type { Tracked } from "./tracked";

/**
 * What our functions give for what they get: plain numbers and arrays in, plain out; something
 * tracked in, tracked out. So one function of yours serves to evaluate and to differentiate. What has
 * no type (`any`, as in most notebook cells) gives a result without type.
 */

/** A number, or a tracked value that stands for one. */
export type Scalar = number | Tracked;

/**
 * What the functions of this module accept: a number, a vector, a matrix, a tracked value, an array
 * of tracked values (it is stacked), or a `constant`.
 */
export type Operand =
  | Scalar
  | Tensor
  | readonly Scalar[]
  | readonly (Tracked | readonly Scalar[])[];

/** The type `any` itself. It is written here once. */
// biome-ignore lint/suspicious/noExplicitAny: what is untyped in a notebook cell has to stay so
type Untyped = any;

type IsUntyped<T> = 0 extends 1 & T ? true : false;

/** What lies at the bottom of nested arrays. */
type Leaf<T> = T extends readonly (infer E)[] ? (IsUntyped<E> extends true ? E : Leaf<E>) : T;

/** The result of an operation that works entry by entry on one operand. */
export type Elementwise<T> =
  IsUntyped<Leaf<T>> extends true
    ? Untyped
    : T extends number
      ? number
      : T extends readonly (infer E)[]
        ? Tracked extends Leaf<E>
          ? Tracked
          : E extends readonly unknown[]
            ? Matrix
            : Vector
        : T;

/** What plain operands, as P and Q, give. */
interface PlainResults<P, Q> {
  broadcast: P extends Matrix ? Matrix : Q extends Matrix ? Matrix : P extends Vector ? Vector : Q;
  product: P extends number
    ? never
    : Q extends number
      ? never
      : P extends Matrix
        ? Q extends Matrix
          ? Matrix
          : Vector
        : Vector;
  entry: P extends Matrix ? Vector : number;
  outer: P extends Vector ? (Q extends Vector ? Matrix : never) : never;
  diagonal: P extends Matrix ? Vector : P extends Vector ? Matrix : never;
  number: number;
  vector: Vector;
  matrix: Matrix;
  any: number | Vector | Matrix;
}

type Combined<P, Q, K extends keyof PlainResults<P, Q>> =
  IsUntyped<P> extends true
    ? Untyped
    : IsUntyped<Q> extends true
      ? Untyped
      : P extends Tracked
        ? Tracked
        : Q extends Tracked
          ? Tracked
          : P extends Tensor
            ? Packed<K>
            : Q extends Tensor
              ? Packed<K>
              : PlainResults<P, Q>[K];

type Packed<K> = K extends "number" ? number : Tensor;

/**
 * The result of an operation of operands A and B: tracked where one of them is, else what K says of
 * plain ones.
 */
export type Result<A, B, K extends keyof PlainResults<A, B>> = Combined<
  Elementwise<A>,
  Elementwise<B>,
  K
>;

/** The result of an operation on two operands, entry by entry under broadcasting. */
export type Broadcast<A, B> = Result<A, B, "broadcast">;

/** The result of an operation that makes one number of all entries. */
export type Reduced<T> = Result<T, number, "number">;

/** Plain values in place of the tracked ones of a structure: what to call a gradient with. */
export type Untracked<P> = P extends Tracked
  ? number | ReadonlyVector | ReadonlyMatrix
  : P extends number
    ? number
    : { readonly [K in keyof P]: Untracked<P[K]> };

/** The derivative in a structure: the same structure, of plain numbers, vectors and matrices. */
export type Gradient<X> = X extends number | Tracked | ReadonlyVector | ReadonlyMatrix
  ? Elementwise<X>
  : { -readonly [K in keyof X]: Gradient<X[K]> };

/** The value of a function at x: a number, tracked if x is. */
export type ValueAt<X> = IsUntyped<X> extends true ? Untyped : X extends Tracked ? Tracked : number;

/** `Typed`, unless P is untyped, as the parameter of `([x, y]) => …` in a notebook cell is. */
export type IfTyped<P, Typed, Otherwise> = IsUntyped<Leaf<P>> extends true ? Otherwise : Typed;

/** What a function f takes. */
export type Argument<F> = F extends (x: infer P) => unknown ? P : never;
