import { describeValue, requireNumber } from "../../core";
import { bernoulli } from "../bernoulli";
import { beta } from "../beta";
import { binomial } from "../binomial";
import { cauchy } from "../cauchy";
import { chiSquare } from "../chiSquare";
import { exponential } from "../exponential";
import type { ContinuousDistribution, DiscreteDistribution } from "../factory/types";
import { gamma } from "../gamma";
import { geometric } from "../geometric";
import { laplace } from "../laplace";
import { logNormal } from "../logNormal";
import { negativeBinomial } from "../negativeBinomial";
import { normal } from "../normal";
import { poisson } from "../poisson";
import { studentT } from "../studentT";
import { uniform } from "../uniform";
import { weibull } from "../weibull";
import { fitCauchy } from "./cauchy";
import * as closed from "./closedForm";
import { fitBeta } from "./dirichlet";
import type { Estimator } from "./estimate";
import { fitNegativeBinomial } from "./negativeBinomial";
import { fitChiSquare, fitGamma, fitWeibull } from "./shape";
import { fitStudentT } from "./studentT";

/** Options of `fit`. */
export interface FitOptions {
  /** Number of trials; of `binomial` only, where it must be given. */
  n?: number;
}

/** The function that makes the laws of a family. */
export type Factory = (...args: number[]) => ContinuousDistribution | DiscreteDistribution;

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
  { make: studentT as Factory, domain: LINE, estimator: fitStudentT },
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
  {
    make: negativeBinomial as Factory,
    domain: { min: 0, integer: true },
    estimator: fitNegativeBinomial,
  },
  { make: geometric as Factory, domain: { min: 1, integer: true }, estimator: closed.fitGeometric },
];

/** The family whose laws `make` makes, with the domain of its data. */
export function familyOf(make: unknown, options: FitOptions): Family {
  if (make === binomial) {
    const n = requireNumber("fit", "options.n", options.n, { min: 0, integer: true });
    const domain = { min: 0, max: n, integer: true };
    return { make: binomial as Factory, domain, estimator: closed.fitBinomial(n) };
  }
  const family = FAMILIES.find((f) => f.make === make);
  if (family === undefined) {
    const names = FAMILIES.map((f) => f.make.name).join(", ");
    throw new RangeError(
      `fit: family must be one of ${names}, binomial and dirichlet, got ${describeValue(make)}`,
    );
  }
  refuseTrials(family.make.name, options);
  return family;
}

/** Refuses a number of trials for all families but the binomial. */
export function refuseTrials(name: string, { n }: FitOptions): void {
  if (n !== undefined) throw new RangeError(`fit: options.n belongs to binomial, not to ${name}`);
}
