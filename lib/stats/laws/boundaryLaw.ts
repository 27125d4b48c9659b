import type { ReadonlyVector } from "../../core";
import { logDeviation, stirlingError } from "../../core/special";
import { factorial } from "./counting";

/** e^{−μ}μᵏ/k!, without cancellation (Loader 2000): what prob.poisson(μ).pmf(k) says, unwrapped. */
function poissonPmf(k: number, mu: number): number {
  if (k < 10) return (Math.exp(-mu) * mu ** k) / factorial(k);
  return Math.exp(k * logDeviation(mu, k) - stirlingError(k)) / Math.sqrt(2 * Math.PI * k);
}

/**
 * e^{−μ}μᵏ/k! for k = from, …, to, outward from where it is largest, so that none is 0 for want of those
 * before it; upwards only until it has fallen to `least`.
 */
function poissonRange(mu: number, from: number, to: number, least = 0): number[] {
  const p = new Array<number>(to - from + 1).fill(0);
  const mode = Math.min(to, Math.max(from, Math.floor(mu)));
  p[mode - from] = poissonPmf(mode, mu);
  for (let k = mode + 1; k <= to && p[k - 1 - from] > least; k++) {
    p[k - from] = (p[k - 1 - from] * mu) / k;
  }
  for (let k = mode - 1; k >= from; k--) p[k - from] = (p[k + 1 - from] * (k + 1)) / mu;
  return p;
}

/** The weights e^{−μ}μʲ/j! from j = 0 to where they have fallen to `least`, or to `most`. */
function poissonWeights(mu: number, most: number, least: number): number[] {
  const w = poissonRange(mu, 0, most, least);
  let end = w.length;
  while (end > 1 && w[end - 1] <= least && end - 1 > mu) end--;
  return w.slice(0, end);
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

/** The chance that n points break a gate, without steps of the process whose weight is below `least`. */
function follow(n: number, gates: readonly Gate[], least: number): number {
  const end = poissonPmf(n, n);
  let before = 0;
  let start = 0; // the count that alive[0] belongs to
  let alive = [1];
  let crossed = 0;
  for (const { t, low, high } of gates) {
    const w = poissonWeights(n * (t - before), n, least);
    const next: number[] = [];
    const most = Math.min(n, start + alive.length + w.length - 2);
    // the chance that the n − k points to come after k do come
    const coming = poissonRange(n * (1 - t), n - most, n - start);
    for (let k = start; k <= most; k++) {
      const from = Math.max(0, k - start - w.length + 1);
      const to = Math.min(alive.length - 1, k - start);
      let mass = 0;
      for (let i = from; i <= to; i++) mass += alive[i] * w[k - start - i];
      if (k < low || k > high) crossed += (mass * coming[most - k]) / end;
      else next.push(mass);
    }
    start = Math.max(start, low);
    alive = next;
    before = t;
    if (alive.length === 0) break;
  }
  return crossed;
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
  const gates = gatesOf(lower, upper);
  const crossed = follow(lower.length, gates, 1e-40);
  // so small a chance may be one of large steps: none is then left out
  return Math.min(1, crossed > 1e-20 ? crossed : follow(lower.length, gates, 0));
}
