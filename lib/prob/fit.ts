import {
  type ReadonlyMatrix,
  type ReadonlyVector,
  requireFunction,
  requireMatrix,
  requireNumber,
  requireOptions,
  requireVector,
  type Vector,
} from "../core";
import { dirichlet } from "./dirichlet";
import type { ContinuousDistribution, DiscreteDistribution } from "./factory/types";
import { fitDirichlet } from "./fit/dirichlet";
import { type Factory, type FitOptions, familyOf, refuseTrials } from "./fit/families";
import { standardErrors } from "./fit/standardErrors";
import type { Dirichlet } from "./multivariate/types";

export type { FitOptions };

/** What `fit` returns; `E` is the type of a parameter, a number but for the α of a Dirichlet law. */
export interface FitResult<D, E = number> {
  /** The law of the family under which the data are most likely; its `params` are the estimates. */
  distribution: D;
  /** ln of the likelihood at the maximum, Σ ln f(xᵢ). */
  logLikelihood: number;
  /**
   * Standard errors of the estimated parameters under their names, from the inverse of the observed
   * information; NaN for what no information speaks of (uniform, an estimate at the end of its range).
   */
  standardErrors: Readonly<Record<string, E>>;
  /** Whether the maximum was found to full precision; a closed form always is. */
  converged: boolean;
  /** In words. */
  message: string;
}

const MESSAGES = ["The iteration stopped short of the maximum.", "The maximum was found."];

/** The error for data under which a likelihood has no maximum. */
function noMaximum(name: string) {
  return (why: string) => new RangeError(`fit: ${name} has no maximum: ${why}`);
}

/**
 * Fits a family of laws to data by maximum likelihood (MML 8.3): of all its parameters those under which
 * Π f(xᵢ) is largest.
 *
 * In closed form for normal, logNormal, laplace, uniform, exponential, poisson, bernoulli, binomial
 * (with n given) and geometric; by a bracketed root for gamma, chiSquare, weibull, negativeBinomial (both r
 * and p) and studentT (the degrees of freedom alone, of a law about 0 of scale 1); by Newton's method for beta
 * and dirichlet, by reweighting for cauchy.
 *
 * @param family - The function that makes the laws, such as `prob.gamma`.
 * @param x - Data, of length ≥ 1, all of them possible values of the family; for dirichlet a matrix whose rows
 * are shares > 0 that sum to 1 (within 1e-9).
 * @param options - See `FitOptions`.
 * @returns `{ distribution, standardErrors, logLikelihood, … }`: see {@link FitResult}.
 * @throws RangeError if a value is none of the family's, or if there is no maximum, with the reason: values
 * that are all equal (a law of a scale or a concentration narrows without end; half of them for cauchy),
 * counts that vary no more than Poisson's (negativeBinomial), tails no heavier than the standard normal law's
 * (studentT). Cost: a pass over the data for a closed form (for laplace a median), else some passes an
 * iteration.
 * @example
 * prob.fit(prob.normal, [1, 2, 3, 6]).distribution.params.mean // => 3
 * prob.fit(prob.binomial, [2, 3, 1], { n: 4 }).distribution.params.p // => 0.5
 * prob.fit(prob.exponential, [1, 3]).standardErrors // => { rate: Math.SQRT1_2 / 2 }
 * prob.fit(prob.negativeBinomial, [0, 1, 0, 7]).distribution.mean // => 2
 * prob.fit(prob.studentT, [-1, 1, 20]).converged // => true
 * prob.fit(prob.dirichlet, [[0.2, 0.8], [0.8, 0.2]]).distribution.mean // => [0.5, 0.5]
 * prob.fit(prob.gamma, [2, 2]) // throws fit: gamma has no maximum: all values are equal
 */
export function fit(
  family: typeof dirichlet,
  x: ReadonlyMatrix,
  options?: FitOptions,
): FitResult<Dirichlet, Vector>;
export function fit<D extends ContinuousDistribution | DiscreteDistribution>(
  family: (...args: never[]) => D,
  x: ReadonlyVector,
  options?: FitOptions,
): FitResult<D>;
export function fit(
  family: (...args: never[]) => unknown,
  x: ReadonlyVector | ReadonlyMatrix,
  options: FitOptions = {},
): FitResult<unknown, number | Vector> {
  requireFunction("fit", "family", family);
  requireOptions("fit", options, ["n"]);
  if (family === dirichlet) return fitShares(x as ReadonlyMatrix, options);
  const { make, domain, estimator } = familyOf(family, options);
  const data = requireVector("fit", "x", x, { minLength: 1 });
  for (let i = 0; i < data.length; i++) requireNumber("fit", `x[${i}]`, data[i], domain);
  const { params, information, converged = true } = estimator(data, noMaximum(make.name));
  const distribution = made(make, params);
  const log = "logpdf" in distribution ? distribution.logpdf : distribution.logpmf;
  return {
    distribution,
    logLikelihood: log(data).reduce((sum, v) => sum + v, 0),
    standardErrors: standardErrors(Object.keys(distribution.params), information),
    converged,
    message: MESSAGES[Number(converged)],
  };
}

/** The law of these parameters; where they are none of the family's, an error that names us. */
function made(make: Factory, params: readonly number[]) {
  try {
    return make(...params);
  } catch (error) {
    throw new RangeError(`fit: the likeliest law is out of range, ${(error as Error).message}`);
  }
}

function fitShares(x: ReadonlyMatrix, options: FitOptions): FitResult<Dirichlet, Vector> {
  refuseTrials("dirichlet", options);
  const X = requireMatrix("fit", "x", x, { minRows: 1 });
  requireNumber("fit", "number of columns of x", X[0].length, { min: 2 });
  X.forEach((row, i) => {
    row.forEach((v, j) => {
      requireNumber("fit", `x[${i}][${j}]`, v, { above: 0, below: 1 });
    });
    const sum = row.reduce((s, v) => s + v, 0);
    if (Math.abs(sum - 1) > 1e-9) {
      throw new RangeError(`fit: x[${i}] must sum to 1, its sum is ${sum}`);
    }
  });
  const { shapes, errors, converged } = fitDirichlet(X, noMaximum("dirichlet"));
  const distribution = dirichlet(shapes);
  return {
    distribution,
    logLikelihood: distribution.logpdf(X).reduce((sum, v) => sum + v, 0),
    standardErrors: { alpha: errors },
    converged,
    message: MESSAGES[Number(converged)],
  };
}
