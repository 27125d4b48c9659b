import { requireOneOf, summarised } from "../core";
import { normal } from "../prob";
import { requireSuccesses } from "./arguments/successes";
import { clopperPearson } from "./inference/clopperPearson";
import {
  type AlternativeOptions,
  alternativeOptions,
  type Interval,
  openEnds,
  tailLevel,
} from "./inference/interval";

/** Options of `proportionInterval`. */
export interface ProportionOptions extends AlternativeOptions {
  /** "wilson" (default), "clopper-pearson" (exact) or "agresti-coull". */
  method?: "wilson" | "clopper-pearson" | "agresti-coull";
}

/** What `proportionInterval` returns. */
export interface ProportionResult {
  /** k/n. */
  estimate: number;
  confidenceInterval: Interval;
}

/** (k + z²/2 ± z√(k(n − k)/n + z²/4))/(n + z²). The end at 0 or 1 is that, up to the last digit. */
function wilson(k: number, n: number, z: number): Interval {
  const reach = z * Math.sqrt(k * ((n - k) / n) + (z * z) / 4);
  const total = n + z * z;
  // the product of both roots of the quadratic is k²/n/(n + z²): no difference of near numbers
  const end = (successes: number) => {
    const other = successes + (z * z) / 2 + reach;
    return (successes / n) * (successes / other);
  };
  return [k === 0 ? 0 : end(k), k === n ? 1 : (k + (z * z) / 2 + reach) / total];
}

/** Wald's interval about (k + z²/2)/(n + z²), which may reach beyond 0 and 1 and is cut there. */
function agrestiCoull(k: number, n: number, z: number): Interval {
  const total = n + z * z;
  const p = (k + (z * z) / 2) / total;
  const reach = z * Math.sqrt((p * (1 - p)) / total);
  return [Math.max(0, p - reach), Math.min(1, p + reach)];
}

/**
 * A confidence interval of a proportion p from k successes in n trials.
 *
 * "wilson": the p with |k/n − p| ≤ z√(p(1 − p)/n) (Wilson 1927). Its coverage is near the level on average, also for
 * small n. "clopper-pearson": the p that neither one-sided exact test rejects; its coverage is never below the
 * level, and mostly above. "agresti-coull": k/n ± z√… after z²/2 successes and failures are added (Agresti
 * and Coull 1998). Wald's k/n ± z√(k(n − k)/n³) is not offered, since it misses its level by far
 * (Brown, Cai and DasGupta 2001).
 *
 * @param k - Successes, a whole number in [0, n].
 * @param n - Trials, ≥ 1.
 * @param options - `method`, `alternative` ("greater": the upper end is 1), `confidence`.
 * @returns `{ estimate, confidenceInterval }`.
 * @throws TypeError, RangeError for what are no counts. O(1).
 * @example
 * stats.proportionInterval(0, 10, { method: "clopper-pearson" }).confidenceInterval // => [0, 1 - 0.025 ** 0.1]
 * stats.proportionInterval(5, 10).confidenceInterval.map((p) => Math.round(p * 1e4) / 1e4) // => [0.2366, 0.7634]
 */
export function proportionInterval(
  k: number,
  n: number,
  options: ProportionOptions = {},
): ProportionResult {
  const caller = "proportionInterval";
  requireSuccesses(caller, k, n);
  const rule = alternativeOptions(caller, options, ["method"]);
  const { method = "wilson" } = options;
  requireOneOf(caller, "method", method, ["wilson", "clopper-pearson", "agresti-coull"]);
  const estimate = k / n;
  if (method === "clopper-pearson") {
    return { estimate, confidenceInterval: clopperPearson(k, n, rule) };
  }
  // with a confidence below ½ on one side z is negative: both ends change places
  const z = normal(0, 1).isf(tailLevel(rule));
  const both = (method === "wilson" ? wilson : agrestiCoull)(k, n, Math.abs(z));
  const ends: Interval = z < 0 ? [both[1], both[0]] : both;
  return summarised("interval of a proportion", {
    estimate,
    confidenceInterval: openEnds(ends, rule.alternative, [0, 1]),
  });
}
