import { type ReadonlyMatrix, summarised } from "../core";
import { requireGroups } from "./arguments/groups";
import {
  type Interval,
  type IntervalOptions,
  noncentralityInterval,
  requireConfidence,
} from "./inference/interval";
import { omegaSquared, oneWay } from "./inference/oneWay";
import { requireTestOptions } from "./inference/options";
import { noncentralFTails } from "./laws/noncentralF";

/** What `etaSquared` returns. */
export interface EtaSquared {
  /** η², the share of the variance in the sample. */
  estimate: number;
  /** ω², less biased. */
  omegaSquared: number;
  /** Of the share in the population. */
  confidenceInterval: Interval;
}

/**
 * η² = (sum of squares between)/(total): the share of the variance that the groups of a one-way analysis of
 * variance explain, with ω², which takes off what chance explains, and an interval.
 *
 * F has a noncentral F law with λ = n·η²/(1 − η²), η² that of the population. The interval holds those
 * under which F is not too far out in either tail, and begins at 0 where F is no larger than chance makes it
 * (Steiger 2004, "Beyond the F test"; he takes a confidence of .9, whose lower end is above 0 if and only if
 * the test rejects at .05).
 *
 * @param groups - As of `anova`.
 * @param options - `confidence`.
 * @returns `{ estimate, omegaSquared, confidenceInterval }`.
 * @throws RangeError as `anova`. O(n).
 * @example
 * stats.etaSquared([[1, 2, 3], [2, 3, 4]]).estimate // => 3 / 11
 * stats.etaSquared([[1, 2, 3], [2, 3, 4]]).omegaSquared // => 1 / 13
 */
export function etaSquared(groups: ReadonlyMatrix, options: IntervalOptions = {}): EtaSquared {
  const caller = "etaSquared";
  const found = oneWay(caller, requireGroups(caller, groups));
  requireTestOptions(caller, options, ["confidence"]);
  const confidence = requireConfidence(caller, options.confidence);
  const { statistic, df } = found;
  const n = df[0] + df[1] + 1;
  const { cdf: lower, sf: upper } = noncentralFTails(df[0], df[1], statistic);
  const ends = noncentralityInterval({ lower, upper }, confidence, 10 + df[0] * statistic);
  return summarised("η²", {
    estimate: found.between / (found.between + found.within),
    omegaSquared: omegaSquared(found),
    confidenceInterval: ends.map((lambda) => lambda / (lambda + n)) as Interval,
  });
}
