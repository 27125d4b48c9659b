import { type DistributionSpec, distribution, method } from "./distribution";
import type { ContinuousDistribution } from "./types";

/** What a continuous family says about itself: its functions see only points of the closed support. */
export interface ContinuousSpec extends DistributionSpec {
  /** Default: e^{logpdf}. */
  pdf?(x: number): number;
  logpdf(x: number): number;
}

/** Makes a distribution of its specification: guards, vectorises, and settles what lies outside. */
export function continuous(spec: ContinuousSpec): ContinuousDistribution {
  const { name, tails, pdf = (x: number) => Math.exp(spec.logpdf(x)) } = spec;
  const [low, high] = spec.support;
  const isLine = low === -Infinity && high === Infinity;
  const inside = (f: (x: number) => number, below: number, above: number) =>
    isLine ? f : (x: number) => (x < low ? below : x > high ? above : f(x));
  return Object.freeze({
    kind: "continuous" as const,
    ...distribution({
      ...spec,
      tails: {
        cdf: inside(tails.cdf, 0, 1),
        sf: inside(tails.sf, 1, 0),
        logcdf: inside(tails.logcdf, -Infinity, 0),
        logsf: inside(tails.logsf, 0, -Infinity),
      },
    }),
    pdf: method(`${name}.pdf`, "x", inside(pdf, 0, 0)),
    logpdf: method(`${name}.logpdf`, "x", inside(spec.logpdf, -Infinity, -Infinity)),
  });
}
