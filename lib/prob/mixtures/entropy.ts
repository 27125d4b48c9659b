import type { ContinuousDistribution, DiscreteDistribution } from "../factory/types";
import { integrateHalf } from "../numeric/integrateHalf";
import { type Part, weightedSum } from "./sums";

/** E[−ln p(X)] of a continuous mixture, each component's part as an integral over its probabilities u. */
export function integratedEntropy(
  parts: readonly Part<ContinuousDistribution>[],
  logpdf: (x: number) => number,
): number {
  const h = weightedSum(parts, (d) => integrateHalf((u) => -logpdf(d.ppf(u)) - logpdf(d.isf(u))));
  if (!Number.isFinite(h)) throw new RangeError("mixture.entropy: the integral diverges");
  return h;
}

/** As many values are summed. */
const MOST = 1e8;

/** −Σ p·ln p of a discrete mixture over the values that its components reach, each once. */
export function summedEntropy(
  parts: readonly Part<DiscreteDistribution>[],
  logpmf: (k: number) => number,
): number {
  const ranges = parts
    .map(({ d }) => ({ from: d.ppf(1e-300), to: d.isf(1e-300) }))
    .sort((a, b) => a.from - b.from);
  let sum = 0;
  let next = -Infinity;
  let count = 0;
  for (const { from, to } of ranges) {
    const start = Math.max(next, from);
    count += Math.max(0, to - start + 1);
    if (count > MOST) {
      throw new RangeError(`mixture.entropy: more than ${MOST} values are too many to sum`);
    }
    for (let k = start; k <= to; k++) {
      const log = logpmf(k);
      if (log > -Infinity) sum -= log * Math.exp(log);
    }
    next = Math.max(next, to + 1);
  }
  return sum;
}
