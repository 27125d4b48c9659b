import { requireNumber } from "../core";
import { expNegSquare, HALF_LOG_2PI, logNdtrAt, ndtrAt, ndtriAt } from "../core/special";
import { continuous } from "./factory/continuous";
import type { ContinuousDistribution } from "./factory/types";

/**
 * Normal (Gaussian) distribution N(μ, σ²), with density 1/(σ√(2π)) · e^{−(x − μ)²/(2σ²)} (MML 6.5).
 *
 * Note that the second parameter is the standard deviation, not the variance.
 *
 * @param mean - μ. Default 0.
 * @param std - σ > 0. Default 1.
 * @throws RangeError if σ is not positive.
 * @example
 * prob.normal(0, 1).cdf(1.96) // => 0.9750021048517795
 * prob.normal(10, 2).ppf([0.5, 0.975]) // => [10, 13.919927969080108]
 * prob.normal().logcdf(-40) // => -804.6084420137538
 */
export function normal(mean = 0, std = 1): ContinuousDistribution {
  requireNumber("normal", "mean", mean);
  requireNumber("normal", "std", std, { above: 0 });
  requireNumber("normal", "std", std);
  const logNorm = -HALF_LOG_2PI - Math.log(std);
  const density = 1 / (std * Math.sqrt(2 * Math.PI));
  const z = (x: number) => (x - mean) / std;
  return continuous({
    name: "normal",
    params: { mean, std },
    support: [-Infinity, Infinity],
    mean,
    variance: std * std,
    entropy: () => 0.5 + HALF_LOG_2PI + Math.log(std),
    pdf: (x) => density * expNegSquare(z(x), 0.5),
    logpdf: (x) => logNorm - 0.5 * z(x) ** 2,
    tails: {
      cdf: (x) => ndtrAt(z(x)),
      sf: (x) => ndtrAt(-z(x)),
      logcdf: (x) => logNdtrAt(z(x)),
      logsf: (x) => logNdtrAt(-z(x)),
    },
    quantile: (p, upper) => mean + std * (upper ? -ndtriAt(p) : ndtriAt(p)),
    draw: (rng) => rng.normal(mean, std),
  });
}
