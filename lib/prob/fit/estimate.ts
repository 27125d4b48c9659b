import type { ReadonlyVector } from "../../core";

/** Where the likelihood of a family is largest. */
export interface Estimate {
  /** The arguments of the factory, in order. */
  params: number[];
  /**
   * The observed information, minus the matrix of second derivatives of the log-likelihood at the maximum;
   * NaN where the likelihood is not smooth there or the maximum lies at an end. Where it has fewer rows
   * than there are arguments, the first of these were given.
   */
  information: number[][];
  /** Absent for a closed form and for a root that is bracketed, which cannot fail. */
  converged?: boolean;
}

/** Finds the maximum for checked data; `none` makes the error for when there is none. */
export type Estimator = (x: ReadonlyVector, none: (why: string) => RangeError) => Estimate;

/** The mean, formed so that neither large values nor many of them lose precision. */
export function meanOf(x: ReadonlyVector): number {
  let rough = 0;
  for (const v of x) rough += v / x.length;
  let rest = 0;
  for (const v of x) rest += (v - rough) / x.length;
  return rough + rest;
}

/** Whether all values are one. */
export function constant(x: ReadonlyVector): boolean {
  return x.every((v) => v === x[0]);
}

export const ALL_EQUAL =
  "all values are equal, and the likelihood grows without end as the law narrows";
