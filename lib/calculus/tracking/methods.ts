import type { ReadonlyVector } from "../../core";
import { sigmoid, softplus, tanh } from "../ops/activations";
import { add, neg, sub } from "../ops/add";
import { div, mul } from "../ops/arithmetic";
import { exp, log, sqrt } from "../ops/elementary";
import { max, min } from "../ops/extremes";
import { at, type SliceOptions, slice } from "../ops/indexing";
import { norm } from "../ops/norm";
import { abs, relu } from "../ops/piecewise";
import { pow } from "../ops/pow";
import { dot, matmul } from "../ops/products";
import { type AxisOptions, mean, sum } from "../ops/reduce";
import { reshape, transpose } from "../ops/shape";
import { logSoftmax, logsumexp, type SoftmaxOptions, softmax } from "../ops/softmax";
import { cos, sin, tan } from "../ops/trigonometric";
import { Tracked } from "./tracked";
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
    slice(start: number, end: number, options?: SliceOptions): Tracked;
    /** The entries of a vector or the rows of a matrix, so that `const [x, y] = v` works. */
    [Symbol.iterator](): Iterator<Tracked>;
  }
}

const unaries = { neg, exp, log, sqrt, sin, cos, tan, tanh, sigmoid, softplus, relu, abs, norm };
const binaries = { add, sub, mul, div, pow, dot, matmul };
const reductions = { sum, mean, max, min, logsumexp, softmax, logSoftmax };
const shapes = { transpose, reshape, at, slice };

const functions: Record<string, (...args: never[]) => unknown> = {
  ...unaries,
  ...binaries,
  ...reductions,
  ...shapes,
};

for (const [name, f] of Object.entries(functions)) {
  Object.defineProperty(Tracked.prototype, name, {
    value(this: Tracked, ...args: never[]) {
      return f(this as never, ...args);
    },
  });
}

Object.defineProperty(Tracked.prototype, Symbol.iterator, {
  value: function* (this: Tracked) {
    const n = this.shape[0];
    if (n === undefined) throw new TypeError("a tracked number cannot be taken apart");
    for (let k = 0; k < n; k++) yield at(this, k);
  },
});
