import { describeValue, type ReadonlyVector } from "../core";
import { betalnAt, digammaAt, gammalnDifference, log1pmx } from "../core/special";
import type { Distribution } from "./factory/types";
import { factorCovariance } from "./multivariate/covarianceFactor";
import type { MultivariateNormal } from "./multivariate/types";

type Params = Readonly<Record<string, number>>;

/**
 * Σ pᵢ·ln(pᵢ/qᵢ), with 0·ln 0 = 0 and ∞ where q gives no weight to what p does. To each summand
 * qᵢ − pᵢ is added, which changes nothing in sum and leaves no cancellation for p near q.
 */
function discreteSum(p: ReadonlyVector, q: ReadonlyVector): number {
  let sum = 0;
  for (let k = 0; k < p.length; k++) {
    if (p[k] === 0) sum += q[k];
    else sum += q[k] === 0 ? Infinity : -p[k] * log1pmx((q[k] - p[k]) / p[k]);
  }
  return sum;
}

function bernoulliDivergence(p: number, q: number): number {
  return discreteSum([p, 1 - p], [q, 1 - q]);
}

/** Between gamma distributions of shapes a, b whose rates have the ratio r = rate_q/rate_p. */
function gammaDivergence(a: number, b: number, r: number): number {
  const logs = b >= a ? gammalnDifference(a, b - a) : -gammalnDifference(b, a - b);
  return (a - b) * (digammaAt(a) + Math.log(r)) + logs - a * log1pmx(r - 1);
}

/** The closed forms, by family. */
const FORMULAS: Readonly<Record<string, (p: Params, q: Params) => number>> = {
  normal: (p, q) =>
    0.5 * ((p.mean - q.mean) / q.std) ** 2 - 0.5 * log1pmx((p.std / q.std) ** 2 - 1),
  uniform: (p, q) =>
    p.low >= q.low && p.high <= q.high ? Math.log((q.high - q.low) / (p.high - p.low)) : Infinity,
  exponential: (p, q) => -log1pmx((q.rate - p.rate) / p.rate),
  gamma: (p, q) => gammaDivergence(p.shape, q.shape, q.rate / p.rate),
  chiSquare: (p, q) => gammaDivergence(p.df / 2, q.df / 2, 1),
  beta: (p, q) =>
    betalnAt(q.a, q.b) -
    betalnAt(p.a, p.b) +
    (p.a - q.a) * digammaAt(p.a) +
    (p.b - q.b) * digammaAt(p.b) -
    (p.a + p.b - q.a - q.b) * digammaAt(p.a + p.b),
  bernoulli: (p, q) => bernoulliDivergence(p.p, q.p),
  binomial: (p, q) => {
    if (p.n !== q.n) {
      throw new RangeError(
        `klDivergence: p and q must have the same number of trials, got ${p.n} and ${q.n}`,
      );
    }
    return p.n * bernoulliDivergence(p.p, q.p);
  },
  poisson: (p, q) => {
    if (p.lambda === 0) return q.lambda;
    return q.lambda === 0 ? Infinity : -p.lambda * log1pmx((q.lambda - p.lambda) / p.lambda);
  },
};

/** ½·(tr(Σq⁻¹Σp) + (μp − μq)ᵀΣq⁻¹(μp − μq) − n + ln(det Σq/det Σp)). */
function multivariateDivergence(p: MultivariateNormal, q: MultivariateNormal): number {
  if (p.dim !== q.dim) {
    throw new RangeError(
      `klDivergence: p and q must have the same dimension, got ${p.dim} and ${q.dim}`,
    );
  }
  const P = factorCovariance("klDivergence", p.cov, false);
  const Q = factorCovariance("klDivergence", q.cov, false);
  let trace = 0;
  for (let k = 0; k < p.dim; k++) {
    const column = P.colour(p.mean.map((_, i) => (i === k ? 1 : 0)));
    trace += (Q.whiten(column) ?? []).reduce((sum, v) => sum + v * v, 0);
  }
  const distance = q.mahalanobis(p.mean);
  return 0.5 * (trace - p.dim + distance * distance + Q.logDet - P.logDet);
}

/**
 * Kullback–Leibler divergence D(p‖q) = E_p[ln p(X) − ln q(X)] ≥ 0 in nats: what it costs to take q
 * for p. It is 0 only for p = q, and not symmetric.
 *
 * In closed form for two distributions of one family: normal, uniform, exponential, gamma, chiSquare,
 * beta, bernoulli, binomial (same n), poisson, categorical (same number of values) and
 * multivariateNormal (of full rank). ∞ where q gives no weight to what p does.
 *
 * @param p - Distribution that the expectation is taken under.
 * @param q - Distribution of the same family.
 * @throws TypeError if an argument is not a distribution; RangeError if the families differ or have
 * no closed form.
 * @example
 * prob.klDivergence(prob.normal(0, 1), prob.normal(1, 1)) // => 0.5
 * prob.klDivergence(prob.uniform(0, 1), prob.uniform(0, 2)) // => Math.LN2
 */
export function klDivergence(
  p: Distribution | MultivariateNormal,
  q: Distribution | MultivariateNormal,
): number {
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
  if ("dim" in p && "dim" in q) return multivariateDivergence(p, q);
  const [a, b] = [(p as Distribution).params, (q as Distribution).params];
  if (p.name === "categorical") {
    const [v, w] = [a.p as ReadonlyVector, b.p as ReadonlyVector];
    if (v.length !== w.length) {
      throw new RangeError(
        `klDivergence: p and q must have the same number of values, got ${v.length} and ${w.length}`,
      );
    }
    return discreteSum(v, w);
  }
  const formula = FORMULAS[p.name];
  if (!formula) {
    throw new RangeError(`klDivergence: there is no closed form for ${p.name}`);
  }
  return formula(a as Params, b as Params) + 0; // −0 becomes 0
}
