import { describeValue, type ReadonlyVector } from "../core";
import { betaDivergence } from "./divergence/beta";
import { coinDivergence, weightsDivergence } from "./divergence/coin";
import { dirichletDivergence } from "./divergence/dirichlet";
import { excess, massExcess } from "./divergence/excess";
import { gammaDivergence } from "./divergence/gamma";
import { cauchyDivergence, laplaceDivergence } from "./divergence/location";
import { multivariateDivergence } from "./divergence/multivariate";
import { normalDivergence, uniformDivergence } from "./divergence/normal";
import { weibullDivergence } from "./divergence/weibull";
import type { Distribution } from "./factory/types";
import type { Dirichlet, Multinomial, MultivariateNormal } from "./multivariate/types";

type Params = Readonly<Record<string, number>>;

type Law = Distribution | MultivariateNormal | Multinomial | Dirichlet;

function requireSame(what: string, p: number, q: number): void {
  if (p !== q) {
    throw new RangeError(`klDivergence: p and q must have the same ${what}, got ${p} and ${q}`);
  }
}

/** The closed forms, by family. */
const FORMULAS: Readonly<Record<string, (p: Params, q: Params) => number>> = {
  normal: (p, q) => normalDivergence(p.mean, p.std, q.mean, q.std),
  logNormal: (p, q) => normalDivergence(p.mu, p.sigma, q.mu, q.sigma),
  laplace: (p, q) => laplaceDivergence(p.location, p.scale, q.location, q.scale),
  cauchy: (p, q) => cauchyDivergence(p.location, p.scale, q.location, q.scale),
  uniform: (p, q) => uniformDivergence(p.low, p.high, q.low, q.high),
  exponential: (p, q) => excess(q.rate, p.rate),
  gamma: (p, q) => gammaDivergence(p.shape, q.shape, p.rate, q.rate),
  chiSquare: (p, q) => gammaDivergence(p.df / 2, q.df / 2, 1, 1),
  weibull: (p, q) => weibullDivergence(p.shape, p.scale, q.shape, q.scale),
  beta: (p, q) => betaDivergence(p.a, p.b, q.a, q.b),
  bernoulli: (p, q) => coinDivergence(p.p, q.p),
  geometric: (p, q) => coinDivergence(p.p, q.p) / p.p,
  negativeBinomial: (p, q) => {
    requireSame("r", p.r, q.r);
    return (p.r / p.p) * coinDivergence(p.p, q.p);
  },
  binomial: (p, q) => {
    requireSame("number of trials", p.n, q.n);
    return p.n === 0 ? 0 : p.n * coinDivergence(p.p, q.p);
  },
  poisson: (p, q) =>
    p.lambda === 0 ? q.lambda : massExcess(q.lambda, p.lambda, q.lambda - p.lambda),
};

/**
 * Kullback–Leibler divergence D(p‖q) = E_p[ln p(X) − ln q(X)] ≥ 0 in nats: what it costs to take q
 * for p. It is 0 only for p = q, and not symmetric.
 *
 * In closed form for two distributions of one family: normal, logNormal, laplace, cauchy, uniform,
 * exponential, gamma, chiSquare, weibull, beta, bernoulli, geometric, binomial (same n), negativeBinomial
 * (same r), poisson, categorical and multinomial (same number of values and of trials), dirichlet and
 * multivariateNormal (of full rank). ∞ where q gives no weight to what p does. See Kullback & Leibler 1951, "On
 * information and sufficiency".
 *
 * @param p - Distribution that the expectation is taken under.
 * @param q - Distribution of the same family.
 * @returns A number ≥ 0, or Infinity.
 * @throws TypeError if an argument is not a distribution; RangeError if the families differ or have
 * no closed form. O(1), O(K) for laws of K values, O(n³) for normal ones on ℝⁿ.
 * @example
 * prob.klDivergence(prob.normal(0, 1), prob.normal(1, 1)) // => 0.5
 * prob.klDivergence(prob.uniform(0, 1), prob.uniform(0, 2)) // => Math.LN2
 * prob.klDivergence(prob.dirichlet([1, 1, 1]), prob.dirichlet([2, 1, 1])) // => 1.5 - Math.log(3)
 */
export function klDivergence(p: Law, q: Law): number {
  for (const [name, d] of [
    ["p", p],
    ["q", q],
  ] as const) {
    if (typeof d?.name !== "string" || typeof d.entropy !== "function") {
      throw new TypeError(`klDivergence: ${name} must be a distribution, got ${describeValue(d)}`);
    }
  }
  if (p.name !== q.name) {
    throw new RangeError(
      `klDivergence: p and q must be of one family, got ${p.name} and ${q.name}`,
    );
  }
  if (p.name === "multivariateNormal") {
    return multivariateDivergence(p as MultivariateNormal, q as MultivariateNormal);
  }
  const [a, b] = [(p as Distribution).params, (q as Distribution).params];
  if (p.name === "dirichlet") {
    const [v, w] = [a.alpha as ReadonlyVector, b.alpha as ReadonlyVector];
    requireSame("number of kinds", v.length, w.length);
    return dirichletDivergence(v, w);
  }
  if (p.name === "categorical" || p.name === "multinomial") {
    const [v, w] = [a.p as ReadonlyVector, b.p as ReadonlyVector];
    requireSame("number of values", v.length, w.length);
    if (p.name === "categorical") return weightsDivergence(v, w);
    requireSame("number of trials", a.n as number, b.n as number);
    return a.n === 0 ? 0 : (a.n as number) * weightsDivergence(v, w);
  }
  const formula = FORMULAS[p.name];
  if (!formula) {
    throw new RangeError(`klDivergence: there is no closed form for ${p.name}`);
  }
  return formula(a as Params, b as Params) + 0; // −0 becomes 0
}
