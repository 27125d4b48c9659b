import { requireNumber } from "../core";
import { continuous } from "./factory/continuous";
import type { ContinuousDistribution } from "./factory/types";
import { logStandardised, standardised, unstandardised } from "./numeric/standardised";

/** From here on 1 + z² is z² to full precision, long before z² overflows. */
const FAR = 1e150;

const LOG_PI = Math.log(Math.PI);

/** The z with P(Z ≤ z) = p for location 0 and scale 1, from the nearest of the ends and the middle. */
function standardQuantile(p: number): number {
  if (p < 0.25) return -1 / Math.tan(Math.PI * p);
  if (p > 0.75) return 1 / Math.tan(Math.PI * (1 - p));
  return Math.tan(Math.PI * (p - 0.5));
}

/**
 * Cauchy distribution with density 1/(πγ(1 + z²)), z = (x − x₀)/γ: where a ray of random direction
 * from a point at distance γ meets a line. Its tails are so heavy that it has neither mean nor
 * variance: both are NaN, and the mean of n draws is spread as widely as one draw. On the whole line. See
 * Johnson, Kotz & Balakrishnan, Continuous Univariate Distributions, volume 1, 1994, chapter 16.
 *
 * @param location - x₀, the median. Default 0.
 * @param scale - γ > 0, half the distance of the quartiles. Default 1.
 * @throws RangeError if the scale is not positive.
 * @example
 * prob.cauchy(2, 3).cdf([-1, 2, 5]) // => [0.25, 0.5, 0.75]
 * prob.cauchy().mean // => NaN
 */
export function cauchy(location = 0, scale = 1): ContinuousDistribution {
  requireNumber("cauchy", "location", location);
  requireNumber("cauchy", "scale", scale, { above: 0 });
  const logScale = Math.log(scale);
  const z = (x: number) => standardised(x, location, scale);
  const logZ = (x: number) => logStandardised(x, location, scale);
  const logpdf = (x: number): number => {
    const v = z(x);
    return -LOG_PI - logScale - (Math.abs(v) > FAR ? 2 * logZ(x) : Math.log1p(v * v));
  };
  /** P(±(X − x₀) > ±(x − x₀)): the angle under which the ray passes x. */
  const tail = (x: number, side: 1 | -1): number => {
    const v = side * z(x);
    return v > FAR ? Math.exp(-LOG_PI - logZ(x)) : Math.atan2(1, v) / Math.PI;
  };
  const logTail = (x: number, side: 1 | -1): number => {
    const v = side * z(x);
    if (v > FAR) return -LOG_PI - logZ(x);
    return v < 0 ? Math.log1p(-tail(x, side === 1 ? -1 : 1)) : Math.log(tail(x, side));
  };
  return continuous({
    name: "cauchy",
    params: { location, scale },
    support: [-Infinity, Infinity],
    mean: Number.NaN,
    variance: Number.NaN,
    entropy: () => Math.log(4) + LOG_PI + logScale,
    pdf: (x) => {
      const v = z(x);
      return Math.abs(v) > FAR ? Math.exp(logpdf(x)) : 1 / (1 + v * v) / Math.PI / scale;
    },
    logpdf,
    tails: {
      cdf: (x) => tail(x, -1),
      sf: (x) => tail(x, 1),
      logcdf: (x) => logTail(x, -1),
      logsf: (x) => logTail(x, 1),
    },
    quantile: (p, upper) => {
      const v = standardQuantile(p);
      return unstandardised(upper ? -v : v, location, scale) + 0; // −0 becomes 0
    },
    draw: (rng) => unstandardised(standardQuantile(rng.random() || 0.5), location, scale),
  });
}
