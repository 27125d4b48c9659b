import { requireNumber, requireOneOf, summarised } from "../core";
import { studentT } from "../prob";
import { ALTERNATIVES, type Alternative } from "./inference/alternative";
import { requireTestOptions } from "./inference/options";
import { designOf, solvePower } from "./inference/solvePower";
import { noncentralT } from "./laws/noncentralT";

/** Options of `powerTTest`: of the first four one is left out. */
export interface PowerTTestOptions {
  /** The difference in standard deviations (Cohen's d), not 0 where something else is looked for. */
  effectSize?: number;
  /** Entries of the sample; of the first one where there are two; pairs. Need not be whole. */
  n?: number;
  /** The level of the test, in (0, 1). */
  alpha?: number;
  /** The chance that the test rejects, in (0, 1). */
  power?: number;
  /** Default "two-sample" (with one variance). Of pairs the effect is that of the differences. */
  type?: "two-sample" | "one-sample" | "paired";
  /** Size of the second sample over that of the first. Default 1. */
  ratio?: number;
  /** Default "two-sided". */
  alternative?: Alternative;
}

/** What `powerTTest` returns: all four, and the law of t. */
export interface PowerTTestResult {
  effectSize: number;
  n: number;
  alpha: number;
  power: number;
  df: number;
  /** δ, the mean of t, nearly. */
  noncentrality: number;
}

const caller = "powerTTest";
const PROBABILITY = { above: 0, below: 1 };

/**
 * How many entries does a t-test need, how likely does it find an effect, which effect can it find? Of
 * `effectSize`, `n`, `alpha` and `power` three are given and the fourth is found.
 *
 * t has the noncentral t law with δ = d·√n (one sample), or d/√(1/n + 1/(n·ratio)) (two): the power is its
 * chance beyond the critical value, for "two-sided" beyond either (Cohen 1988). n is a real number: round up.
 *
 * @param options - The four, and `type`, `ratio`, `alternative`. An effect that is looked for is positive, negative
 * for "less".
 * @returns `{ effectSize, n, alpha, power, df, noncentrality }`.
 * @throws RangeError unless just one of the four is left out, or if nothing reaches the power: an effect of 0 or
 * to the other side. Cost: one value of the noncentral t law for the power, some dozens for another of the
 * four.
 * @example
 * Math.ceil(stats.powerTTest({ effectSize: 0.5, alpha: 0.05, power: 0.8 }).n) // => 64
 * stats.powerTTest({ effectSize: 0, n: 10, alpha: 0.05 }).power // => 0.05
 * stats.powerTTest({ n: 10 }) // throws left out: effectSize, alpha, power
 */
export function powerTTest(options: PowerTTestOptions): PowerTTestResult {
  requireTestOptions(caller, options, [
    "effectSize",
    "n",
    "alpha",
    "power",
    "type",
    "ratio",
    "alternative",
  ]);
  const { type = "two-sample", ratio, alternative = "two-sided" } = options;
  requireOneOf(caller, "type", type, ["two-sample", "one-sample", "paired"]);
  requireOneOf(caller, "alternative", alternative, ALTERNATIVES);
  const two = type === "two-sample";
  if (ratio !== undefined && !two) throw new RangeError(`${caller}: ratio is for two samples`);
  const r = requireNumber(caller, "ratio", ratio ?? 1, { above: 0 });
  const least = two ? Math.max(2, 2 / r) : 2;
  const { unknown, given } = designOf(caller, options, {
    effectSize: {},
    n: { min: least },
    alpha: PROBABILITY,
    power: PROBABILITY,
  });
  const lawOf = (n: number, d: number) => ({
    df: two ? n * (1 + r) - 2 : n - 1,
    noncentrality: two ? d / Math.sqrt(1 / n + 1 / (n * r)) : d * Math.sqrt(n),
  });
  const powerOf = ({ n, effectSize, alpha }: typeof given) => {
    const { df, noncentrality } = lawOf(n, effectSize);
    const law = noncentralT(df, noncentrality);
    const critical = studentT(df).isf(alternative === "two-sided" ? alpha / 2 : alpha);
    const above = alternative === "less" ? 0 : law.sf(critical);
    return above + (alternative === "greater" ? 0 : law.cdf(-critical));
  };
  const at = (value: number) => powerOf({ ...given, [unknown]: value });
  const found = { ...given };
  if (unknown === "power") found.power = powerOf(given);
  else if (unknown === "effectSize") {
    const side = alternative === "less" ? -1 : 1;
    const search = { name: "effectSize", from: 0, to: 1e6 };
    const end = solvePower(caller, (d) => at(side * d), given.power, search);
    found.effectSize = side * end.value;
    found.power = end.power;
  } else {
    const search =
      unknown === "n"
        ? { name: "n", from: least, to: 1e12 }
        : { name: "alpha", from: 0, to: 1 - Number.EPSILON };
    const rising = unknown === "alpha" ? (a: number) => (a === 0 ? 0 : at(a)) : at;
    const end = solvePower(caller, rising, given.power, search);
    found[unknown] = end.value;
    found.power = end.power;
  }
  return summarised("power of a t-test", { ...found, ...lawOf(found.n, found.effectSize) });
}
