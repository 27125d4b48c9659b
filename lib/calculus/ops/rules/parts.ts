import type { ReadonlyVector } from "../../../core";
import { onSeries } from "../../tracking/jet";
import { dataOf, type Raw, sizeOf, Tensor } from "../../tracking/tensor";
import { apply, type Op, shapeOf, Tracked, type Val } from "../../tracking/tracked";
import { div, mul } from "../arithmetic";
import { joined, taken } from "./linear";

/**
 * Operations with several results, as factorisations have. The results stand one after the other in one
 * vector, so that they are computed together, and their derivatives too.
 */

/** Where each of the parts stands. */
function positionsOf(shapes: readonly ReadonlyVector[]): Int32Array[] {
  let start = 0;
  return shapes.map((shape) => {
    const first = start;
    start += sizeOf(shape);
    return Int32Array.from({ length: sizeOf(shape) }, (_, k) => first + k);
  });
}

/** The parts of a vector, in their shapes. */
export function partsOf(y: Val, shapes: readonly ReadonlyVector[]): Val[] {
  return positionsOf(shapes).map((positions, k) => taken(y, positions, shapes[k]));
}

/** Bare parts as one vector. */
export function packedRaw(parts: readonly Raw[]): Tensor {
  const all = parts.map(dataOf);
  const data = new Float64Array(all.reduce((sum, part) => sum + part.length, 0));
  let start = 0;
  for (const part of all) {
    data.set(part, start);
    start += part.length;
  }
  return new Tensor(data, [data.length]);
}

/** Parts as one vector. */
export function packed(parts: readonly Val[]): Val {
  const shapes = parts.map(shapeOf);
  const length = shapes.reduce((sum, shape) => sum + sizeOf(shape), 0);
  return joined(parts, positionsOf(shapes), [length]);
}

/** Whether a value is zero for good: nothing is to be multiplied by it. */
export function isZero(x: Val): boolean {
  return !(x instanceof Tracked) && dataOf(x).every((v) => v === 0);
}

/**
 * The power series of y = op(A) from that of its derivative, y′ = jvp(A′), which takes y to one order less:
 * yₖ = (y′)ₖ₋₁/k.
 */
export function seriesByDerivative(op: Op): Op["series"] {
  return (order, [A]) => {
    const y: Val[] = [apply(op, [A[0]])];
    if (A.length === 1 || order === 0) return y;
    const slope = A.slice(1).map((c, k) => mul(k + 1, c));
    const change = onSeries(order - 1, (X, dX) => op.jvp([dX], apply(op, [X]), [X]), A, slope);
    return [...y, ...change.map((c, k) => div(c, k + 1))];
  };
}
