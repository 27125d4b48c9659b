import { lift } from "../tracking/operand";
import type { Tensor } from "../tracking/tensor";
import { primal } from "../tracking/tracked";
import type { Operand } from "../tracking/types";

/**
 * x as a constant. No derivative flows through it (it "stops the gradient" of a tracked x); and a
 * large matrix of data is packed once and for all, and not anew at every call.
 *
 * @param x - Number, vector, matrix or tracked value.
 * @returns A number, or a packed vector or matrix to use as an operand of the functions of this module.
 * @throws TypeError if x is no number, vector, matrix or tracked value.
 * @example
 * calculus.grad((x) => calculus.mul(x, calculus.constant(x)))(3) // => 3
 */
export function constant<T extends Operand>(x: T): T extends number ? number : number | Tensor {
  return primal(lift("constant", "x", x)) as never;
}
