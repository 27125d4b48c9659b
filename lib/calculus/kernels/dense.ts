import type { Dense } from "../../linalg/flat";
import { Tensor } from "../tracking/tensor";

/** A matrix as linalg has it, on the same memory. */
export function asDense({ data, shape }: Tensor): Dense {
  return { data, rows: shape[0], cols: shape[1] };
}

/** A matrix of linalg as a tensor, on the same memory. */
export function fromDense({ data, rows, cols }: Dense): Tensor {
  return new Tensor(data.length === rows * cols ? data : data.slice(0, rows * cols), [rows, cols]);
}
