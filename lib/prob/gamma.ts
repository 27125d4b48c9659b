import { requireNumber } from "../core";
import {
  digammaAt,
  digammaMinusLog,
  gammalnAt,
  HALF_LOG_2PI,
  stirlingError,
} from "../core/special";
import { type ContinuousSpec, continuous } from "./factory/continuous";
import { tailFunctions } from "./factory/distribution";
import type { ContinuousDistribution } from "./factory/types";
import { gammaQuantile } from "./special/gammaincinv";
import { gammaTail, gammaTailNearZero, logGammaPrefix } from "./special/kernels/gammaTail";
import { requireShape } from "./special/kernels/shapes";
import { gammaSampler } from "./variates/gamma";

/** Below this x is given by its logarithm. */
const TINY = 1e-290;

/** a + lnΓ(a) + (1 − a)ψ(a), for large a with the large terms taken out by Stirling's formula. */
function gammaEntropy(a: number): number {
  if (a < 10) return a + gammalnAt(a) + (1 - a) * digammaAt(a);
  const rest = stirlingError(a) + (1 - a) * digammaMinusLog(a);
  return 0.5 * Math.log(a) + HALF_LOG_2PI + rest;
}

/** The specification that `gamma` and `chiSquare` share. */
export function gammaSpec(shape: number, rate: number): Omit<ContinuousSpec, "name" | "params"> {
  const logRate = Math.log(rate);
  return {
    support: [0, Infinity],
    mean: shape / rate,
    variance: shape / rate / rate,
    std: () => Math.sqrt(shape) / rate,
    entropy: () => gammaEntropy(shape) - logRate,
    logpdf: (x) => {
      if (x === Infinity) return -Infinity;
      if (x === 0) return shape < 1 ? Infinity : shape > 1 ? -Infinity : logRate;
      const t = rate * x;
      if (t === Infinity) return -Infinity;
      if (t < TINY) return shape * (logRate + Math.log(x)) - Math.log(x) - gammalnAt(shape);
      return logGammaPrefix(shape, t) + Math.log(shape) - Math.log(x);
    },
    tails: tailFunctions((x) => {
      const t = rate * x;
      return t < TINY && x > 0
        ? gammaTailNearZero(shape, logRate + Math.log(x))
        : gammaTail(shape, t);
    }),
    quantile: (p, upper) => gammaQuantile(shape, p, upper, rate),
    draw: gammaSampler(shape, rate),
  };
}

/**
 * Gamma distribution with density βᵅ/Γ(α) · xᵅ⁻¹e^{−βx} on x ≥ 0.
 *
 * Note that the second parameter is the rate β, the inverse of SciPy's scale.
 *
 * Mean α/β, variance α/β². See Johnson, Kotz & Balakrishnan, Continuous Univariate Distributions, volume 1,
 * 1994, chapter 17.
 *
 * @param shape - α ≥ 1e-300.
 * @param rate - β > 0. Default 1.
 * @throws RangeError if a parameter is not positive, or the shape below 1e-300.
 * @example
 * prob.gamma(2, 0.5).mean // => 4
 * prob.gamma(1, 2).sf(3) // => Math.exp(-6)
 * prob.gamma(2, 0.5).variance // => 8
 */
export function gamma(shape: number, rate = 1): ContinuousDistribution {
  requireShape("gamma", "shape", shape);
  requireNumber("gamma", "rate", rate, { above: 0 });
  return continuous({ name: "gamma", params: { shape, rate }, ...gammaSpec(shape, rate) });
}
