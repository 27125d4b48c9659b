import type { ReadonlyVector, Vector } from "../../core";
import type { ContinuousDistribution } from "../../prob";

/** A line of the table of a regression. */
export interface CoefficientRow {
  name: string;
  coef: number;
  standardError: number;
  t: number;
  pValue: number;
  low: number;
  high: number;
}

/** What is known of each parameter of a regression, in the order of their names. */
export interface CoefficientTable {
  /** Of the parameters; that of the intercept comes first if there is one. */
  names: string[];
  parameters: Vector;
  standardErrors: Vector;
  tValues: Vector;
  pValues: Vector;
  confidenceIntervals: [low: number, high: number][];
  /** The vectors above as rows, for show(). */
  table: CoefficientRow[];
}

/** Estimate over standard error; with a perfect fit both may be 0. */
export function tRatio(estimate: number, standardError: number): number {
  if (standardError > 0) return estimate / standardError;
  return estimate === 0 ? 0 : Math.sign(estimate) * Infinity;
}

/**
 * Tests and intervals of parameters from their standard errors.
 *
 * @param tValues - Parameters over standard errors, which the caller forms where nothing overflows.
 * @param law - That of t if the parameter is 0, symmetric about 0.
 */
export function coefficientTable(
  names: readonly string[],
  parameters: Vector,
  standardErrors: Vector,
  tValues: Vector,
  law: ContinuousDistribution,
  confidence: number,
): CoefficientTable {
  const pValues = tValues.map((t) => 2 * law.sf(Math.abs(t)));
  const confidenceIntervals = intervals(parameters, standardErrors, law, confidence);
  return {
    names: names.slice(),
    parameters,
    standardErrors,
    tValues,
    pValues,
    confidenceIntervals,
    table: names.map((name, j) => ({
      name,
      coef: parameters[j],
      standardError: standardErrors[j],
      t: tValues[j],
      pValue: pValues[j],
      low: confidenceIntervals[j][0],
      high: confidenceIntervals[j][1],
    })),
  };
}

/** middle ± quantile·standard error for each entry. */
export function intervals(
  middles: ReadonlyVector,
  standardErrors: ReadonlyVector,
  law: ContinuousDistribution,
  confidence: number,
): [low: number, high: number][] {
  const reach = law.isf((1 - confidence) / 2);
  return middles.map((m, i) => [m - reach * standardErrors[i], m + reach * standardErrors[i]]);
}
