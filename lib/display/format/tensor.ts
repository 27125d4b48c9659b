import type { TensorLike } from "../render/kinds";
import { type Written, writeMath } from "./math";
import type { MatrixFormat } from "./matrix";
import { formatNumber } from "./number";

/** A tensor written out whole, or (rank 3 and more) summed up. */
export type TensorView =
  | { caption: string; written: Written }
  | { caption: string; summary: string[][] };

/** Up to rank 2 a tensor is written as a number, vector or matrix; above, as its range and mean. */
export function tensorView(tensor: TensorLike, format: MatrixFormat): TensorView {
  const { shape, dtype } = tensor;
  const caption = `tensor ${shape.length === 0 ? "scalar" : shape.join("×")}, ${dtype}`;
  if (shape.length <= 2 && tensor.size > 0 && dtype !== "string") {
    const values = numbers(tensor.arraySync());
    const written = writeMath(values, format);
    if (written) return { caption, written };
  }
  return { caption, summary: summarize(tensor, format.digits) };
}

/** Booleans of a bool tensor as 0 and 1. */
function numbers(values: unknown): unknown {
  return Array.isArray(values) ? values.map(numbers) : Number(values);
}

function summarize(tensor: TensorLike, digits: number): string[][] {
  const rows = [["entries", String(tensor.size)]];
  if (tensor.dtype === "string" || tensor.size === 0) return rows;
  const values = tensor.dataSync();
  let [min, max, sum] = [Infinity, -Infinity, 0];
  for (let i = 0; i < values.length; i++) {
    const v = Number(values[i]);
    min = Math.min(min, v);
    max = Math.max(max, v);
    sum += v;
  }
  rows.push(["least", formatNumber(min, digits)], ["greatest", formatNumber(max, digits)]);
  rows.push(["mean", formatNumber(sum / values.length, digits)]);
  return rows;
}
