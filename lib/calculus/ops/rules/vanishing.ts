import { maxOf } from "../../../core";
import { dataOf, Tensor } from "../../tracking/tensor";
import { primal, shapeOf, type Val } from "../../tracking/tracked";
import { add } from "../add";
import { div } from "../arithmetic";
import { columnSize, requireDistinct, tiesOf } from "./ties";

/** Singular values that are 0, where they have a kink as |x| has at 0. */

/** Singular values smaller than this part of the largest count as 0, as in the rank of a matrix. */
const zeroBelow = (m: number, n: number, s: Float64Array) =>
  Math.max(m, n) * Number.EPSILON * maxOf(s);

/** A derivative in a value that is 0 must be 0 to this part of the others. */
const NOTHING = 1e-8;

/** The place of the first singular value that is 0 to rounding, or −1. */
function firstZero(A: Val, s: Float64Array): number {
  const [m, n] = shapeOf(A);
  return s.findIndex((v) => v <= zeroBelow(m, n, s));
}

/** Asserts that nothing hangs on singular values that are 0, where they have a kink, or their vectors. */
export function requireNoKink(
  A: Val,
  s: Float64Array,
  slopes: Val,
  vectorSlopes: readonly Val[],
): void {
  const zero = firstZero(A, s);
  if (zero < 0) return;
  const g = dataOf(primal(slopes));
  const largest = maxOf(g.map(Math.abs));
  for (let i = zero; i < s.length; i++) {
    const isKink = Math.abs(g[i]) > NOTHING * largest;
    if (!isKink && vectorSlopes.every((slope) => columnSize(slope, i) === 0)) continue;
    throw new RangeError(
      `svd: singular value ${i + 1} is 0 to rounding: it has a kink there, and neither it nor its vectors have a derivative`,
    );
  }
}

/** Asserts that all singular values are distinct and none is 0. */
export function requireRegular(A: Val, s: Float64Array, kind: string): void {
  const zero = firstZero(A, s);
  if (zero >= 0) {
    throw new RangeError(`svd: singular value ${zero + 1} is 0 to rounding: there is no ${kind}`);
  }
  requireDistinct("svd", "singular value", s, tiesOf(s), kind);
}

/** 1/s, and 0 where s is 0 to rounding. */
export function reciprocals(A: Val, s: Val): Val {
  const zero = firstZero(A, dataOf(primal(s)));
  if (zero < 0) return div(1, s);
  const isZero = dataOf(primal(s)).map((_, i) => (i >= zero ? 1 : 0));
  const [k] = shapeOf(s);
  const safe = add(s, new Tensor(isZero, [k]));
  return div(
    new Tensor(
      isZero.map((z) => 1 - z),
      [k],
    ),
    safe,
  );
}
