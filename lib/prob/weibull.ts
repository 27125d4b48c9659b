import { requireNumber } from "../core";
import { gammaln1p, gammalnAt, log1mexpAt, logQuotient } from "../core/special";
import { continuous } from "./factory/continuous";
import type { ContinuousDistribution } from "./factory/types";

const EULER = 0.5772156649015329;

/** ζ(2), ζ(3), …, ζ(18). */
const ZETA = [
  1.6449340668482264, 1.2020569031595942, 1.0823232337111381, 1.03692775514337, 1.017343061984449,
  1.008349277381923, 1.0040773561979444, 1.0020083928260821, 1.000994575127818, 1.0004941886041194,
  1.000246086553308, 1.0001227133475785, 1.0000612481350586, 1.000030588236307, 1.0000152822594086,
  1.0000076371976379, 1.0000038172932648,
];

/** lnΓ(1 + u) for u ≥ 0. */
function logMoment(u: number): number {
  return u <= 2 ? gammaln1p(u) : gammalnAt(1 + u);
}

/**
 * ln(Γ(1 + 2u)/Γ(1 + u)² − 1), which is ln(Var X/E[X]²) at u = 1/k. For small u the logarithm of the
 * quotient is had by the Taylor series of lnΓ at 1 (DLMF 5.7.3), in which the linear terms cancel:
 * Σ (−1)ⁿζ(n)(2ⁿ − 2)uⁿ/n from n = 2 on.
 */
function logRelativeVariance(u: number): number {
  if (u > 0.05) {
    const log = u < 1e290 ? logMoment(2 * u) - 2 * logMoment(u) : Infinity;
    return log > 40 ? log : Math.log(Math.expm1(log));
  }
  let sum = 0;
  for (let i = ZETA.length - 1; i >= 0; i--) {
    const n = i + 2;
    sum = (ZETA[i] * (2 ** n - 2)) / n - u * sum;
  }
  return u < 1e-10 ? Math.log(sum) + 2 * Math.log(u) : Math.log(Math.expm1(sum * u * u));
}

/**
 * Weibull distribution with P(X > x) = e^{−(x/λ)ᵏ} on x ≥ 0: a life whose hazard k/λ·(x/λ)^{k − 1}
 * falls (k < 1), stays (k = 1, the exponential law) or rises (k > 1) with age.
 *
 * Mean λΓ(1 + 1/k), variance λ²[Γ(1 + 2/k) − Γ(1 + 1/k)²]. Density k/λ·(x/λ)^{k − 1}·e^{−(x/λ)ᵏ}. See Johnson,
 * Kotz & Balakrishnan, Continuous Univariate Distributions, volume 1, 1994, chapter 21.
 *
 * @param shape - k > 0.
 * @param scale - λ > 0, the age that the share 1/e survives. Default 1.
 * @throws RangeError if a parameter is not positive.
 * @example
 * prob.weibull(2, 3).sf(3) // => Math.exp(-1)
 * prob.weibull(1, 4).mean // => 4
 * prob.weibull(2, 3).variance // => 9 * (1 - Math.PI / 4)
 */
export function weibull(shape: number, scale = 1): ContinuousDistribution {
  requireNumber("weibull", "shape", shape, { above: 0 });
  requireNumber("weibull", "scale", scale, { above: 0 });
  const logScale = Math.log(scale);
  /** ln (x/λ)ᵏ; the logarithm of the quotient keeps its precision where x is near λ and k large. */
  const logHazard = (x: number) =>
    x === 0 ? -Infinity : x === Infinity ? Infinity : shape * logQuotient(x, scale);
  const hazard = (x: number) => Math.exp(logHazard(x));
  const logMean = logMoment(1 / shape);
  const logVariance = 2 * logMean + logRelativeVariance(1 / shape);
  const ordinary = logMean < 300 && Math.abs(logVariance) < 300 && scale > 1e-80 && scale < 1e80;
  return continuous({
    name: "weibull",
    params: { shape, scale },
    support: [0, Infinity],
    mean: ordinary ? scale * Math.exp(logMean) : Math.exp(logScale + logMean),
    variance: ordinary
      ? Math.exp(logVariance) * scale * scale
      : Math.exp(logVariance + 2 * logScale),
    std: () => Math.exp(logVariance / 2 + logScale),
    entropy: () => EULER * (1 - 1 / shape) + logScale - Math.log(shape) + 1,
    logpdf: (x) => {
      if (x === 0) return shape < 1 ? Infinity : shape > 1 ? -Infinity : -logScale;
      const h = hazard(x);
      if (h === Infinity) return -Infinity;
      return Math.log(shape) + logHazard(x) - Math.log(x) - h;
    },
    tails: {
      cdf: (x) => -Math.expm1(-hazard(x)),
      sf: (x) => Math.exp(-hazard(x)),
      logcdf: (x) => (hazard(x) > 1e-290 ? log1mexpAt(hazard(x)) : logHazard(x)),
      logsf: (x) => -hazard(x),
    },
    quantile: (p, upper) => {
      const log = Math.log(upper ? -Math.log(p) : -Math.log1p(-p)) / shape;
      return Math.abs(log) < 700 ? scale * Math.exp(log) : Math.exp(log + logScale);
    },
    draw: (rng) => Math.exp(Math.log(-Math.log1p(-rng.random())) / shape + logScale),
  });
}
