import { type ReadonlyVector, requireBoolean, requireNumber, requireVector } from "../../core";
import { gammalnAt } from "../../core/special";
import { sampleAndOptions } from "../arguments/sampleAndOptions";
import { noncentralT } from "../laws/noncentralT";
import {
  type AlternativeOptions,
  type Interval,
  pivotInterval,
  requireConfidence,
} from "./interval";
import { requireTestOptions } from "./options";
import { tEstimate } from "./tEstimate";

/** Options of `cohensD` and `hedgesG`. */
export interface StandardizedMeanOptions {
  /** What the mean, or the difference of means, is compared with. Default 0. */
  mean?: number;
  /** Whether xᵢ and yᵢ belong together: the mean of the differences over their standard deviation. */
  paired?: boolean;
  /** Level of the confidence interval, in (0, 1). Default 0.95. */
  confidence?: number;
}

/** What `cohensD` and `hedgesG` return. */
export interface StandardizedMean {
  /** The difference of means in standard deviations. */
  estimate: number;
  /** The values of the population under which the t observed is not too far out, by noncentral t laws. */
  confidenceInterval: Interval;
  /** Degrees of freedom of the standard deviation. */
  df: number;
}

/** The noncentrality of t with its interval, times √(1/nx + 1/ny), or √(1/n). */
export function standardizedMean(
  caller: string,
  x: ReadonlyVector,
  rest: readonly unknown[],
): StandardizedMean {
  const { one, ...given } = sampleAndOptions(caller, rest);
  const options = given.options as StandardizedMeanOptions;
  const known = ["mean", "confidence"] as const;
  requireTestOptions(caller, options, one ? known : [...known, "paired"]);
  const { mean = 0, paired = false } = options;
  requireNumber(caller, "mean", mean);
  requireBoolean(caller, "paired", paired);
  const confidence = requireConfidence(caller, options.confidence);
  requireVector(caller, "x", x, { minLength: 2 });
  const rule = paired ? { length: x.length, lengthOf: "length of x" } : { minLength: 2 };
  const y = one ? null : requireVector(caller, "y", given.y, rule);

  const { gap, standardError, df } = tEstimate(caller, x, { y, paired, equalVar: true, mean });
  const t = gap / standardError;
  const factor = Math.sqrt(1 / x.length + (y && !paired ? 1 / y.length : 0));
  const interval: Required<AlternativeOptions> = { alternative: "two-sided", confidence };
  const reach = 40 * (1 + Math.abs(t)); // t over δ is seldom below 1/40, even with 1 degree of freedom
  const [low, high] = pivotInterval(
    {
      lower: (delta) => noncentralT(df, delta).cdf(t),
      upper: (delta) => noncentralT(df, delta).sf(t),
    },
    interval,
    [-reach, reach],
  );
  return { estimate: t * factor, confidenceInterval: [low * factor, high * factor], df };
}

/** Γ(m/2)/(√(m/2)·Γ((m − 1)/2)): E[d] is δ over this (Hedges 1981). */
export function hedgesFactor(m: number): number {
  if (m > 1e6) return 1 - 3 / (4 * m - 1);
  return Math.exp(gammalnAt(m / 2) - gammalnAt((m - 1) / 2)) / Math.sqrt(m / 2);
}
