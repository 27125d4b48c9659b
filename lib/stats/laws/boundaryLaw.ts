import type { ReadonlyVector } from "../../core";
import { poisson } from "../../prob";

/** Poisson weights this much below the largest are left out: no sum notices. */
const NEGLIGIBLE = 1e-60;

/** The weights e^{−μ}μʲ/j! from j = 0 to where they no longer count, or to `most`. */
function poissonWeights(mu: number, most: number): number[] {
  const w = [Math.exp(-mu)];
  for (let j = 1; j <= most; j++) {
    const next = (w[j - 1] * mu) / j;
    if (j > mu && next < NEGLIGIBLE) break;
    w.push(next);
  }
  return w;
}

/** Where the number of points so far has to lie in [low, high] at time t. */
interface Gate {
  t: number;
  low: number;
  high: number;
}

/** The bounds of the order statistics as gates for the number of points up to t, in order of t. */
function gatesOf(lower: ReadonlyVector, upper: ReadonlyVector): Gate[] {
  const n = lower.length;
  const events: Gate[] = [];
  for (let i = 0; i < n; i++) {
    if (lower[i] > 0) events.push({ t: lower[i], low: 0, high: i });
    if (upper[i] < 1) events.push({ t: upper[i], low: i + 1, high: n });
  }
  events.sort((a, b) => a.t - b.t);
  const gates: Gate[] = [];
  for (const { t, low, high } of events) {
    const gate = gates[gates.length - 1];
    if (gate?.t === t) {
      gate.low = Math.max(gate.low, low);
      gate.high = Math.min(gate.high, high);
    } else {
      gates.push({ t, low, high });
    }
  }
  return gates;
}

/**
 * The chance that the order statistics of n uniform variables on (0, 1) do not all keep their bounds
 * lowerᵢ < U₍ᵢ₎ ≤ upperᵢ: the law behind every one-sample Kolmogorov–Smirnov test, whether the
 * distribution function is continuous or has jumps.
 *
 * A Poisson process of rate n is followed from bound to bound; what leaves the band is weighed with the
 * chance that the process ends at n points, and summed. All terms are positive, so that small chances
 * keep their digits, which 1 − (chance of staying) would lose (after Moscovich and Nadler 2017; the use
 * for laws with jumps is Dimitrova, Kaishev and Tan's, 2020). O(n) convolutions over the band.
 *
 * @param lower - n ascending bounds, 0 for none.
 * @param upper - n ascending bounds, 1 for none.
 */
export function boundaryCrossing(lower: ReadonlyVector, upper: ReadonlyVector): number {
  const n = lower.length;
  const end = poisson(n).pmf(n);
  let before = 0;
  let start = 0; // the count that alive[0] belongs to
  let alive = [1];
  let crossed = 0;
  for (const { t, low, high } of gatesOf(lower, upper)) {
    const w = poissonWeights(n * (t - before), n);
    const left = n * (1 - t);
    const next: number[] = [];
    // chance of the n − k points that are still to come, falling or rising with k by a known factor
    let ending = poisson(left).pmf(n - start) / end;
    for (let k = start; k <= Math.min(n, start + alive.length - 1 + w.length - 1); k++) {
      const [from, to] = [
        Math.max(0, k - start - w.length + 1),
        Math.min(alive.length - 1, k - start),
      ];
      let mass = 0;
      for (let i = from; i <= to; i++) mass += alive[i] * w[k - start - i];
      if (k < low || k > high) crossed += mass * ending;
      else next.push(mass);
      ending *= (n - k) / left;
    }
    start = Math.max(start, low);
    alive = next;
    before = t;
    if (alive.length === 0) break;
  }
  return Math.min(1, crossed);
}
