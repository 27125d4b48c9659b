import { ndtrAt, ndtriAt } from "../../core/special";
import { normal } from "../../prob";

/** The names of the link functions. */
export type LinkName = "identity" | "log" | "logit" | "probit" | "cloglog";

/** A link η = g(μ), rising in μ. */
export interface Link {
  /** g. */
  of(mu: number): number;
  /** g⁻¹. */
  inverse(eta: number): number;
  /** 1 − g⁻¹, of a proportion, with its digits near μ = 1. */
  complement(eta: number): number;
  /** dμ/dη. */
  slope(eta: number): number;
}

const logistic = (eta: number) =>
  eta >= 0 ? 1 / (1 + Math.exp(-eta)) : Math.exp(eta) / (1 + Math.exp(eta));

const NORMAL = normal(0, 1);

/** A link whose means need not be proportions. */
const plain = (link: Omit<Link, "complement">): Link => ({
  ...link,
  complement: (eta) => 1 - link.inverse(eta),
});

/** A proportion that stays above 0 where doubles end: far out the mean is none that no binomial law has. */
const proportion = (link: Link): Link => ({
  ...link,
  inverse: (eta) => Math.max(link.inverse(eta), Number.MIN_VALUE),
  complement: (eta) => Math.max(link.complement(eta), Number.MIN_VALUE),
});

/** The link functions: McCullagh and Nelder (1989), Generalized Linear Models, 2.2 and 4.3. */
export const LINKS: { readonly [name in LinkName]: Link } = {
  identity: plain({ of: (mu) => mu, inverse: (eta) => eta, slope: () => 1 }),
  log: plain({ of: Math.log, inverse: Math.exp, slope: Math.exp }),
  logit: proportion({
    of: (mu) => Math.log(mu) - Math.log1p(-mu),
    inverse: logistic,
    complement: (eta) => logistic(-eta),
    slope: (eta) => logistic(eta) * logistic(-eta),
  }),
  probit: proportion({
    of: ndtriAt,
    inverse: ndtrAt,
    complement: (eta) => ndtrAt(-eta),
    slope: (eta) => NORMAL.pdf(eta),
  }),
  cloglog: proportion({
    of: (mu) => Math.log(-Math.log1p(-mu)),
    inverse: (eta) => -Math.expm1(-Math.exp(eta)),
    complement: (eta) => Math.exp(-Math.exp(eta)),
    slope: (eta) => Math.exp(eta - Math.exp(eta)),
  }),
};
