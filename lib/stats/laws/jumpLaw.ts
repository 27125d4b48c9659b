import type { ReadonlyVector } from "../../core";
import type { Alternative } from "../inference/alternative";
import { boundaryCrossing } from "./boundaryLaw";
import { stepsAt } from "./jumps";

/** The statistic and its levels are rounded: chances this near to each other are the same. */
const SAME = 1e-13;

/**
 * P(D ≥ d) for the one-sample Kolmogorov–Smirnov statistic of n draws from a law whose distribution
 * function F may have jumps: the chance that uniform order statistics leave bounds at the ends of its
 * steps (Dimitrova, Kaishev and Tan 2020).
 */
export function jumpLawSf(
  F: (x: number) => number,
  n: number,
  d: number,
  alternative: Alternative,
): number {
  if (d <= SAME) return 1;
  const bounds = (levels: ReadonlyVector, side: "below" | "at", none: number) => {
    const inside = levels.filter((v) => v > 0 && v < 1);
    const steps = stepsAt(F, inside).map((step) => step[side]);
    return levels.map((v) => (v > 0 && v < 1 ? steps.shift()! : none));
  };
  const ranks = Array.from({ length: n }, (_, i) => i);
  // D < d says F(x₍ᵢ₎) > i/n − d and F(x₍ᵢ₎−) < (i − 1)/n + d: bounds at the ends of jumps
  return boundaryCrossing(
    bounds(
      ranks.map((i) => (alternative === "less" ? 0 : (i + 1) / n - d + SAME)),
      "below",
      0,
    ),
    bounds(
      ranks.map((i) => (alternative === "greater" ? 1 : i / n + d - SAME)),
      "at",
      1,
    ),
  );
}
