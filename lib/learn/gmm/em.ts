import { maxOf, type OnProgress } from "../../core";
import { jointLogDensities, normalise } from "./expectation";
import { maximise } from "./maximise";
import type { Mixture, Sample } from "./mixture";

/** Where EM stands. */
export interface GmmStep {
  /** Log-likelihood Σ_n ln p(x_n). */
  logLikelihood: number;
  /**
   * The same less the penalty ½ tr(ΛΣ_k⁻¹) on each component that comes with `regCovar` (none if that is
   * 0): what EM never lets fall.
   */
  objective: number;
}

/** One run of EM. */
export interface EmRun {
  mixture: Mixture;
  /** Before the first M-step and after each. */
  history: GmmStep[];
  /** The objective in the end. */
  objective: number;
  converged: boolean;
}

/**
 * The E-step: responsibilities (K×N), and the objective Σ_n ln Σ_k π_k N(x_n | μ_k, Σ_k) exp(−p_k)
 * with the penalty p_k = ½ tr(ΛΣ_k⁻¹). With this penalty the M-step that adds Λ to each covariance is
 * the exact maximum, so that the objective never falls; without (Λ = 0) it is the log-likelihood. From
 * the one to the other: ln Σ_k π_k N_k = ln Σ_k π_k N_k e^{−p_k} + ln Σ_k r_k e^{p_k}.
 */
function expect(sample: Sample, mix: Mixture): { r: Float64Array; step: GmmStep } {
  const N = sample.X.rows;
  const { K, penalty } = mix;
  const r = jointLogDensities(sample.X, mix, sample.squares);
  for (let k = 0; k < K; k++) {
    const p = penalty[k];
    if (p > 0) for (let i = k * N; i < (k + 1) * N; i++) r[i] -= p;
  }
  const objective = normalise(r, N, K, new Float64Array(N));
  const most = maxOf(penalty);
  if (most === 0) return { r, step: { logLikelihood: objective, objective } };
  let logLikelihood = objective + N * most;
  const factor = penalty.map((p) => Math.exp(p - most));
  for (let n = 0; n < N; n++) {
    let sum = 0;
    for (let k = 0, p = n; k < K; k++, p += N) sum += r[p] * factor[k];
    logLikelihood += Math.log(sum);
  }
  return { r, step: { logLikelihood, objective } };
}

/**
 * EM (MML 11.3; Dempster, Laird & Rubin 1977) from a given mixture, which is overwritten, until the
 * objective per sample gains less than `tol` in a step.
 */
export function em(
  sample: Sample,
  mixture: Mixture,
  maxIter: number,
  tol: number,
  onProgress?: OnProgress,
): EmRun {
  let { r, step } = expect(sample, mixture);
  const history = [step];
  let converged = false;
  while (!converged && history.length <= maxIter) {
    maximise(sample, r, mixture);
    const before = step.objective;
    ({ r, step } = expect(sample, mixture));
    history.push(step);
    onProgress?.({ iteration: history.length - 1, of: maxIter, value: step.objective });
    converged = Math.abs(step.objective - before) <= tol * sample.X.rows;
  }
  return { mixture, history, objective: step.objective, converged };
}
