import { poisson } from "../../prob";
import { logSumUnimodal } from "./logConcave";

/**
 * ln Σₖ e^{−μ}μᵏ/k!·e^{logTail(k)}: the tail of a law whose shape depends on a Poisson variable. The terms are
 * added from the largest outwards, which need not be that of the likeliest k. About k they change over √k
 * at least, so that some hundred of them are enough.
 */
export function logPoissonMean(mu: number, logTail: (k: number) => number): number {
  if (mu === 0) return logTail(0);
  const { logpmf } = poisson(mu);
  const logTerm = (k: number) => logpmf(k) + logTail(k);
  return Math.min(0, logSumUnimodal(logTerm, Math.floor(mu), 0, Infinity, strideAt));
}

const strideAt = (peak: number) => Math.max(1, Math.floor(Math.sqrt(peak) / 12));
