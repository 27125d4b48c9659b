import type { Vector } from "../../core";
import { minimize } from "../../optimize";
import type { FitReport } from "../report";

/**
 * What the evidence of a linear model with whitened prior depends on: the features UDVᵀ have singular
 * values s, the targets have coordinates `along` in U, and `off` is the square of what lies outside.
 */
export interface Evidence {
  N: number;
  s: Float64Array;
  along: Float64Array;
  off: number;
}

/**
 * ln N(y | 0, r·UD²Uᵀ + σ²I) with its derivatives by ln r and ln σ². Along u_i the variance is
 * v_i = r s_i² + σ², across all other directions σ²:
 *
 *   −½ [N ln 2π + Σ_i (ln v_i + a_i²/v_i) + (N − n) ln σ² + off/σ²],   i = 1 … n.
 */
export function evidenceOf(
  { N, s, along, off }: Evidence,
  ratio: number,
  noise: number,
): { value: number; grad: [number, number] } {
  const left = N - s.length;
  let value = N * Math.log(2 * Math.PI) + left * Math.log(noise) + off / noise;
  let byRatio = 0;
  let byNoise = left - off / noise;
  s.forEach((si, i) => {
    const signal = ratio * si * si;
    const v = signal + noise;
    const misfit = 1 - along[i] ** 2 / v;
    value += Math.log(v) + along[i] ** 2 / v;
    byRatio += (signal / v) * misfit;
    byNoise += (noise / v) * misfit;
  });
  return { value: -value / 2, grad: [-byRatio / 2, -byNoise / 2] };
}

/** Share of the targets' mean square below which their noise counts as rounding. */
const EXACT = 1e-24;

/**
 * Type II maximum likelihood (MML 9.3.5): the ratio r and the noise σ² that make the evidence
 * greatest, over those that are not fixed, by BFGS in their logarithms.
 */
export function maximiseEvidence(
  data: Evidence,
  options: { ratio?: number | undefined; noise?: number | undefined; tol: number; maxIter: number },
): { ratio: number; noise: number; report: FitReport<{ logEvidence: number }> } {
  const { ratio, noise, tol, maxIter } = options;
  const { N, s, along, off } = data;
  const total = off + along.reduce((sum, a) => sum + a * a, 0);
  if (ratio !== undefined && noise !== undefined) {
    const history = [{ logEvidence: evidenceOf(data, ratio, noise).value }];
    const report = { converged: true, nit: 1, message: "solved directly", history };
    return { ratio, noise, report };
  }
  if (total === 0) {
    throw new RangeError(
      "bayesianLinearRegression: y must differ from the prior's prediction to estimate variances",
    );
  }
  // Start with noise and signal sharing the variance of the targets.
  const energy = s.reduce((sum, si) => sum + si * si, 0);
  const free = [ratio === undefined, noise === undefined];
  const start = [Math.log(energy > 0 ? total / (2 * energy) : 1), Math.log(total / (2 * N))];
  const read = (z: Vector) => {
    const at = z.slice();
    return [ratio ?? Math.exp(at.shift()!), noise ?? Math.exp(at.shift()!)];
  };
  const objective = (z: Vector) => {
    const [r, v] = read(z);
    const { value, grad } = evidenceOf(data, r, v);
    return { value: -value, grad: grad.filter((_, i) => free[i]).map((g) => -g) };
  };
  const x0 = start.filter((_, i) => free[i]);
  const best = minimize(objective, x0, { method: "bfgs", grad: true, tol, maxIter });
  const [r, v] = read(best.x);
  const floor = (EXACT * total) / N;
  if (noise === undefined && v < floor) {
    const { report, ...held } = maximiseEvidence(data, { ...options, noise: floor });
    const message = `the features reproduce y up to rounding: the evidence grows without bound as the noise vanishes, which is held at ${floor.toPrecision(2)}; give noiseVariance`;
    return { ...held, report: { ...report, converged: false, message } };
  }
  const report = {
    converged: best.converged,
    nit: best.nit,
    message: best.converged
      ? "the evidence is stationary in the variances"
      : `the variances were not found (${best.message})`,
    history: best.history.map(({ fun }) => ({ logEvidence: -fun })),
  };
  return { ratio: r, noise: v, report };
}
