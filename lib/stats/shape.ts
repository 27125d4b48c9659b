import { type ReadonlyVector, requireBoolean, requireOptions, requireVector } from "../core";
import { centre, powerSum } from "./moments/centre";

/** Options of `skewness`. */
export interface SkewnessOptions {
  /** True (default): the moment of the data. False: corrected for bias as in Excel, SAS and pandas. */
  bias?: boolean;
}

/** Options of `kurtosis`. */
export interface KurtosisOptions extends SkewnessOptions {
  /** True (default): Fisher's definition, 0 for a normal law ("excess"). False: Pearson's, 3. */
  fisher?: boolean;
}

/** m₃/m₂^{3/2} and m₄/m₂² from the deviations of a sample; null if it is constant. */
export function standardMoments(d: ReadonlyVector): { g1: number; b2: number } | null {
  const n = d.length;
  const m2 = powerSum(d, 2) / n;
  if (m2 === 0) return null;
  return { g1: powerSum(d, 3) / n / (m2 * Math.sqrt(m2)), b2: powerSum(d, 4) / n / (m2 * m2) };
}

function momentsOf(caller: string, x: ReadonlyVector, minLength: number) {
  requireVector(caller, "x", x, { minLength });
  const moments = standardMoments(centre(x).d);
  if (moments) return moments;
  throw new RangeError(`${caller}: x must not be constant, all ${x.length} entries are ${x[0]}`);
}

/**
 * Skewness g₁ = m₃/m₂^{3/2} with mₖ = (1/n)Σ(xᵢ − x̄)ᵏ: 0 for a symmetric sample, positive for a
 * long right tail. With `bias: false`, G₁ = g₁·√(n(n − 1))/(n − 2) (Joanes and Gill 1998).
 *
 * @param x - n ≥ 1 finite numbers (3 with `bias: false`), not all equal.
 * @returns A number.
 * @throws RangeError if x is too short or constant. O(n).
 * @example
 * stats.skewness([1, 2, 3]) // => 0
 * stats.skewness([0, 0, 1]) // => Math.SQRT1_2
 */
export function skewness(x: ReadonlyVector, options: SkewnessOptions = {}): number {
  requireOptions("skewness", options, ["bias"]);
  const { bias = true } = options;
  requireBoolean("skewness", "bias", bias);
  const { g1 } = momentsOf("skewness", x, bias ? 1 : 3);
  const n = x.length;
  return bias ? g1 : (g1 * Math.sqrt(n * (n - 1))) / (n - 2);
}

/**
 * Kurtosis g₂ = m₄/m₂² − 3 with mₖ = (1/n)Σ(xᵢ − x̄)ᵏ: the weight of the tails against a normal law,
 * whose value is 0. With `bias: false`, G₂ = (n − 1)/((n − 2)(n − 3))·((n + 1)g₂ + 6) (Joanes and
 * Gill 1998); with `fisher: false` 3 is added.
 *
 * @param x - n ≥ 1 finite numbers (4 with `bias: false`), not all equal.
 * @returns A number.
 * @throws RangeError if x is too short or constant. O(n).
 * @example
 * stats.kurtosis([-1, 1]) // => -2
 * stats.kurtosis([-1, 1], { fisher: false }) // => 1
 */
export function kurtosis(x: ReadonlyVector, options: KurtosisOptions = {}): number {
  requireOptions("kurtosis", options, ["bias", "fisher"]);
  const { bias = true, fisher = true } = options;
  requireBoolean("kurtosis", "bias", bias);
  requireBoolean("kurtosis", "fisher", fisher);
  const { b2 } = momentsOf("kurtosis", x, bias ? 1 : 4);
  const n = x.length;
  const g2 = b2 - 3;
  const value = bias ? g2 : ((n - 1) / ((n - 2) * (n - 3))) * ((n + 1) * g2 + 6);
  return fisher ? value : value + 3;
}
