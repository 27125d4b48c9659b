import { zip } from "../kernels/entries";
import { binary } from "../tracking/operand";
import { apply, type Op, shapeOf, type Val } from "../tracking/tracked";
import type { Broadcast, Operand } from "../tracking/types";
import { neg, sub } from "./add";
import { bilinear, convolve, total } from "./rules/bilinear";
import { sumTo } from "./rules/linear";

const mulOp: Op = bilinear(
  "mul",
  ([a, b]) => zip("mul", a, b, (p, q) => p * q),
  (i, g, args) => sumTo(mul(g, args[1 - i]), shapeOf(args[i])),
);

/** y = a/b. From y·b = a: y' = (a' − y·b')/b, and yₖ = (aₖ − Σ_{j≥1} bⱼyₖ₋ⱼ)/b₀. */
const divOp: Op = {
  name: "div",
  forward: ([a, b]) => zip("div", a, b, (p, q) => p / q),
  vjp: (i, g, y, args) =>
    sumTo(i === 0 ? div(g, args[1]) : neg(div(mul(g, y), args[1])), shapeOf(args[i])),
  jvp: ([s, t], y, [, b]) => div(total([s, t && neg(mul(y, t))], shapeOf(y)), b),
  series(order, [a, b]) {
    const y: Val[] = [apply(divOp, [a[0], b[0]])];
    const length = b.length === 1 ? a.length : order + 1;
    for (let k = 1; k < length; k++) {
      const known = total(convolve(b, y, k, 1, mul), shapeOf(y[0]));
      y.push(div(a[k] === undefined ? neg(known) : sub(a[k], known), b[0]));
    }
    return y;
  },
};

/**
 * The product a·b, entry by entry; shapes agree as in `add`. For the product of matrices see `matmul`.
 *
 * @throws RangeError if the shapes do not agree, or for 0·∞.
 * @example
 * calculus.mul([1, 2, 3], [4, 5, 6]) // => [4, 10, 18]
 * calculus.grad(([x, y]) => calculus.mul(x, y))([2, 3]) // => [3, 2]
 */
export function mul<A extends Operand, B extends Operand>(a: A, b: B): Broadcast<A, B> {
  return binary(mulOp, a, b);
}

/**
 * The quotient a/b, entry by entry; shapes agree as in `add`. A number over 0 is ±∞.
 *
 * @throws RangeError if the shapes do not agree, or for 0/0.
 * @example
 * calculus.div([1, 2], 4) // => [0.25, 0.5]
 * calculus.grad(([x, y]) => calculus.div(x, y))([1, 2]) // => [0.5, -0.25]
 */
export function div<A extends Operand, B extends Operand>(a: A, b: B): Broadcast<A, B> {
  return binary(divOp, a, b);
}
