import { jointLogDensities, normalise } from "./expectation";
import { maximise } from "./maximise";
import type { Mixture, Sample } from "./mixture";

/** One run of EM. */
export interface EmRun {
  mixture: Mixture;
  /** The objective before the first M-step and after each. */
  history: number[];
  converged: boolean;
}

/**
 * The E-step: responsibilities (K×N), and the objective Σ_n ln Σ_k π_k N(x_n | μ_k, Σ_k) exp(−p_k)
 * with the penalty p_k = ½ tr(ΛΣ_k⁻¹). With this penalty the M-step that adds Λ to each covariance is
 * the exact maximum, so that the objective never falls; without (Λ = 0) it is the log-likelihood.
 */
function expect(sample: Sample, mix: Mixture): { r: Float64Array; objective: number } {
  const { x, N } = sample;
  const r = jointLogDensities(x, N, mix);
  for (let k = 0; k < mix.K; k++) {
    const p = mix.penalty[k];
    if (p > 0) for (let i = k * N; i < (k + 1) * N; i++) r[i] -= p;
  }
  return { r, objective: normalise(r, N, mix.K, new Float64Array(N)) };
}

/**
 * EM (MML 11.3; Dempster, Laird & Rubin 1977) from a given mixture, which is overwritten, until the
 * objective per sample gains less than `tol` in a step.
 */
export function em(sample: Sample, mixture: Mixture, maxIter: number, tol: number): EmRun {
  let { r, objective } = expect(sample, mixture);
  const history = [objective];
  let converged = false;
  while (!converged && history.length <= maxIter) {
    maximise(sample, r, mixture);
    const before = objective;
    ({ r, objective } = expect(sample, mixture));
    history.push(objective);
    converged = Math.abs(objective - before) <= tol * sample.N;
  }
  return { mixture, history, converged };
}
