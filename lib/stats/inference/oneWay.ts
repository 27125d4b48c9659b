import type { ReadonlyVector } from "../../core";
import { centre, meanOf, powerSum } from "../moments/centre";

/** The sums of a one-way analysis of variance, in units of `scale`². */
export interface OneWay {
  between: number;
  within: number;
  scale: number;
  df: [between: number, within: number];
  /** F = (between/df₀)/(within/df₁). */
  statistic: number;
  means: number[];
}

/**
 * Sums of squares between and within checked groups, formed about the grand mean with compensation.
 *
 * @param what - What varies, for the message.
 * @param rounding - How much of each number of a group may be rounding: variation of no more is none.
 * @throws RangeError if there are no degrees of freedom within the groups, or no variation.
 */
export function oneWay(
  caller: string,
  groups: readonly ReadonlyVector[],
  what = "groups",
  rounding: ReadonlyVector = groups.map(() => 0),
): OneWay {
  const all = groups.flat() as number[];
  const df: [number, number] = [groups.length - 1, all.length - groups.length];
  if (df[1] < 1) {
    throw new RangeError(`${caller}: groups must hold more numbers than there are groups`);
  }
  const { scale, d } = centre(all);
  let start = 0;
  const parts = groups.map((g) => {
    const part = centre(d.slice(start, start + g.length));
    start += g.length;
    return { n: g.length, mean: part.mean, within: powerSum(part.d, 2) * part.scale ** 2 };
  });
  const between = parts.reduce((sum, p) => sum + p.n * p.mean ** 2, 0);
  const within = parts.reduce((sum, p) => sum + p.within, 0);
  const least = parts.reduce((sum, p, k) => sum + p.n * (rounding[k] / scale) ** 2, 0);
  if (within <= least) {
    throw new RangeError(
      `${caller}: ${what} must vary within at least one group, each is constant`,
    );
  }
  const statistic = between / df[0] / (within / df[1]);
  return { between, within, scale, df, statistic, means: groups.map((g) => meanOf(g)) };
}

/** ω² = (between − df₀·s²)/(total + s²) with s² = within/df₁: η² less what chance makes of it. */
export function omegaSquared({ between, within, df }: OneWay): number {
  const meanSquare = within / df[1];
  return (between - df[0] * meanSquare) / (between + within + meanSquare);
}
