import { continuous } from "./factory/continuous";
import type { ContinuousDistribution } from "./factory/types";
import { gammaSpec } from "./gamma";
import { requireShape } from "./special/kernels/shapes";

/**
 * Chi-square distribution: of the sum of the squares of `df` independent standard normals, the gamma
 * distribution of shape df/2 and rate ½.
 *
 * Mean df, variance 2·df. Density x^{df/2 − 1}e^{−x/2}/(2^{df/2}Γ(df/2)) on x ≥ 0. See Johnson, Kotz &
 * Balakrishnan, Continuous Univariate Distributions, volume 1, 1994, chapter 18.
 *
 * @param df - Degrees of freedom, ≥ 1e-300, not necessarily whole.
 * @throws RangeError if df is below 1e-300.
 * @example
 * prob.chiSquare(2).sf(6) // => Math.exp(-3)
 * prob.chiSquare(3).variance // => 6
 */
export function chiSquare(df: number): ContinuousDistribution {
  requireShape("chiSquare", "df", df);
  const shape = Math.max(df / 2, Number.MIN_VALUE); // half of the smallest double is rounded to 0
  return continuous({
    name: "chiSquare",
    params: { df },
    ...gammaSpec(shape, 0.5),
    mean: df,
    variance: 2 * df,
    std: () => Math.SQRT2 * Math.sqrt(df),
  });
}
