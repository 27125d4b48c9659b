import type { Matrix, ReadonlyVector, Vector } from "../../core";

/**
 * Numbers in a row with a shape: what the operations of this module compute on. A vector of length n
 * has shape [n], an m×n matrix shape [m, n] with its rows one after the other. A lone number stays a
 * JavaScript number, its shape is []. The data of a tensor never change once it is made, so tensors
 * of different shape may share them.
 */
export class Tensor {
  constructor(
    readonly data: Float64Array,
    readonly shape: ReadonlyVector,
  ) {}
}

/** A value that no transformation follows: a number, or a tensor of rank 1 or 2. */
export type Raw = number | Tensor;

/** A number, a vector or a matrix, as the user sees them. */
export type Plain = number | Vector | Matrix;

const SCALAR: ReadonlyVector = [];

/** The shape of a raw value: [], [n] or [m, n]. */
export function rawShape(x: Raw): ReadonlyVector {
  return typeof x === "number" ? SCALAR : x.shape;
}

/** How many entries a shape holds. */
export function sizeOf(shape: ReadonlyVector): number {
  let size = 1;
  for (const n of shape) size *= n;
  return size;
}

/** A shape in words, for messages: `a number`, `a vector of length 3`, `a 2×3 matrix`. */
export function describeShape(shape: ReadonlyVector): string {
  if (shape.length === 0) return "a number";
  return shape.length === 1 ? `a vector of length ${shape[0]}` : `a ${shape.join("×")} matrix`;
}

/** A value in a few words: its numbers, or of many of them only the shape. */
export function describeRaw(x: Raw): string {
  const written = (v: Plain): string =>
    typeof v === "number" ? String(v) : `[${v.map(written).join(",")}]`;
  return sizeOf(rawShape(x)) > 16 ? describeShape(rawShape(x)) : written(toPlain(x));
}

/** Whether two shapes are the same. */
export function sameShape(a: ReadonlyVector, b: ReadonlyVector): boolean {
  return a.length === b.length && a.every((n, k) => n === b[k]);
}

/** A raw value of the given shape, all of whose entries are `entry`. */
export function filled(shape: ReadonlyVector, entry: number): Raw {
  if (shape.length === 0) return entry;
  return new Tensor(new Float64Array(sizeOf(shape)).fill(entry), shape);
}

/** A raw value from its entries and its shape; shape [] takes the one entry out. */
export function fromData(data: Float64Array, shape: ReadonlyVector): Raw {
  return shape.length === 0 ? data[0] : new Tensor(data, shape);
}

/** The entries of a raw value, row by row. */
export function dataOf(x: Raw): Float64Array {
  return typeof x === "number" ? Float64Array.of(x) : x.data;
}

/** A raw value as the number, vector or matrix the user sees. */
export function toPlain(x: Raw): Plain {
  if (typeof x === "number") return x;
  const { data, shape } = x;
  const row = (start: number, n: number): Vector => {
    const out = new Array<number>(n);
    for (let j = 0; j < n; j++) out[j] = data[start + j];
    return out;
  };
  if (shape.length === 1) return row(0, shape[0]);
  const rows = new Array<Vector>(shape[0]);
  for (let i = 0; i < shape[0]; i++) rows[i] = row(i * shape[1], shape[1]);
  return rows;
}
