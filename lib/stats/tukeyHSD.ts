import { type ReadonlyMatrix, requireBoolean } from "../core";
import { requireGroups, requireNames } from "./arguments/groups";
import { type IntervalOptions, requireConfidence } from "./inference/interval";
import { requireTestOptions } from "./inference/options";
import { twoSamples } from "./inference/tEstimate";
import { studentizedRange } from "./laws/studentizedRange";
import { centre, powerSum } from "./moments/centre";
import { unitOf } from "./moments/powerOfTwo";

/** Options of `tukeyHSD`. */
export interface TukeyOptions extends IntervalOptions {
  /** Names of the groups. Default "1", "2", …. */
  names?: readonly string[];
  /** True (default): one variance for all groups (Tukey and Kramer). False: Games and Howell's, with none pooled. */
  equalVar?: boolean;
}

/** Two groups compared: a row for show(). */
export interface TukeyRow {
  first: string;
  second: string;
  /** Mean of the second less mean of the first. */
  difference: number;
  standardError: number;
  /** q = √2·|difference|/standardError. */
  q: number;
  df: number;
  pValue: number;
  low: number;
  high: number;
}

/**
 * Tukey's honestly significant differences: which of k means differ? All pairs are compared at once, with the
 * law of the studentized range of k means, so that the chance of even one false finding is 1 − confidence,
 * and all intervals hold together.
 *
 * With the pooled variance s² and n − k degrees of freedom, q = |x̄ᵢ − x̄ⱼ|/√(s²/2·(1/nᵢ + 1/nⱼ)): exact for groups
 * of one size, a little too cautious else (Tukey 1953; Kramer 1956; Hayter 1984). `equalVar: false` takes
 * Welch's standard error and degrees of freedom for each pair (Games and Howell 1976).
 *
 * @param groups - At least 2 vectors, n > k in all (2 numbers each without one variance).
 * @param options - `names`, `equalVar`, `confidence`.
 * @returns A row for each pair (1, 2), (1, 3), …, (2, 3), …, with `first`, `second`, `difference`, `standardError`,
 * `q`, `df`, `pValue` (for all pairs together), `low`, `high`.
 * @throws RangeError for too few groups or entries, or no variation. O(n + k²).
 * @example
 * stats.tukeyHSD([[1, 2, 3], [2, 3, 4]]).map((row) => row.difference) // => [1]
 * stats.tukeyHSD([[1, 2, 3], [2, 3, 4]])[0].pValue // => stats.tTest([1, 2, 3], [2, 3, 4], { equalVar: true }).pValue
 */
export function tukeyHSD(groups: ReadonlyMatrix, options: TukeyOptions = {}): TukeyRow[] {
  const caller = "tukeyHSD";
  requireTestOptions(caller, options, ["names", "equalVar", "confidence"]);
  const { equalVar = true } = options;
  requireBoolean(caller, "equalVar", equalVar);
  const confidence = requireConfidence(caller, options.confidence);
  const given = requireGroups(caller, groups, equalVar ? 1 : 2);
  const names = requireNames(caller, options.names, given.length);
  const unit = unitOf(given.flat());
  const samples = given.map((g) => g.map((v) => v / unit));
  const k = samples.length;
  const n = samples.reduce((s, g) => s + g.length, 0);
  if (n <= k)
    throw new RangeError(`${caller}: groups must hold more numbers than there are groups`);

  const squares = samples.map((g) => {
    const { d, scale } = centre(g);
    return powerSum(d, 2) * scale * scale;
  });
  const pooled = Math.sqrt(squares.reduce((a, b) => a + b, 0) / (n - k));
  const law = studentizedRange(k, n - k);
  const critical = equalVar ? law.isf(1 - confidence) : 0;
  const rows: TukeyRow[] = [];
  for (let i = 0; i < k; i++) {
    for (let j = i + 1; j < k; j++) {
      const [x, y] = [samples[i], samples[j]];
      const welch = twoSamples(y, x, 0, false);
      const error = equalVar
        ? pooled * Math.sqrt(1 / x.length + 1 / y.length)
        : welch.standardError;
      if (error === 0) {
        const what = equalVar ? "at least one group" : `groups[${i}] or groups[${j}]`;
        throw new RangeError(`${caller}: groups must vary within ${what}, each is constant`);
      }
      const df = equalVar ? n - k : welch.df;
      const own = equalVar ? law : studentizedRange(k, df);
      const reach = (equalVar ? critical : own.isf(1 - confidence)) * (error / Math.SQRT2);
      const q = (Math.SQRT2 * Math.abs(welch.estimate)) / error;
      rows.push({
        first: names[i],
        second: names[j],
        difference: welch.estimate * unit,
        standardError: error * unit,
        q,
        df,
        pValue: own.sf(q),
        low: (welch.estimate - reach) * unit,
        high: (welch.estimate + reach) * unit,
      });
    }
  }
  return rows;
}
