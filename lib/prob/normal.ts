import { requireNumber } from "../core";
import { expNegSquare, HALF_LOG_2PI, logNdtrAt, ndtrAt, ndtriAt } from "../core/special";
import { continuous } from "./factory/continuous";
import type { ContinuousDistribution } from "./factory/types";
import { standardised, unstandardised } from "./numeric/standardised";

const ONE_OVER_SQRT_2PI = 0.3989422804014327;

/**
 * Normal (Gaussian) distribution N(μ, σ²), with density 1/(σ√(2π)) · e^{−(x − μ)²/(2σ²)} (MML 6.5).
 *
 * Note that the second parameter is the standard deviation, not the variance.
 *
 * Mean μ, variance σ². On the whole line.
 *
 * @param mean - μ. Default 0.
 * @param std - σ > 0. Default 1.
 * @throws RangeError if σ is not positive.
 * @example
 * prob.normal(0, 1).cdf(1.96) // => 0.9750021048517795
 * prob.normal(10, 2).ppf([0.5, 0.975]) // => [10, 13.919927969080108]
 * prob.normal().logcdf(-40) // => -804.6084420137538
 * prob.normal(10, 2).variance // => 4
 */
export function normal(mean = 0, std = 1): ContinuousDistribution {
  requireNumber("normal", "mean", mean);
  requireNumber("normal", "std", std, { above: 0 });
  const logNorm = -HALF_LOG_2PI - Math.log(std);
  const density = ONE_OVER_SQRT_2PI / std;
  const ordinary = density > 1e-290 && density < 1e290;
  const z = (x: number) => standardised(x, mean, std);
  const logpdf = (x: number) => {
    const v = z(x);
    return logNorm - 0.5 * v * v;
  };
  return continuous({
    name: "normal",
    params: { mean, std },
    support: [-Infinity, Infinity],
    mean,
    variance: std * std,
    std: () => std,
    entropy: () => 0.5 + HALF_LOG_2PI + Math.log(std),
    pdf: (x) => {
      const v = z(x);
      // elsewhere a factor may leave the range of doubles where the product does not
      return ordinary && v * v < 1300 ? density * expNegSquare(v, 0.5) : Math.exp(logpdf(x));
    },
    logpdf,
    tails: {
      cdf: (x) => ndtrAt(z(x)),
      sf: (x) => ndtrAt(-z(x)),
      logcdf: (x) => logNdtrAt(z(x)),
      logsf: (x) => logNdtrAt(-z(x)),
    },
    quantile: (p, upper) => {
      const z = ndtriAt(p);
      return unstandardised(upper ? -z : z, mean, std);
    },
    draw: (rng) => rng.normal(mean, std),
  });
}
