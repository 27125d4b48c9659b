import { requireNumber } from "../core";
import { HALF_LOG_2PI, logNdtrAt, ndtrAt, ndtriAt } from "../core/special";
import { continuous } from "./factory/continuous";
import type { ContinuousDistribution } from "./factory/types";

/**
 * Log-normal distribution: of e^Z for a normal Z of mean μ and standard deviation σ. It is what the
 * product of many independent positive factors tends to. Density φ((ln x − μ)/σ)/(σx) on x > 0.
 *
 * Note that the parameters are those of ln X; SciPy's are s = σ and scale = e^μ.
 *
 * Mean e^{μ + σ²/2}, variance (e^{σ²} − 1)·e^{2μ + σ²}. See Johnson, Kotz & Balakrishnan, Continuous Univariate
 * Distributions, volume 1, 1994, chapter 14.
 *
 * @param mu - μ, the mean of ln X. Default 0.
 * @param sigma - σ > 0, the standard deviation of ln X. Default 1.
 * @throws RangeError if σ is not positive.
 * @example
 * prob.logNormal(1, 0.5).ppf(0.5) // => Math.E
 * prob.logNormal(0, 2).mean // => Math.exp(2)
 * prob.logNormal(0, 1).variance // => (Math.E - 1) * Math.E
 */
export function logNormal(mu = 0, sigma = 1): ContinuousDistribution {
  requireNumber("logNormal", "mu", mu);
  requireNumber("logNormal", "sigma", sigma, { above: 0 });
  const square = sigma * sigma;
  const logNorm = -HALF_LOG_2PI - Math.log(sigma);
  const z = (x: number) => (Math.log(x) - mu) / sigma;
  const logMean = mu + square / 2;
  // ln(e^{σ²} − 1), where the power may overflow and the difference vanish
  const logSpread =
    square > 40 ? square : square < 1e-30 ? 2 * Math.log(sigma) : Math.log(Math.expm1(square));
  const meanSquare = Math.exp(2 * logMean);
  const ordinary = meanSquare > 1e-200 && meanSquare < 1e280 && square > 1e-90 && square < 40;
  return continuous({
    name: "logNormal",
    params: { mu, sigma },
    support: [0, Infinity],
    mean: Math.exp(logMean),
    variance: ordinary ? meanSquare * Math.expm1(square) : Math.exp(2 * logMean + logSpread),
    std: () => Math.exp(logMean + logSpread / 2),
    entropy: () => mu + 0.5 - logNorm,
    logpdf: (x) => {
      if (x === 0) return -Infinity;
      const v = z(x);
      return logNorm - 0.5 * v * v - Math.log(x);
    },
    tails: {
      cdf: (x) => ndtrAt(z(x)),
      sf: (x) => ndtrAt(-z(x)),
      logcdf: (x) => logNdtrAt(z(x)),
      logsf: (x) => logNdtrAt(-z(x)),
    },
    quantile: (p, upper) => Math.exp(mu + sigma * (upper ? -ndtriAt(p) : ndtriAt(p))),
    draw: (rng) => Math.exp(rng.normal(mu, sigma)),
  });
}
