import { type Matrix, type Rng, requireNumber } from "../../core";
import { cholesky } from "../../linalg/flat";
import { covarianceOf, type Mixture } from "./mixture";

/**
 * Draws n samples from a mixture by ancestral sampling (MML 11.4.1): first the component, by its
 * weight, then x = μ_k + L_k z with z standard normal and Σ_k = L_k L_kᵀ.
 */
export function drawMixture(
  random: Rng,
  n: number,
  mixture: Mixture,
  means: Matrix,
): { X: Matrix; labels: number[] } {
  requireNumber("gmm.sample", "n", n, { min: 0, integer: true });
  const components = means.map((_, k) => k);
  const { D } = mixture;
  const roots = components.map((k) => cholesky(covarianceOf(mixture, k)).data);
  const labels = random.choice(components, { size: n, p: Array.from(mixture.weights) });
  const X = labels.map((k) => {
    const z = random.normal(0, 1, D);
    return means[k].map((m, i) => {
      let x = m;
      for (let j = 0; j <= i; j++) x += roots[k][i * D + j] * z[j];
      return x;
    });
  });
  return { X, labels };
}
