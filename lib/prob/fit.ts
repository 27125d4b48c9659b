import {
  describeValue,
  type ReadonlyVector,
  requireFunction,
  requireNumber,
  requireOptions,
  requireVector,
} from "../core";
import { bernoulli } from "./bernoulli";
import { beta } from "./beta";
import { binomial } from "./binomial";
import { cauchy } from "./cauchy";
import { chiSquare } from "./chiSquare";
import { exponential } from "./exponential";
import type { ContinuousDistribution, DiscreteDistribution } from "./factory/types";
import * as closed from "./fit/closedForm";
import type { Estimator } from "./fit/estimate";
import { fitBeta, fitCauchy } from "./fit/newton";
import { fitChiSquare, fitGamma, fitWeibull } from "./fit/shape";
import { standardErrors } from "./fit/standardErrors";
import { gamma } from "./gamma";
import { geometric } from "./geometric";
import { laplace } from "./laplace";
import { logNormal } from "./logNormal";
import { normal } from "./normal";
import { poisson } from "./poisson";
import { uniform } from "./uniform";
import { weibull } from "./weibull";

/** Options of `fit`. */
export interface FitOptions {
  /** Number of trials; of `binomial` only, where it must be given. */
  n?: number;
}

/** What `fit` returns. */
export interface FitResult<D> {
  /** The law of the family under which the data are most likely; its `params` are the estimates. */
  distribution: D;
  /** ln of the likelihood at the maximum, Σ ln f(xᵢ). */
  logLikelihood: number;
  /**
   * Standard errors of the estimated parameters under their names, from the inverse of the observed
   * information; NaN for what no information speaks of (uniform, an estimate at the end of its range).
   */
  standardErrors: Readonly<Record<string, number>>;
  /** Whether the maximum was found to full precision; a closed form always is. */
  converged: boolean;
  /** In words. */
  message: string;
}

type Factory = (...args: number[]) => ContinuousDistribution | DiscreteDistribution;

interface Family {
  make: Factory;
  /** What the data must be. */
  domain: { min?: number; max?: number; above?: number; below?: number; integer?: boolean };
  estimator: Estimator;
}

const LINE = {};
const POSITIVE = { above: 0 };

const FAMILIES: readonly Family[] = [
  { make: normal, domain: LINE, estimator: closed.fitNormal },
  { make: laplace, domain: LINE, estimator: closed.fitLaplace },
  { make: cauchy, domain: LINE, estimator: fitCauchy },
  { make: uniform, domain: LINE, estimator: closed.fitUniform },
  { make: exponential, domain: { min: 0 }, estimator: closed.fitExponential },
  { make: gamma as Factory, domain: POSITIVE, estimator: fitGamma },
  { make: chiSquare as Factory, domain: POSITIVE, estimator: fitChiSquare },
  { make: logNormal, domain: POSITIVE, estimator: closed.fitLogNormal },
  { make: weibull as Factory, domain: POSITIVE, estimator: fitWeibull },
  { make: beta as Factory, domain: { above: 0, below: 1 }, estimator: fitBeta },
  {
    make: bernoulli as Factory,
    domain: { min: 0, max: 1, integer: true },
    estimator: closed.fitBernoulli,
  },
  { make: poisson as Factory, domain: { min: 0, integer: true }, estimator: closed.fitPoisson },
  { make: geometric as Factory, domain: { min: 1, integer: true }, estimator: closed.fitGeometric },
];

function familyOf(make: unknown, options: FitOptions): Family {
  if (make === binomial) {
    const n = requireNumber("fit", "options.n", options.n, { min: 0, integer: true });
    const domain = { min: 0, max: n, integer: true };
    return { make: binomial as Factory, domain, estimator: closed.fitBinomial(n) };
  }
  const family = FAMILIES.find((f) => f.make === make);
  if (family === undefined) {
    const names = FAMILIES.map((f) => f.make.name).join(", ");
    throw new RangeError(
      `fit: family must be one of ${names} and binomial, got ${describeValue(make)}`,
    );
  }
  if (options.n !== undefined) {
    throw new RangeError(`fit: options.n belongs to binomial, not to ${family.make.name}`);
  }
  return family;
}

/**
 * Fits a family of laws to data by maximum likelihood (MML 8.3): of all its parameters those under which
 * Π f(xᵢ) is largest.
 *
 * In closed form for normal, logNormal, laplace, uniform, exponential, poisson, bernoulli, binomial
 * (with n given) and geometric; by a bracketed root for gamma, chiSquare and weibull, by Newton's
 * method for beta, by reweighting for cauchy.
 *
 * @param family - The function that makes the laws, such as `prob.gamma`.
 * @param x - Data, of length ≥ 1, all of them possible values of the family.
 * @param options - See `FitOptions`.
 * @throws RangeError if a value is none of the family's, or if there is no maximum, with the reason.
 * @example
 * prob.fit(prob.normal, [1, 2, 3, 6]).distribution.params.mean // => 3
 * prob.fit(prob.binomial, [2, 3, 1], { n: 4 }).distribution.params.p // => 0.5
 * prob.fit(prob.exponential, [1, 3]).standardErrors // => { rate: Math.SQRT1_2 / 2 }
 * prob.fit(prob.gamma, [2, 2]) // throws fit: gamma has no maximum: all values are equal
 */
export function fit<D extends ContinuousDistribution | DiscreteDistribution>(
  family: (...args: never[]) => D,
  x: ReadonlyVector,
  options: FitOptions = {},
): FitResult<D> {
  requireFunction("fit", "family", family);
  requireOptions("fit", options, ["n"]);
  const { make, domain, estimator } = familyOf(family, options);
  requireVector("fit", "x", x, { minLength: 1 });
  for (let i = 0; i < x.length; i++) requireNumber("fit", `x[${i}]`, x[i], domain);
  const none = (why: string) => new RangeError(`fit: ${make.name} has no maximum: ${why}`);
  const { params, information, converged = true } = estimator(x, none);
  const distribution = make(...params);
  const log = "logpdf" in distribution ? distribution.logpdf : distribution.logpmf;
  return {
    distribution: distribution as D,
    logLikelihood: log(x).reduce((sum, v) => sum + v, 0),
    standardErrors: standardErrors(Object.keys(distribution.params), information),
    converged,
    message: converged ? "The maximum was found." : "The iteration stopped short of the maximum.",
  };
}
