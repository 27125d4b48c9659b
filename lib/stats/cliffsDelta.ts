import { type ReadonlyVector, requireVector, summarised } from "../core";
import { normal } from "../prob";
import { type Interval, type IntervalOptions, requireConfidence } from "./inference/interval";
import { requireTestOptions } from "./inference/options";
import { rankWithTies } from "./ranks/midranks";

/** What `cliffsDelta` returns. */
export interface CliffsDelta {
  /** δ in [−1, 1]. */
  estimate: number;
  standardError: number;
  confidenceInterval: Interval;
}

/**
 * For each entry of `of`, the share of `among` below it less the share above it. A midrank in the pool less the
 * midrank in its own sample counts half of the ties.
 */
function dominance(of: ReadonlyVector, among: ReadonlyVector): number[] {
  const pooled = rankWithTies([...of, ...among]).ranks;
  const own = rankWithTies(of).ranks;
  return own.map((rank, i) => (2 * (pooled[i] - rank)) / among.length - 1);
}

/**
 * Cliff's δ = P(x > y) − P(x < y): how far one sample lies above another, from the order of the numbers alone.
 * δ = 2U/(nx·ny) − 1 with U of `mannWhitney`, so that ±1 is no overlap and 0 none to be seen.
 *
 * With dᵢⱼ = sign(xᵢ − yⱼ) and row and column means dᵢ·, d·ⱼ, the unbiased variance is
 * s² = (ny²Σ(dᵢ· − δ)² + nx²Σ(d·ⱼ − δ)² − ΣΣ(dᵢⱼ − δ)²)/(nx·ny(nx − 1)(ny − 1)), at least (1 − δ²)/(nx·ny − 1);
 * the interval is (δ − δ³ ± z·s√((1 − δ²)² + z²s²))/(1 − δ² + z²s²), which stays in [−1, 1] (Cliff 1996; Feng
 * and Cliff 2004). For δ = ±1 its inner end is ±(n − z²)/(n + z²), n the smaller size.
 *
 * @param x - At least 2 numbers.
 * @param y - At least 2 numbers.
 * @param options - `confidence`.
 * @returns `{ estimate, standardError, confidenceInterval }`.
 * @throws TypeError, RangeError for bad samples or options. O(n log n).
 * @example
 * stats.cliffsDelta([1, 2, 3], [2, 3, 4]).estimate // => -5 / 9
 * stats.cliffsDelta([5, 6], [1, 2]).estimate // => 1
 */
export function cliffsDelta(
  x: ReadonlyVector,
  y: ReadonlyVector,
  options: IntervalOptions = {},
): CliffsDelta {
  const caller = "cliffsDelta";
  requireVector(caller, "x", x, { minLength: 2 });
  requireVector(caller, "y", y, { minLength: 2 });
  requireTestOptions(caller, options, ["confidence"]);
  const tail = (1 - requireConfidence(caller, options.confidence)) / 2;
  const z2 = normal(0, 1).isf(tail) ** 2;
  const [n, m] = [x.length, y.length];
  const ofX = dominance(x, y);
  const ofY = dominance(y, x);
  const delta = ofX.reduce((a, b) => a + b, 0) / n;
  if (Math.abs(delta) === 1) {
    const least = Math.min(n, m);
    const inner = (delta * (least - z2)) / (least + z2);
    const confidenceInterval: Interval = delta > 0 ? [inner, 1] : [-1, inner];
    return { estimate: delta, standardError: 0, confidenceInterval };
  }
  const spread = (d: number[], about: number) => d.reduce((s, v) => s + (v - about) ** 2, 0);
  const { ties } = rankWithTies([...x, ...y]);
  const within = (sample: ReadonlyVector) =>
    rankWithTies(sample).ties.reduce((s, t) => s + t * t, 0);
  const tied = (ties.reduce((s, t) => s + t * t, 0) - within(x) - within(y)) / 2;
  const single = n * m - tied - n * m * delta * delta;
  const sum = m * m * spread(ofX, delta) + n * n * spread(ofY, -delta) - single;
  const least = (1 - delta * delta) / (n * m - 1);
  const s2 = Math.max(sum / (n * m * (n - 1) * (m - 1)), least);
  const room = 1 - delta * delta;
  const reach = Math.sqrt(z2 * s2 * (room * room + z2 * s2));
  const [middle, width] = [delta * room, room + z2 * s2];
  return summarised("Cliff's delta", {
    estimate: delta,
    standardError: Math.sqrt(s2),
    confidenceInterval: [(middle - reach) / width, (middle + reach) / width],
  });
}
