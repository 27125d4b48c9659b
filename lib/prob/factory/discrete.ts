import { ndtriAt, smallestReached } from "../../core/special";
import { type DistributionSpec, distribution, method } from "./distribution";
import type { DiscreteDistribution } from "./types";

/**
 * What a discrete family says about itself: its mass sees only whole numbers of the support, its tails
 * only those below the upper end.
 */
export interface DiscreteSpec extends Omit<DistributionSpec, "quantile"> {
  /** Default: e^{logpmf}. */
  pmf?(k: number): number;
  logpmf(k: number): number;
}

/** Makes a distribution of its specification: guards, vectorises, and finds quantiles. */
export function discrete(spec: DiscreteSpec): DiscreteDistribution {
  const { name, tails, pmf = (k: number) => Math.exp(spec.logpmf(k)) } = spec;
  const [low, high] = spec.support;
  const stepped = (f: (k: number) => number, below: number, above: number) => (x: number) =>
    x < low ? below : x >= high ? above : f(Math.floor(x));
  const mass = (f: (k: number) => number, otherwise: number) => (k: number) =>
    k >= low && k <= high && Number.isInteger(k) ? f(k) : otherwise;
  const cdf = stepped(tails.cdf, 0, 1);
  const sf = stepped(tails.sf, 1, 0);
  const std = Math.sqrt(spec.variance);
  return Object.freeze({
    kind: "discrete" as const,
    ...distribution({
      ...spec,
      tails: {
        cdf,
        sf,
        logcdf: stepped(tails.logcdf, -Infinity, 0),
        logsf: stepped(tails.logsf, 0, -Infinity),
      },
      quantile: (p, upper) => {
        if (p === 0 || p === 1) return (p === 0) === upper ? high : low;
        const reached = upper ? (k: number) => sf(k) <= p : (k: number) => cdf(k) >= p;
        const z = upper ? -ndtriAt(p) : ndtriAt(p);
        return smallestReached(reached, spec.mean + std * z, low, high);
      },
    }),
    pmf: method(`${name}.pmf`, "k", mass(pmf, 0)),
    logpmf: method(`${name}.logpmf`, "k", mass(spec.logpmf, -Infinity)),
  });
}
