import type { Matrix, Vector } from "../core";
import type { Tensor } from "./tensor";
import type { Tracked } from "./tracked";

/**
 * What our functions give for what they get: plain numbers and arrays in, plain out; something
 * tracked in, tracked out. So one function of yours serves to evaluate and to differentiate.
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

type IsAny<T> = 0 extends 1 & T ? true : false;

/** What lies at the bottom of nested arrays. */
type Leaf<T> = T extends readonly (infer E)[] ? (IsAny<E> extends true ? E : Leaf<E>) : T;

/** The plain array of the same depth. */
type Arrays<T> = T extends readonly (infer E)[]
  ? E extends readonly unknown[]
    ? Matrix
    : Vector
  : never;

/** The result of an operation that works entry by entry. */
export type Elementwise<T> =
  IsAny<Leaf<T>> extends true
    ? // biome-ignore lint/suspicious/noExplicitAny: a function with untyped arguments stays untyped
      any
    : T extends number
      ? number
      : T extends readonly unknown[]
        ? Tracked extends Leaf<T>
          ? Tracked
          : Arrays<T>
        : T;

type Wider<P, Q> = P extends Tracked
  ? Tracked
  : Q extends Tracked
    ? Tracked
    : P extends Tensor
      ? Tensor
      : Q extends Tensor
        ? Tensor
        : P extends Matrix
          ? Matrix
          : Q extends Matrix
            ? Matrix
            : P extends Vector
              ? Vector
              : Q;

/** The result of an operation on two operands, entry by entry under broadcasting. */
export type Broadcast<A, B> =
  IsAny<Leaf<A>> extends true
    ? // biome-ignore lint/suspicious/noExplicitAny: a function with untyped arguments stays untyped
      any
    : IsAny<Leaf<B>> extends true
      ? // biome-ignore lint/suspicious/noExplicitAny: as above
        any
      : Wider<Elementwise<A>, Elementwise<B>>;

/** The result of an operation that makes one number of all entries. */
export type Reduced<T> =
  IsAny<Leaf<T>> extends true
    ? // biome-ignore lint/suspicious/noExplicitAny: a function with untyped arguments stays untyped
      any
    : T extends Tracked
      ? Tracked
      : T extends readonly unknown[]
        ? Tracked extends Leaf<T>
          ? Tracked
          : number
        : number;

/** Plain values in place of the tracked ones of a structure: what to call a gradient with. */
export type Untracked<P> = P extends Tracked
  ? number | readonly number[] | readonly (readonly number[])[]
  : P extends number
    ? number
    : { readonly [K in keyof P]: Untracked<P[K]> };

/** The derivative in a structure: the same structure, of plain numbers, vectors and matrices. */
export type Gradient<X> = X extends
  | number
  | Tracked
  | readonly number[]
  | readonly (readonly number[])[]
  ? Elementwise<X>
  : { -readonly [K in keyof X]: Gradient<X[K]> };

/** The gradient function of a function of one number, vector or matrix: it has the shape of x. */
export type GradientFunction = <X extends Operand>(x: X) => Elementwise<X>;

/** Value and gradient of a function of one number, vector or matrix. */
export type ValueAndGradientFunction = <X extends Operand>(
  x: X,
) => { value: Reduced<X>; grad: Elementwise<X> };
