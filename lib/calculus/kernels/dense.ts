import type { Dense } from "../../linalg/flat";
import { Tensor } from "../tracking/tensor";
import { firstNot } from "./entries";

/** A matrix as linalg has it, on the same memory. */
export function asDense({ data, shape }: Tensor): Dense {
  return { data, rows: shape[0], cols: shape[1] };
}

/** The same of a matrix, or of a vector as one column, for kernels that need finite entries. */
export function finiteDense(caller: string, name: string, { data, shape }: Tensor): Dense {
  const k = firstNot("finite", data);
  const [rows, cols = 1] = shape;
  if (k < 0) return { data, rows, cols };
  const place = shape.length === 1 ? `[${k}]` : `[${Math.floor(k / cols)}][${k % cols}]`;
  throw new RangeError(`${caller}: ${name} must be finite, ${name}${place} is ${data[k]}`);
}

/** A matrix of linalg as a tensor, on the same memory. */
export function fromDense({ data, rows, cols }: Dense): Tensor {
  return new Tensor(data.length === rows * cols ? data : data.slice(0, rows * cols), [rows, cols]);
}
