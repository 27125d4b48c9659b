import type { ReadonlyVector } from "../../core";
import { dataOf, fromData, type Raw, sizeOf, Tensor } from "../tracking/tensor";
import { withoutNaN } from "./entries";

/** The entries of x at the given positions, in the given shape. */
export function gather(x: Raw, positions: Int32Array, shape: ReadonlyVector): Raw {
  const data = dataOf(x);
  if (shape.length === 0) return data[positions[0]];
  const out = new Float64Array(positions.length);
  for (let k = 0; k < out.length; k++) out[k] = data[positions[k]];
  return new Tensor(out, shape);
}

/** The opposite of `gather`: adds the entries of each part to zeros at the positions given for it. */
export function scatter(
  parts: readonly Raw[],
  positions: readonly Int32Array[],
  shape: ReadonlyVector,
): Raw {
  const out = new Float64Array(sizeOf(shape));
  parts.forEach((part, p) => {
    const where = positions[p];
    if (typeof part === "number") out[where[0]] += part;
    else for (let k = 0; k < where.length; k++) out[where[k]] += part.data[k];
  });
  return fromData(withoutNaN("sum", out), shape);
}
