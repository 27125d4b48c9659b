import { requireNumber } from "../core";
import { HALF_LOG_2PI, smallestReached } from "../core/special";
import { entropySum } from "./entropy/sum";
import { discrete } from "./factory/discrete";
import { tailFunctions } from "./factory/distribution";
import type { DiscreteDistribution } from "./factory/types";
import { logTableMass, type Table, tableTail } from "./special/kernels/hypergeometricTable";
import type { Tail } from "./special/kernels/tail";
import { logConcaveSampler } from "./variates/logConcave";

/**
 * Hypergeometric distribution: of M things n are of the first kind; N are drawn without putting back, and
 * X of them are of the first kind, P(X = k) = C(n, k)·C(M − n, N − k)/C(M, N). The arguments are those of
 * SciPy's `hypergeom`, in its order.
 *
 * The mass is had from Stirling's formula about the mean (Loader 2000), the tails from sums that start at
 * their largest term, which for large numbers become integrals (Euler and Maclaurin): 1e-12 of
 * relative error in either tail, and never more than a few thousand operations. Drawing takes about five
 * masses, for all parameters.
 *
 * Mean N·n/M, variance N·(n/M)(1 − n/M)·(M − N)/(M − 1). On max(0, n + N − M) ≤ k ≤ min(n, N).
 *
 * @param M - Number of things, a whole number in [1, 2⁵³ − 1].
 * @param n - How many of them are of the first kind, in [0, M].
 * @param N - Number of draws, in [0, M].
 * @throws RangeError if a parameter is out of its range.
 * @example
 * prob.hypergeometric(10, 4, 3).pmf([0, 3]) // => [20 / 120, 4 / 120]
 * prob.hypergeometric(52, 4, 5).mean // => 20 / 52
 * prob.hypergeometric(10, 4, 3).variance // => 3 * 0.4 * 0.6 * (7 / 9)
 */
export function hypergeometric(M: number, n: number, N: number): DiscreteDistribution {
  const NAME = "hypergeometric";
  requireNumber(NAME, "M", M, { min: 1, max: Number.MAX_SAFE_INTEGER, integer: true });
  requireNumber(NAME, "n", n, { min: 0, max: M, integer: true });
  requireNumber(NAME, "N", N, { min: 0, max: M, integer: true });
  const low = Math.max(0, N - (M - n));
  const high = Math.min(n, N);
  const mean = n * (N / M);
  const variance = low === high ? 0 : mean * ((M - n) / M) * ((M - N) / (M - 1));
  const table = (k: number): Table => ({ a: k, b: n - k, c: N - k, d: M - n - (N - k) });
  const mode = modeOf(table, (n + 1) * ((N + 1) / (M + 2)), low, high);
  const tail = (k: number): Tail => {
    if (k >= mode) {
      const above = table(k + 1);
      return { upper: true, logScale: logTableMass(above), factor: tableTail(above) };
    }
    const { a, b, c, d } = table(k);
    const factor = tableTail({ a: b, b: a, c: d, d: c });
    return { upper: false, logScale: logTableMass(table(k)), factor };
  };
  const tails = tailFunctions(tail);
  const logpmf = (k: number): number => {
    if (low === high) return 0;
    const log = logTableMass(table(k));
    if (log < -0.5) return log;
    // the mode; what it lacks of 1 says more than its own chance
    return Math.log1p(-(k > low ? tails.cdf(k - 1) : 0) - (k < high ? tails.sf(k) : 0));
  };
  return discrete({
    name: NAME,
    params: { M, n, N },
    support: [low, high],
    mean,
    variance,
    entropy: () => {
      // Edgeworth's expansion: the entropy of the normal law less skewness²/12
      if (variance > 1e6) {
        const tilt = ((M - 2 * n) / (M - 2)) * (M - 2 * N);
        const skewness = tilt / Math.sqrt(variance) / M;
        return HALF_LOG_2PI + 0.5 + 0.5 * Math.log(variance) - skewness ** 2 / 12;
      }
      return entropySum(logpmf, mode, low, high);
    },
    logpmf,
    tails,
    draw: logConcaveSampler(logpmf, mode, low, high),
  });
}

/** The smallest k whose chance is not below the next one's; from (n + 1)(N + 1)/(M + 2) on. */
function modeOf(table: (k: number) => Table, guess: number, low: number, high: number): number {
  const falls = (k: number) => {
    const { a, b, c, d } = table(k);
    return (b / (a + 1)) * (c / (d + 1)) <= 1;
  };
  return smallestReached(falls, guess, low, high);
}
