import type { ReadonlyVector, Rng } from "../../core";
import type { NumberOrArray, Shaped } from "../../core/special";

/** What continuous and discrete distributions on the line have in common. */
export interface Distribution {
  /** Name of the family: `"normal"`. */
  readonly name: string;
  /** Parameters as given to the factory. */
  readonly params: Readonly<Record<string, number | ReadonlyVector>>;
  /** Smallest and largest possible value; infinite where there is none. */
  readonly support: readonly [number, number];
  /** E[X]; ∞ where the integral diverges to it, NaN where it does not exist. */
  readonly mean: number;
  /** E[(X − E[X])²]; ∞ or NaN as for the mean. */
  readonly variance: number;
  /** Standard deviation, the root of the variance. */
  readonly std: number;
  /** Entropy in nats: −Σ p ln p, or −∫ p ln p dx (differential entropy, which may be negative). */
  entropy(): number;
  /** Distribution function P(X ≤ x). */
  cdf<X extends NumberOrArray>(x: X): Shaped<X>;
  /** Survival function P(X > x) = 1 − cdf(x), precise where the cdf rounds to 1. */
  sf<X extends NumberOrArray>(x: X): Shaped<X>;
  /** ln P(X ≤ x), which does not underflow. */
  logcdf<X extends NumberOrArray>(x: X): Shaped<X>;
  /** ln P(X > x), which does not underflow. */
  logsf<X extends NumberOrArray>(x: X): Shaped<X>;
  /** Quantile function: the smallest x of the support with cdf(x) ≥ p, for p in [0, 1]. */
  ppf<X extends NumberOrArray>(p: X): Shaped<X>;
  /** Upper quantile: the smallest x of the support with sf(x) ≤ p; precise for small p. */
  isf<X extends NumberOrArray>(p: X): Shaped<X>;
  /** One independent draw. */
  sample(rng: Rng): number;
  /** `n` independent draws. */
  sample(rng: Rng, n: number): number[];
}

/** A distribution with a density. Every function takes a number or an array of numbers. */
export interface ContinuousDistribution extends Distribution {
  readonly kind: "continuous";
  /** Density; 0 outside the support. */
  pdf<X extends NumberOrArray>(x: X): Shaped<X>;
  /** Logarithm of the density, which does not underflow; −∞ outside the support. */
  logpdf<X extends NumberOrArray>(x: X): Shaped<X>;
}

/** A distribution on whole numbers. Every function takes a number or an array of numbers. */
export interface DiscreteDistribution extends Distribution {
  readonly kind: "discrete";
  /** Probability P(X = k); 0 where k is not a value of X. */
  pmf<X extends NumberOrArray>(k: X): Shaped<X>;
  /** ln P(X = k), which does not underflow; −∞ where k is not a value of X. */
  logpmf<X extends NumberOrArray>(k: X): Shaped<X>;
}
