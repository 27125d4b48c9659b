import type { ReadonlyVector } from "../../core";
import {
  dataOf,
  describeShape,
  filled,
  fromData,
  type Raw,
  rawShape,
  sameShape,
  sizeOf,
  Tensor,
} from "../tracking/tensor";

/**
 * What the operations do to bare numbers. No kernel lets a NaN arise in silence: infinities pass,
 * but ∞ − ∞, 0·∞, 0/0 or a number outside a function's domain is an error where it happens.
 */

/** What a kernel throws where a NaN would arise. */
export class NotANumber extends RangeError {}

/** f of every entry. `domain` says, for the message, what f accepts. */
export function map(name: string, x: Raw, f: (v: number) => number, domain: string): Raw {
  const at = (v: number): number => {
    const y = f(v);
    if (Number.isNaN(y)) throw new NotANumber(`${name}: x must be ${domain}, got ${v}`);
    return y;
  };
  if (typeof x === "number") return at(x);
  const out = new Float64Array(x.data.length);
  for (let k = 0; k < out.length; k++) {
    const y = f(x.data[k]);
    out[k] = Number.isNaN(y) ? at(x.data[k]) : y;
  }
  return new Tensor(out, x.shape);
}

/** Steps from row to row and from column to column, 0 where one entry serves all. */
export function strides(shape: ReadonlyVector): [number, number] {
  if (shape.length === 0) return [0, 0];
  const [m, n] = shape.length === 1 ? [1, shape[0]] : shape;
  return [m === 1 ? 0 : n, n === 1 ? 0 : 1];
}

/** The common shape of two values under NumPy's rule: aligned at the last axis, 1 stretches. */
export function broadcastShape(name: string, a: ReadonlyVector, b: ReadonlyVector): ReadonlyVector {
  if (a.length === 0 || sameShape(a, b)) return b;
  if (b.length === 0) return a;
  const rank = Math.max(a.length, b.length);
  return Array.from({ length: rank }, (_, k) => {
    const p = a[k - rank + a.length] ?? 1;
    const q = b[k - rank + b.length] ?? 1;
    if (p !== q && p !== 1 && q !== 1) {
      throw new RangeError(
        `${name}: a and b must have shapes that agree, got ${describeShape(a)} and ${describeShape(b)}`,
      );
    }
    return p === 1 ? q : p;
  });
}

/** f of every pair of entries, under broadcasting. */
export function zip(name: string, a: Raw, b: Raw, f: (p: number, q: number) => number): Raw {
  const at = (p: number, q: number): number => {
    const y = f(p, q);
    if (Number.isNaN(y)) throw new NotANumber(`${name}: not a number for ${p} and ${q}`);
    return y;
  };
  if (typeof a === "number" && typeof b === "number") return at(a, b);
  const shape = broadcastShape(name, rawShape(a), rawShape(b));
  const [p, q] = [dataOf(a), dataOf(b)];
  const out = new Float64Array(sizeOf(shape));
  const [rowP, colP] = strides(rawShape(a));
  const [rowQ, colQ] = strides(rawShape(b));
  const n = shape[shape.length - 1];
  for (let k = 0, i = 0; k < out.length; i++) {
    for (let j = 0, v = i * rowP, w = i * rowQ; j < n; j++, k++, v += colP, w += colQ) {
      const y = f(p[v], q[w]);
      out[k] = Number.isNaN(y) ? at(p[v], q[w]) : y;
    }
  }
  return new Tensor(out, shape);
}

/** x stretched to a larger shape. */
export function broadcast(x: Raw, shape: ReadonlyVector): Raw {
  if (typeof x === "number") return filled(shape, x);
  const out = new Float64Array(sizeOf(shape));
  const [row, col] = strides(x.shape);
  const n = shape[shape.length - 1];
  for (let k = 0, i = 0; k < out.length; i++) {
    for (let j = 0; j < n; j++, k++) out[k] = x.data[i * row + j * col];
  }
  return new Tensor(out, shape);
}

/** The entries of a where the mask is not 0, else those of b, all stretched to one shape. */
export function select(mask: Raw, a: Raw, b: Raw, shape: ReadonlyVector): Raw {
  const [chosen, v, w] = [mask, a, b].map((x) => dataOf(broadcast(x, shape)));
  return fromData(
    chosen.map((choice, k) => (choice !== 0 ? v[k] : w[k])),
    shape,
  );
}

/** The place of the first entry that is not "a number" (NaN), or not "finite"; −1 if all are. */
export function firstNot(kind: "a number" | "finite", data: Float64Array): number {
  for (let k = 0; k < data.length; k++) {
    const v = data[k];
    if (kind === "finite" ? !Number.isFinite(v) : Number.isNaN(v)) return k;
  }
  return -1;
}

/** Hands back what it got, unless a NaN is in it. */
export function withoutNaN(name: string, data: Float64Array): Float64Array {
  const k = firstNot("a number", data);
  if (k < 0) return data;
  throw new NotANumber(`${name}: not a number at entry ${k} (infinities of both signs, or 0·∞)`);
}
