import { describeValue } from "../../core";
import { broadcastShape } from "../kernels/entries";
import { compute } from "../tracking/operand";
import { type Raw, rawShape, Tensor } from "../tracking/tensor";
import { shapeOf } from "../tracking/tracked";
import type { Broadcast, Operand } from "../tracking/types";
import { selected } from "./rules/linear";

/** A condition for each entry: true or false, or an array of those, or rows of them. */
export type Condition = boolean | readonly boolean[] | readonly (readonly boolean[])[];

/** The shape of a condition, as that of numbers. */
type Shaped<C> = C extends boolean
  ? number
  : C extends readonly boolean[]
    ? number[]
    : C extends readonly (readonly boolean[])[]
      ? number[][]
      : never;

/** Packs a condition: 1 for true, 0 for false. */
function packCondition(condition: unknown): Raw {
  const bit = (value: unknown, name: string): number => {
    if (typeof value === "boolean") return Number(value);
    throw new TypeError(`where: ${name} must be true or false, got ${describeValue(value)}`);
  };
  if (!Array.isArray(condition)) return bit(condition, "condition");
  if (!Array.isArray(condition[0])) {
    const bits = Array.from(condition, (value, i) => bit(value, `condition[${i}]`));
    return new Tensor(Float64Array.from(bits), [bits.length]);
  }
  const n = condition[0].length;
  const rows = Array.from(condition, (row: unknown, i) => {
    if (Array.isArray(row) && row.length === n) {
      return Array.from(row, (value, j) => bit(value, `condition[${i}][${j}]`));
    }
    throw new RangeError(
      `where: condition must have rows of ${n} as its first, condition[${i}] is ${describeValue(row)}`,
    );
  });
  return new Tensor(Float64Array.from(rows.flat()), [rows.length, n]);
}

/**
 * The entries of a where the condition is true, and those of b elsewhere; shapes agree as in `add`. Each
 * entry's derivative goes to the one that is chosen, none to the other. The condition itself is fixed:
 * make it of plain numbers, `x.value.map((v) => v > 0)`.
 *
 * Both a and b are computed at every entry, and must have a value there and a finite slope. Where they have
 * not, choose first what they are computed of: `where(c, sqrt(where(c, x, 1)), 0)`.
 *
 * @throws TypeError if the condition is not made of true and false; RangeError if the shapes do not agree.
 * @example
 * calculus.where([true, false], [1, 2], 0) // => [1, 0]
 * calculus.grad((x) => calculus.where([true, false], x.pow(2), x).sum())([3, 3]) // => [6, 1]
 */
export function where<C extends Condition, A extends Operand, B extends Operand>(
  condition: C,
  a: A,
  b: B,
): Broadcast<Broadcast<A, B>, Shaped<C>> {
  const mask = packCondition(condition);
  return compute("where", ["a", "b"], [a, b], (v, w) => {
    const shape = broadcastShape("where", shapeOf(v), shapeOf(w));
    return selected(mask, v, w, broadcastShape("where", rawShape(mask), shape));
  });
}
