import {
  describeValue,
  type Rng,
  requireFunction,
  requireNumber,
  requireOneOf,
  requireRng,
  rng,
  summarised,
} from "../core";
import { requireStatistic } from "./arguments/guards";
import { bcaLevels } from "./inference/bca";
import { requireTestOptions } from "./inference/options";
import { meanOf } from "./moments/centre";
import { sorted } from "./ranks/order";
import { quantileSorted } from "./ranks/quantileSorted";
import { std } from "./variance";

/** Options of `bootstrap`. */
export interface BootstrapOptions {
  /** Where resamples are drawn from. Default `rng(0)`. */
  rng?: Rng;
  /** How many resamples. Default 9999. */
  n?: number;
  /**
   * "percentile" (default): quantiles of the resampled statistics. "basic": these reflected at the
   * estimate. "bca": quantiles corrected for bias and skewness.
   */
  method?: "percentile" | "basic" | "bca";
  /** Level of the interval, in (0, 1). Default 0.95. */
  confidence?: number;
}

/** What `bootstrap` returns. */
export interface BootstrapResult {
  /** The statistic of the data themselves. */
  estimate: number;
  confidenceInterval: [low: number, high: number];
  /** Standard deviation of the distribution (ddof 1). */
  standardError: number;
  /** Mean of the distribution less the estimate. */
  bias: number;
  /** The statistic of each resample. */
  distribution: number[];
}

const caller = "bootstrap";

/**
 * The bootstrap: how much would a statistic vary from sample to sample? We resample the n entries of
 * the data with replacement, many times, and look at the statistic of each (Efron 1979).
 *
 * With q the quantiles (type 7) of the resampled statistics, θ̂ the estimate and α = 1 − confidence:
 * "percentile" is [q(α/2), q(1 − α/2)]; "basic" is [2θ̂ − q(1 − α/2), 2θ̂ − q(α/2)]; "bca" is
 * [q(α₁), q(α₂)] with levels α₁ = Φ(z₀ + w/(1 − a·w)), w = z₀ + Φ⁻¹(α/2), and likewise α₂, where z₀
 * corrects for bias and the acceleration a, from the jackknife, for skewness (Efron 1987).
 *
 * @param data - At least 2 items: numbers, or rows that are to stay together such as pairs.
 * @param statistic - Takes an array of items and returns a finite number.
 * @param options - `rng`, `n`, `method`, `confidence`.
 * @returns `{ estimate, confidenceInterval, standardError, bias, distribution }`.
 * @throws TypeError, RangeError for bad data or options, a statistic that is not finite, or one for which
 * "bca" has no interval: it does not vary, or is too skew. O(n) calls of the statistic.
 * @example
 * stats.bootstrap([2, 4, 6], stats.mean, { rng: rng(1), n: 99 }).estimate // => 4
 * stats.bootstrap([5, 5], stats.median, { rng: rng(1), n: 99 }).confidenceInterval // => [5, 5]
 */
export function bootstrap<T>(
  data: readonly T[],
  statistic: (sample: T[]) => number,
  options: BootstrapOptions = {},
): BootstrapResult {
  if (!Array.isArray(data)) {
    throw new TypeError(`${caller}: data must be an array, got ${describeValue(data)}`);
  }
  if (data.length < 2) {
    throw new RangeError(`${caller}: data must have at least 2 entries, got ${data.length}`);
  }
  requireFunction(caller, "statistic", statistic);
  requireTestOptions(caller, options, ["rng", "n", "method", "confidence"]);
  const random = options.rng === undefined ? rng(0) : requireRng(caller, options.rng);
  const { n = 9999, method = "percentile", confidence = 0.95 } = options;
  requireNumber(caller, "n", n, { min: 2, integer: true });
  requireOneOf(caller, "method", method, ["percentile", "basic", "bca"]);
  requireNumber(caller, "confidence", confidence, { above: 0, below: 1 });

  const of = (sample: T[]) => requireStatistic(caller, statistic(sample));
  const size = data.length;
  const estimate = of(data.slice());
  const distribution = Array.from({ length: n }, () =>
    of(random.integers(0, size, size).map((i) => data[i])),
  );
  const ascending = sorted(distribution);
  const alpha = (1 - confidence) / 2;
  const [from, to] =
    method === "bca"
      ? bcaLevels(
          caller,
          ascending,
          estimate,
          data.map((_, i) => of(data.filter((__, j) => j !== i))),
          alpha,
        )
      : [alpha, 1 - alpha];
  const [low, high] = [quantileSorted(ascending, from), quantileSorted(ascending, to)];
  return summarised("bootstrap", {
    estimate,
    confidenceInterval:
      method === "basic" ? [2 * estimate - high, 2 * estimate - low] : [low, high],
    standardError: std(distribution, { ddof: 1 }),
    bias: meanOf(distribution) - estimate,
    distribution,
  });
}
