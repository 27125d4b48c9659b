import type { ReadonlyVector } from "../../core";
import { sigmoid, softplus, tanh } from "../ops/activations";
import { add, neg, sub } from "../ops/add";
import { div, mul } from "../ops/arithmetic";
import { exp, log, sqrt } from "../ops/elementary";
import { max, min } from "../ops/extremes";
import { at, type SliceOptions, slice } from "../ops/indexing";
import { concat } from "../ops/join";
import { norm } from "../ops/norm";
import { abs, relu } from "../ops/piecewise";
import { pow } from "../ops/pow";
import { dot, matmul } from "../ops/products";
import { type AxisOptions, mean, sum } from "../ops/reduce";
import { reshape, transpose } from "../ops/shape";
import { logSoftmax, logsumexp, type SoftmaxOptions, softmax } from "../ops/softmax";
import { cos, sin, tan } from "../ops/trigonometric";
import { behaveLikeArray } from "./arrayLike";
import { describeRaw, sizeOf, Tensor } from "./tensor";
import { describeTracked, Tracked } from "./tracked";
import type { Operand } from "./types";

/** The functions of this module as methods of tracked values: `x.mul(y).sum()` is `sum(mul(x, y))`. */
declare module "./tracked" {
  interface Tracked {
    add(b: Operand): Tracked;
    sub(b: Operand): Tracked;
    mul(b: Operand): Tracked;
    div(b: Operand): Tracked;
    pow(p: Operand): Tracked;
    neg(): Tracked;
    exp(): Tracked;
    log(): Tracked;
    sqrt(): Tracked;
    sin(): Tracked;
    cos(): Tracked;
    tan(): Tracked;
    tanh(): Tracked;
    sigmoid(): Tracked;
    softplus(): Tracked;
    relu(): Tracked;
    abs(): Tracked;
    sum(options?: AxisOptions): Tracked;
    mean(options?: AxisOptions): Tracked;
    max(options?: AxisOptions): Tracked;
    min(options?: AxisOptions): Tracked;
    logsumexp(options?: AxisOptions): Tracked;
    softmax(options?: SoftmaxOptions): Tracked;
    logSoftmax(options?: SoftmaxOptions): Tracked;
    norm(): Tracked;
    dot(b: Operand): Tracked;
    matmul(b: Operand): Tracked;
    transpose(): Tracked;
    reshape(shape: ReadonlyVector): Tracked;
    at(i: number, j?: number): Tracked;
  }

  interface Tracked extends Entries<Tracked> {}
}

declare module "./tensor" {
  interface Tensor extends Entries<number | Tensor> {
    at(i: number, j?: number): number | Tensor;
  }
}

/** The entries of a vector or the rows of a matrix, read as those of an array are. */
export interface Entries<E>
  extends Pick<
    readonly E[],
    | "map"
    | "forEach"
    | "reduce"
    | "reduceRight"
    | "some"
    | "every"
    | "find"
    | "findIndex"
    | "flatMap"
    | "entries"
    | "keys"
    | "values"
  > {
  /** How many there are: the length of a vector, the rows of a matrix. */
  readonly length: number;
  readonly [index: number]: E;
  filter(predicate: (entry: E, index: number) => boolean): E[];
  /** As `slice`; without end to the end, and places before the end count from there as −1, −2, …. */
  slice(start?: number, end?: number, options?: SliceOptions): E;
  /** One after the other, as `concat`; a number counts as a vector of length 1. */
  concat(...parts: readonly Operand[]): E;
  /** All entries as one vector. */
  flat(): E;
  [Symbol.iterator](): Iterator<E>;
}

const unaries = { neg, exp, log, sqrt, sin, cos, tan, tanh, sigmoid, softplus, relu, abs, norm };
const binaries = { add, sub, mul, div, pow, dot, matmul };
const reductions = { sum, mean, max, min, logsumexp, softmax, logSoftmax };

/** Methods that a value has because an array has them. */
const arrayMethods = {
  at,
  slice(x: Tracked, start = 0, end?: number, options: SliceOptions = {}) {
    const n = x.shape[options.axis ?? 0] ?? 0;
    const fromEnd = (k: number) => (Number.isInteger(k) && k < 0 ? n + k : k);
    return slice(x, fromEnd(start), fromEnd(end ?? n), options);
  },
  concat(x: Tracked, ...parts: readonly Operand[]) {
    const isNumber = (part: Operand) =>
      typeof part === "number" || (part instanceof Tracked && part.shape.length === 0);
    return concat([x, ...parts.map((part) => (isNumber(part) ? [part] : part) as Operand)]);
  },
  flat: (x: Tracked) => reshape(x, [sizeOf(x.shape)]),
};

function install(prototype: object, methods: Record<string, (...args: never[]) => unknown>): void {
  for (const [name, f] of Object.entries(methods)) {
    Object.defineProperty(prototype, name, {
      value(this: Tracked, ...args: never[]) {
        return f(this as never, ...args);
      },
    });
  }
}

install(Tracked.prototype, { ...unaries, ...binaries, ...reductions, transpose, reshape });
install(Tracked.prototype, arrayMethods);
install(Tensor.prototype, arrayMethods);

behaveLikeArray<Tracked>(Tracked.prototype, {
  kind: "a tracked",
  plain: "x.item() of a number, x.value of the rest",
  shape: (x) => x.shape,
  entry: at,
  describe: describeTracked,
});

behaveLikeArray<Tensor>(Tensor.prototype, {
  kind: "a constant",
  plain: "those it was made of",
  shape: (x) => x.shape,
  entry: at,
  describe: (x) => `constant(${describeRaw(x)})`,
});
