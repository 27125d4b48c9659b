import {
  type ReadonlyMatrix,
  type ReadonlyVector,
  requireMatrix,
  requireVector,
  type Vector,
} from "../../core";
import type { PointFunction } from "./types";

/** A public function of one point or of the rows of a matrix, of one that gives a number for each row. */
export function pointFunction(
  caller: string,
  dim: number,
  f: (points: ReadonlyMatrix) => Vector,
): PointFunction {
  const rule = { length: dim, lengthOf: "dimension of the distribution" };
  function at(x: ReadonlyVector): number;
  function at(x: ReadonlyMatrix): Vector;
  function at(x: ReadonlyVector | ReadonlyMatrix): number | Vector {
    if (!Array.isArray(x) || !(x.length === 0 || Array.isArray(x[0]))) {
      return f([requireVector(caller, "x", x, rule)])[0];
    }
    const points = requireMatrix(caller, "x", x, { cols: dim, colsOf: rule.lengthOf });
    return points.length === 0 ? [] : f(points);
  }
  return at;
}

/** The sum of the entries after each: what is left for them. */
export function sumsAfter(x: ReadonlyVector): number[] {
  const out = new Array<number>(x.length).fill(0);
  for (let i = x.length - 2; i >= 0; i--) out[i] = out[i + 1] + x[i + 1];
  return out;
}

/** The sum of all entries but each, without the subtraction that would cancel. */
export function sumsOfOthers(x: ReadonlyVector): number[] {
  let before = 0;
  return sumsAfter(x).map((after, i) => {
    const others = before + after;
    before += x[i];
    return others;
  });
}
