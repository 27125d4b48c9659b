import type { Rng } from "../../core";
import type { Dense } from "../../linalg/flat";
import { canonicalRows } from "./canonical";
import { canonical, emStep, logLikelihoodOf, type Parameters } from "./ppcaSteps";
import { spectrum } from "./spectrum";

/** A fitted model, with the log-likelihood of each iteration. */
export interface PpcaFit extends Parameters {
  logLikelihoods: number[];
  converged: boolean;
}

/**
 * The closed form: σ² the mean of the discarded variances, b_m = √(λ_m − σ²)·u_m. Null if M directions
 * hold all the variance, up to rounding: then the likelihood has no bound.
 */
export function closedForm(X: Dense, energy: number, M: number): PpcaFit | null {
  const { rows: N, cols: D } = X;
  if (M > N - 2) return null;
  const { directions, s } = spectrum(X, "auto", M);
  const variances = s.map((v) => v ** 2 / N);
  let left = variances.subarray(M).reduce((sum, v) => sum + v, 0);
  // Where only M of them were computed, the rest is what they leave of the total.
  if (s.length === M) left = energy / N - variances.reduce((sum, v) => sum + v, 0);
  if (!(left > 1e-12 * (energy / N))) return null;
  const noise = left / (D - M);
  const axes = canonicalRows({ ...directions, rows: M });
  const B: Dense = { data: new Float64Array(D * M), rows: D, cols: M };
  for (let m = 0; m < M; m++) {
    const length = Math.sqrt(Math.max(variances[m] - noise, 0));
    for (let d = 0; d < D; d++) B.data[d * M + m] = length * axes.data[m * D + d];
  }
  const at = { B, noise };
  return { ...at, logLikelihoods: [logLikelihoodOf(X, energy, at)], converged: true };
}

/** EM from loadings drawn at random, until the log-likelihood per sample gains at most `tol` in a step. */
export function byEm(
  X: Dense,
  energy: number,
  M: number,
  options: { tol: number; maxIter: number; random: Rng },
): PpcaFit {
  const { rows: N, cols: D } = X;
  const { tol, maxIter, random } = options;
  const size = Math.sqrt(energy / (N * D));
  const drawn = Float64Array.from(random.normal(0, size, D * M));
  let at: Parameters = { B: { data: drawn, rows: D, cols: M }, noise: size * size };
  let now = logLikelihoodOf(X, energy, at);
  const logLikelihoods = [now];
  let converged = false;
  while (!converged && logLikelihoods.length <= maxIter) {
    at = emStep(X, energy, at);
    const before = now;
    now = logLikelihoodOf(X, energy, at);
    logLikelihoods.push(now);
    converged = now - before <= tol * N;
  }
  return { B: canonical(at.B), noise: at.noise, logLikelihoods, converged };
}
