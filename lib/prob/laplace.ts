import { requireNumber } from "../core";
import { continuous } from "./factory/continuous";
import type { ContinuousDistribution } from "./factory/types";
import { standardised, unstandardised } from "./numeric/standardised";

/**
 * Laplace distribution with density e^{−|x − μ|/b}/(2b) on the line: the difference of two independent
 * exponential waiting times, moved by μ. Its negative log density is the absolute error, which makes
 * it the law behind least absolute deviations and the lasso (MML 9.2.4 has the prior).
 *
 * Mean μ, variance 2b².
 *
 * @param location - μ, the mean and the median. Default 0.
 * @param scale - b > 0, the mean distance from μ. Default 1.
 * @throws RangeError if the scale is not positive.
 * @example
 * prob.laplace(0, 2).variance // => 8
 * prob.laplace().sf(3) // => Math.exp(-3) / 2
 * prob.laplace(1, 2).ppf(0.5) // => 1
 */
export function laplace(location = 0, scale = 1): ContinuousDistribution {
  requireNumber("laplace", "location", location);
  requireNumber("laplace", "scale", scale, { above: 0 });
  const logNorm = -Math.LN2 - Math.log(scale);
  const z = (x: number) => standardised(x, location, scale);
  const logpdf = (x: number) => logNorm - Math.abs(z(x));
  /** P(Z > z) of the law with location 0 and scale 1. */
  const above = (v: number) => (v >= 0 ? 0.5 * Math.exp(-v) : 1 - 0.5 * Math.exp(v));
  const logAbove = (v: number) => (v >= 0 ? -Math.LN2 - v : Math.log1p(-0.5 * Math.exp(v)));
  return continuous({
    name: "laplace",
    params: { location, scale },
    support: [-Infinity, Infinity],
    mean: location,
    variance: 2 * scale * scale,
    std: () => Math.SQRT2 * scale,
    entropy: () => 1 - logNorm,
    pdf: (x) => {
      const v = Math.abs(z(x));
      // far out e^{−|z|} vanishes where the density need not
      return v < 600 ? (0.5 * Math.exp(-v)) / scale : Math.exp(logpdf(x));
    },
    logpdf,
    tails: {
      cdf: (x) => above(-z(x)),
      sf: (x) => above(z(x)),
      logcdf: (x) => logAbove(-z(x)),
      logsf: (x) => logAbove(z(x)),
    },
    quantile: (p, upper) => {
      // 2p vanishes for no p > 0
      const v = p <= 0.5 ? Math.log(2 * p) : -Math.log(2 * (1 - p));
      return unstandardised(upper ? -v : v, location, scale);
    },
    draw: (rng) => {
      const side = rng.random() < 0.5 ? -scale : scale;
      return location - side * Math.log1p(-rng.random());
    },
  });
}
