import { describeValue } from "../../core";
import { firstNot } from "../kernels/entries";
import { stacked } from "../ops/rules/linear";
import { describeShape, Tensor, toPlain } from "./tensor";
import { apply, type Op, shapeOf, Tracked, type Val } from "./tracked";

/** A vector packed, or undefined if not all entries are numbers. */
function packVector(x: readonly unknown[]): Tensor | undefined {
  const data = new Float64Array(x.length);
  for (let k = 0; k < data.length; k++) {
    const v = x[k];
    if (typeof v !== "number") return undefined;
    data[k] = v;
  }
  return new Tensor(data, [x.length]);
}

/** A matrix packed, or undefined if it is not made of rows of numbers of equal length. */
function packMatrix(rows: readonly unknown[]): Tensor | undefined {
  const m = rows.length;
  const n = Array.isArray(rows[0]) ? rows[0].length : 0;
  const data = new Float64Array(m * n);
  for (let i = 0, k = 0; i < m; i++) {
    const row = rows[i];
    if (!Array.isArray(row) || row.length !== n) return undefined;
    for (let j = 0; j < n; j++) {
      if (typeof row[j] !== "number") return undefined;
      data[k++] = row[j];
    }
  }
  return new Tensor(data, [m, n]);
}

/**
 * An array of numbers packed to a vector, or rows of numbers of equal length to a matrix; undefined if
 * it is something else.
 *
 * @throws RangeError if it holds NaN.
 */
export function pack(caller: string, name: string, x: readonly unknown[]): Tensor | undefined {
  const tensor = Array.isArray(x[0]) ? packMatrix(x) : packVector(x);
  if (tensor === undefined) return undefined;
  const k = firstNot("a number", tensor.data);
  if (k < 0) return tensor;
  const n = tensor.shape[1];
  const where = n === undefined ? `[${k}]` : `[${Math.floor(k / n)}][${k % n}]`;
  throw new RangeError(`${caller}: ${name} must hold no NaN, ${name}${where} is NaN`);
}

/** Packs an array; with tracked values in it, stacks it. */
function liftArray(caller: string, name: string, x: readonly unknown[]): Val {
  const packed = pack(caller, name, x);
  if (packed) return packed;
  const parts = Array.from(x, (part, k) => lift(caller, `${name}[${k}]`, part));
  const first = shapeOf(parts[0]);
  parts.forEach((part, k) => {
    const shape = shapeOf(part);
    if (shape.length > 1 || shape.length !== first.length || shape[0] !== first[0]) {
      throw new RangeError(
        `${caller}: ${name} must hold numbers only, or rows of equal length, ${name}[0] is ${describeShape(first)} and ${name}[${k}] is ${describeShape(shape)}`,
      );
    }
  });
  return stacked(parts);
}

/**
 * Takes in what a user passed: numbers, tracked values and tensors as they are, arrays packed.
 *
 * @throws TypeError if it is something else; RangeError if it holds NaN or rows of different length.
 */
export function lift(caller: string, name: string, x: unknown): Val {
  if (typeof x === "number") {
    if (Number.isNaN(x)) throw new RangeError(`${caller}: ${name} must not be NaN`);
    return x;
  }
  if (x instanceof Tracked || x instanceof Tensor) return x;
  if (Array.isArray(x)) return liftArray(caller, name, x);
  throw new TypeError(
    `${caller}: ${name} must be a number, vector, matrix or tracked value, got ${describeValue(x)}`,
  );
}

const isVal = (x: unknown): x is Val =>
  typeof x === "number" || x instanceof Tracked || x instanceof Tensor;

/**
 * Takes operands in, computes, and gives plain arrays back unless something packed or tracked came
 * in: the door through which users and our own rules of differentiation come to the same functions.
 */
export function compute<R>(
  caller: string,
  names: readonly string[],
  operands: readonly unknown[],
  f: (...args: Val[]) => Val,
): R {
  const y = f(...operands.map((x, k) => (isVal(x) ? x : lift(caller, names[k], x))));
  if (!(y instanceof Tensor)) return y as R;
  return (operands.some((x) => x instanceof Tensor) ? y : toPlain(y)) as R;
}

/** As `compute`, of one operand, for what has several named results. */
export function computeParts<R>(
  caller: string,
  name: string,
  operand: unknown,
  f: (x: Val) => Readonly<Record<string, Val>>,
): R {
  const parts = f(isVal(operand) ? operand : lift(caller, name, operand));
  const shown = (y: Val) => (y instanceof Tensor && !(operand instanceof Tensor) ? toPlain(y) : y);
  return Object.fromEntries(Object.entries(parts).map(([key, y]) => [key, shown(y)])) as R;
}

/** An operation on every entry of one operand x, as a function for users. */
export function unary<R>(op: Op, x: unknown): R {
  if (isVal(x)) return apply(op, [x]) as R;
  return compute(op.name, ["x"], [x], (v) => apply(op, [v]));
}

/** An operation on the entries of two operands a and b, as a function for users. */
export function binary<R>(op: Op, a: unknown, b: unknown): R {
  if (isVal(a) && isVal(b)) return apply(op, [a, b]) as R;
  return compute(op.name, ["a", "b"], [a, b], (v, w) => apply(op, [v, w]));
}
