import {
  describeValue,
  type ReadonlyMatrix,
  requireMatrix,
  requireVector,
  type Vector,
} from "../../core";
import { requireCounts } from "../arguments/contingency";
import type { Family, FamilyName } from "./families";
import type { Link } from "./links";

/** A generalised linear model, checked. */
export interface GlmProblem {
  X: ReadonlyMatrix;
  /** Observations; of a binomial family proportions. */
  y: Vector;
  /** Weights; of a binomial family with counts times the number of trials. */
  w: Vector;
  offset: Vector;
  intercept: boolean;
  family: Family;
  link: Link;
}

/**
 * The observations, and how many trials each stands for: a vector with one each, or an n×2 matrix of successes and
 * failures.
 */
export function responseOf(
  caller: string,
  given: unknown,
  name: FamilyName,
  family: Family,
  rows: number,
): { y: Vector; trials: Vector } {
  if (Array.isArray(given) && Array.isArray(given[0])) {
    if (name !== "binomial") {
      throw new TypeError(
        `${caller}: y must be a vector (a matrix of successes and failures is for the binomial family), got ${describeValue(given)}`,
      );
    }
    const counts = requireMatrix(caller, "y", given, {
      rows,
      rowsOf: "rows of X",
      cols: 2,
      colsOf: "successes and failures",
    });
    counts.forEach((row, i) => {
      requireCounts(caller, `y[${i}]`, row);
      if (row[0] + row[1] === 0) {
        throw new RangeError(`${caller}: y[${i}] must have at least one trial, got 0 and 0`);
      }
    });
    const trials = counts.map(([a, b]) => a + b);
    return { y: counts.map(([a], i) => a / trials[i]), trials };
  }
  const y = requireVector(caller, "y", given, { length: rows, lengthOf: "rows of X" });
  y.forEach((v, i) => {
    const rule = family.refuse(v);
    if (rule) {
      throw new RangeError(`${caller}: y must be ${rule} for the ${name} family, y[${i}] is ${v}`);
    }
  });
  return { y: y.slice(), trials: y.map(() => 1) };
}
