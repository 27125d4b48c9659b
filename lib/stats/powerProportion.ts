import { requireNumber, requireOneOf, summarised } from "../core";
import { normal } from "../prob";
import { cohensH } from "./cohensH";
import { ALTERNATIVES, type Alternative } from "./inference/alternative";
import { requireTestOptions } from "./inference/options";
import { designOf, solvePower } from "./inference/solvePower";

/** Options of `powerProportion`: of p1, n, alpha and power one is left out. */
export interface PowerProportionOptions {
  /** The first proportion, in [0, 1]. */
  p1?: number;
  /** The second proportion, in [0, 1]. */
  p2: number;
  /** Entries of the first sample. Need not be whole. */
  n?: number;
  /** The level of the test, in (0, 1). */
  alpha?: number;
  /** The chance that the test rejects, in (0, 1). */
  power?: number;
  /** Size of the second sample over that of the first. Default 1. */
  ratio?: number;
  /** Default "two-sided"; "greater": p1 > p2. */
  alternative?: Alternative;
}

/** What `powerProportion` returns. */
export interface PowerProportionResult {
  p1: number;
  p2: number;
  n: number;
  alpha: number;
  power: number;
  /** Cohen's h of p1 and p2. */
  effectSize: number;
}

const caller = "powerProportion";
const PROBABILITY = { above: 0, below: 1 };

/**
 * How many entries does a comparison of two proportions need, how likely does it find a difference, which can it
 * find? Of `p1`, `n`, `alpha` and `power` three are given and the fourth is found.
 *
 * By Cohen's h, the difference of the angles 2·asin√p: their estimate is about normal with variance 1/n + 1/(n·ratio)
 * whatever the proportions, so that the power is Φ(h/√(1/n + 1/(n·ratio)) − z) and, for "two-sided", the same of
 * −h (Cohen 1988, as statsmodels' NormalIndPower and R's pwr do). n is a real number: round up.
 *
 * @param options - The four, and `p2`, `ratio`, `alternative`. A p1 that is looked for lies above p2, below it for "less".
 * @returns `{ p1, p2, n, alpha, power, effectSize }`.
 * @throws RangeError unless just one of the four is left out, or if nothing reaches the power. Cost: one value
 * of the normal law for the power, some dozens for another of the four.
 * @example
 * Math.ceil(stats.powerProportion({ p1: 0.6, p2: 0.5, alpha: 0.05, power: 0.8 }).n) // => 388
 * stats.powerProportion({ p1: 0.5, p2: 0.5, n: 10, alpha: 0.05 }).power // => 0.05
 */
export function powerProportion(options: PowerProportionOptions): PowerProportionResult {
  requireTestOptions(caller, options, ["p1", "p2", "n", "alpha", "power", "ratio", "alternative"]);
  const { p2, ratio = 1, alternative = "two-sided" } = options;
  requireNumber(caller, "p2", p2, { min: 0, max: 1 });
  requireNumber(caller, "ratio", ratio, { above: 0 });
  requireOneOf(caller, "alternative", alternative, ALTERNATIVES);
  const { unknown, given } = designOf(caller, options, {
    p1: { min: 0, max: 1 },
    n: { min: 1 },
    alpha: PROBABILITY,
    power: PROBABILITY,
  });
  const z = normal(0, 1);
  const powerOf = (h: number, n: number, alpha: number) => {
    const shift = h / Math.sqrt(1 / n + 1 / (n * ratio));
    const critical = z.isf(alternative === "two-sided" ? alpha / 2 : alpha);
    const above = alternative === "less" ? 0 : z.sf(critical - shift);
    return above + (alternative === "greater" ? 0 : z.sf(critical + shift));
  };
  const found = { ...given };
  const { n, alpha, power } = given;
  if (unknown === "p1") {
    const side = alternative === "less" ? -1 : 1;
    // the angle of p2 and what is left to the end of the scale
    const angle = cohensH(p2, 0);
    const search = { name: "p1", from: 0, to: side > 0 ? Math.PI - angle : angle };
    const end = solvePower(caller, (v) => powerOf(side * v, n, alpha), power, search);
    found.p1 = Math.sin((angle + side * end.value) / 2) ** 2;
    found.power = end.power;
  } else {
    const h = cohensH(given.p1, p2);
    if (unknown === "power") found.power = powerOf(h, n, alpha);
    else {
      const search =
        unknown === "n" ? { name: "n", from: 1, to: 1e15 } : { name: "alpha", from: 0, to: 1 };
      const at = (v: number) => (unknown === "n" ? powerOf(h, v, alpha) : powerOf(h, n, v));
      const end = solvePower(caller, at, power, search);
      found[unknown] = end.value;
      found.power = end.power;
    }
  }
  return summarised("power of a comparison of proportions", {
    ...found,
    p2,
    effectSize: cohensH(found.p1, p2),
  });
}
