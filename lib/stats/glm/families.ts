import { gammalnAt, log1pmx } from "../../core/special";
import type { LinkName } from "./links";

/** The names of the families. */
export type FamilyName = "gaussian" | "binomial" | "poisson";

/** A mean, with 1 − μ where it is a proportion. */
export interface Mean {
  mu: number;
  rest: number;
}

/** What a family of laws says of an observation y with mean μ and weight w. */
export interface Family {
  /** Its canonical link first. */
  links: readonly LinkName[];
  /** Why y cannot be an observation, or null. */
  refuse(y: number): string | null;
  /** Whether μ can be a mean. */
  holds(mean: Mean): boolean;
  variance(mean: Mean): number;
  /** y − μ. */
  gap(y: number, mean: Mean): number;
  /** 2·(log-likelihood of μ = y less that of μ), with weight 1. */
  deviance(y: number, mean: Mean): number;
  /** Where the iterations begin. */
  start(y: number, w: number): Mean;
  /** The log-likelihood with dispersion φ. */
  logLikelihood(y: number, mean: Mean, w: number, phi: number): number;
  /** Whether φ is 1, or has to be estimated. */
  dispersed: boolean;
}

/** y·ln(y/μ) − (y − μ) ≥ 0, without cancellation near y = μ. */
function excess(y: number, mu: number): number {
  return y === 0 ? mu : -y * log1pmx((mu - y) / y);
}

/** a·ln b, which is 0 for a = 0. */
const xlogy = (a: number, b: number) => (a === 0 ? 0 : a * Math.log(b));

/** The exponential families of McCullagh and Nelder (1989), Generalized Linear Models, 2.2. */
export const FAMILIES: { readonly [name in FamilyName]: Family } = {
  gaussian: {
    links: ["identity", "log"],
    refuse: () => null,
    holds: ({ mu }) => Number.isFinite(mu),
    variance: () => 1,
    gap: (y, { mu }) => y - mu,
    deviance: (y, { mu }) => (y - mu) ** 2,
    start: (y) => ({ mu: y, rest: 1 - y }),
    logLikelihood: (y, { mu }, w, phi) =>
      -0.5 * ((w * (y - mu) ** 2) / phi + Math.log((2 * Math.PI * phi) / w)),
    dispersed: true,
  },
  binomial: {
    links: ["logit", "probit", "cloglog", "log", "identity"],
    refuse: (y) => (y >= 0 && y <= 1 ? null : "in [0, 1]"),
    holds: ({ mu, rest }) => mu > 0 && rest > 0,
    variance: ({ mu, rest }) => mu * rest,
    gap: (y, { mu, rest }) => (y > 0.5 ? rest - (1 - y) : y - mu),
    deviance: (y, { mu, rest }) => 2 * (excess(y, mu) + excess(1 - y, rest)),
    start: (y, w) => ({ mu: (w * y + 0.5) / (w + 1), rest: (w * (1 - y) + 0.5) / (w + 1) }),
    logLikelihood: (y, { mu, rest }, w) => {
      const [k, m] = [w * y, w * (1 - y)];
      const ways = gammalnAt(w + 1) - gammalnAt(k + 1) - gammalnAt(m + 1);
      return ways + xlogy(k, mu) + xlogy(m, rest);
    },
    dispersed: false,
  },
  poisson: {
    links: ["log", "identity"],
    refuse: (y) => (y >= 0 ? null : "≥ 0"),
    holds: ({ mu }) => mu > 0 && mu < Infinity,
    variance: ({ mu }) => mu,
    gap: (y, { mu }) => y - mu,
    deviance: (y, { mu }) => 2 * excess(y, mu),
    start: (y) => ({ mu: y + 0.1, rest: 0.9 - y }),
    logLikelihood: (y, { mu }, w) => w * (xlogy(y, mu) - mu - gammalnAt(y + 1)),
    dispersed: false,
  },
};
