import { requireNumber, summarised } from "../core";
import { fisherF } from "../prob";
import { requireTestOptions } from "./inference/options";
import { designOf, solvePower } from "./inference/solvePower";
import { noncentralFTails } from "./laws/noncentralF";

/** Options of `powerAnova`: of effectSize, n, alpha and power one is left out. */
export interface PowerAnovaOptions {
  /** How many groups, ≥ 2. */
  groups: number;
  /** Cohen's f, the standard deviation of the means over that within the groups; η² = f²/(1 + f²). */
  effectSize?: number;
  /** Entries of each group. Need not be whole. */
  n?: number;
  /** The level of the test, in (0, 1). */
  alpha?: number;
  /** The chance that the test rejects, in (0, 1). */
  power?: number;
}

/** What `powerAnova` returns. */
export interface PowerAnovaResult {
  groups: number;
  effectSize: number;
  n: number;
  alpha: number;
  power: number;
  df: [between: number, within: number];
  /** λ = f²·n·groups. */
  noncentrality: number;
}

const caller = "powerAnova";
const PROBABILITY = { above: 0, below: 1 };

/**
 * How many entries does a one-way analysis of variance need, how likely does it find that means differ, by how
 * much must they? Of `effectSize`, `n`, `alpha` and `power` three are given and the fourth is found.
 *
 * F has the noncentral F law with λ = f²·n·k for k groups of n, f² = Σ(μᵢ − μ̄)²/(k·σ²): the power is its
 * chance beyond the critical value (Cohen 1988, who calls .1, .25 and .4 small, medium and large). n is a real
 * number: round up.
 *
 * @param options - The four, and `groups`.
 * @returns `{ groups, effectSize, n, alpha, power, df, noncentrality }`.
 * @throws RangeError unless just one of the four is left out, or if nothing reaches the power. Cost: one value
 * of the noncentral F law for the power, some dozens for another of the four.
 * @example
 * Math.ceil(stats.powerAnova({ groups: 4, effectSize: 0.25, alpha: 0.05, power: 0.8 }).n) // => 45
 */
export function powerAnova(options: PowerAnovaOptions): PowerAnovaResult {
  requireTestOptions(caller, options, ["groups", "effectSize", "n", "alpha", "power"]);
  const k = requireNumber(caller, "groups", options.groups, { min: 2, integer: true });
  const { unknown, given } = designOf(caller, options, {
    effectSize: { min: 0 },
    n: { min: 2 },
    alpha: PROBABILITY,
    power: PROBABILITY,
  });
  const lawOf = (n: number, f: number) => ({
    df: [k - 1, k * (n - 1)] as [number, number],
    noncentrality: f * f * n * k,
  });
  const powerOf = ({ n, effectSize, alpha }: typeof given) => {
    const { df, noncentrality } = lawOf(n, effectSize);
    const critical = fisherF(df[0], df[1]).isf(alpha);
    return noncentralFTails(df[0], df[1], critical).sf(noncentrality);
  };
  const found = { ...given };
  if (unknown === "power") found.power = powerOf(given);
  else {
    const search = {
      effectSize: { name: "effectSize", from: 0, to: 1e3 },
      n: { name: "n", from: 2, to: 1e12 },
      alpha: { name: "alpha", from: 0, to: 1 },
    }[unknown];
    const at = (value: number) => powerOf({ ...given, [unknown]: value });
    const end = solvePower(caller, at, given.power, search);
    found[unknown] = end.value;
    found.power = end.power;
  }
  return summarised("power of an analysis of variance", {
    groups: k,
    ...found,
    ...lawOf(found.n, found.effectSize),
  });
}
