import { maxOf } from "../../../core";
import { dataOf, Tensor } from "../../tracking/tensor";
import { primal, shapeOf, type Val } from "../../tracking/tracked";
import { add, sub } from "../add";
import { div, mul } from "../arithmetic";
import { reshaped } from "./linear";

/**
 * Eigenvalues or singular values that are equal: by themselves they have no derivative, nor have their
 * vectors, but functions in which they count alike do.
 */

/** Values closer than this many units of rounding of n·‖A‖ count as equal. */
const TIE = 10 * Number.EPSILON;

/** Derivatives that have to be equal may differ by this part of the largest. */
const ALIKE = 1e-8;

/** Pairs i < j of values that are equal to rounding. */
export function tiesOf(values: Float64Array): [number, number][] {
  const tolerance = TIE * values.length * maxOf(values.map(Math.abs));
  const ties: [number, number][] = [];
  for (let i = 0; i < values.length; i++) {
    for (let j = i + 1; j < values.length; j++) {
      if (Math.abs(values[i] - values[j]) <= tolerance) ties.push([i, j]);
    }
  }
  return ties;
}

/** 1/(bⱼ − bᵢ) at (i, j), and 0 on the diagonal and for pairs that are equal. */
export function reciprocalGaps(b: Val, ties: readonly [number, number][]): Val {
  const [n] = shapeOf(b);
  const equal = new Float64Array(n * n);
  for (let i = 0; i < n; i++) equal[i * n + i] = 1;
  for (const [i, j] of ties) equal[i * n + j] = equal[j * n + i] = 1;
  const gaps = sub(reshaped(b, [1, n]), reshaped(b, [n, 1]));
  const apart = new Tensor(
    equal.map((e) => 1 - e),
    [n, n],
  );
  const safe = add(mul(gaps, apart), new Tensor(equal, [n, n]));
  return div(apart, safe);
}

/** The largest |entry| of column j of a matrix. */
export function columnSize(A: Val, j: number): number {
  const [m, n] = shapeOf(A);
  const data = dataOf(primal(A));
  let size = 0;
  for (let i = 0; i < m; i++) size = Math.max(size, Math.abs(data[i * n + j]));
  return size;
}

/**
 * Asserts that what is differentiated has a derivative although values are equal: nothing may hang on
 * their vectors, which are not unique, and they must count alike.
 */
export function requireUnaffected(
  what: { caller: string; value: string; vectors: string },
  values: Float64Array,
  ties: readonly [number, number][],
  slopes: Val,
  vectorSlopes: readonly Val[],
): void {
  const g = dataOf(primal(slopes));
  const largest = maxOf(g.map(Math.abs));
  for (const [i, j] of ties) {
    const both = `${what.caller}: ${what.value}s ${i + 1} and ${j + 1} are both ${values[i]} to rounding`;
    if (vectorSlopes.some((s) => columnSize(s, i) > 0 || columnSize(s, j) > 0)) {
      throw new RangeError(`${both}: their ${what.vectors} are not unique and have no derivative`);
    }
    if (Math.abs(g[i] - g[j]) > ALIKE * largest) {
      throw new RangeError(
        `${both}: one by itself has no derivative there, only functions in which they count alike`,
      );
    }
  }
}

/** Asserts that values that are equal are not differentiated twice, nor forwards. */
export function requireDistinct(
  caller: string,
  value: string,
  values: Float64Array,
  ties: readonly [number, number][],
  kind: string,
): void {
  if (ties.length === 0) return;
  const [i, j] = ties[0];
  throw new RangeError(
    `${caller}: ${value}s ${i + 1} and ${j + 1} are both ${values[i]} to rounding: there is no ${kind}`,
  );
}
