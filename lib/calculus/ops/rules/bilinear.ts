import type { ReadonlyVector } from "../../../core";
import { filled, type Raw } from "../../tracking/tensor";
import { apply, type Op, type Series, shapeOf, type Val } from "../../tracking/tracked";
import { add } from "../add";

/** The sum of the terms that are there; zeros of the given shape where none is. */
export function total(terms: readonly (Val | undefined)[], shape: ReadonlyVector): Val {
  let sum: Val | undefined;
  for (const term of terms) {
    if (term !== undefined) sum = sum === undefined ? term : add(sum, term);
  }
  return sum ?? filled(shape, 0);
}

/** The terms product(aⱼ, bₖ₋ⱼ), j ≥ from, whose sum is coefficient k of a product of two series. */
export function convolve(
  a: Series,
  b: Series,
  k: number,
  from: number,
  product: (p: Val, q: Val) => Val,
): Val[] {
  const terms: Val[] = [];
  for (let j = Math.max(from, k - b.length + 1); j <= k && j < a.length; j++) {
    terms.push(product(a[j], b[k - j]));
  }
  return terms;
}

/**
 * An operation of two arguments linear in each, a product of some sort. The product rule is
 * y' = op(a', b) + op(a, b'); power series multiply as polynomials do, yₖ = Σⱼ op(aⱼ, bₖ₋ⱼ).
 */
export function bilinear(
  name: string,
  forward: (args: readonly Raw[]) => Raw,
  vjp: (i: number, g: Val, args: readonly Val[]) => Val,
): Op {
  const op: Op = {
    name,
    forward,
    vjp: (i, g, _y, args) => vjp(i, g, args),
    jvp: ([s, t], y, [a, b]) => total([s && apply(op, [s, b]), t && apply(op, [a, t])], shapeOf(y)),
    series(order, [a, b]) {
      const length = Math.min(order + 1, a.length + b.length - 1);
      return Array.from({ length }, (_, k) =>
        total(
          convolve(a, b, k, 0, (p, q) => apply(op, [p, q])),
          [],
        ),
      );
    },
  };
  return op;
}
