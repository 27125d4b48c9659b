import { log1pmx } from "../../core/special";
import { dense, eigh, transpose } from "../../linalg/flat";
import { type CovarianceFactor, factorCovariance } from "../multivariate/covarianceFactor";
import type { MultivariateNormal } from "../multivariate/types";
import { scaleDivergence } from "./normal";

/**
 * ½(tr S − ln det(I + S)) of S = Lq⁻¹(Σp − Σq)Lq⁻ᵀ by its eigenvalues, for Σp close to Σq; undefined
 * elsewhere, where an eigenvalue of I + S may be lost.
 */
function nearby(p: MultivariateNormal, q: MultivariateNormal, Q: CovarianceFactor) {
  const n = p.dim;
  const E = dense(n, n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) E.data[i * n + j] = p.cov[i][j] - q.cov[i][j];
  }
  const S = Q.whiten(transpose(Q.whiten(E).W)).W;
  if (!S.data.every((v) => Math.abs(v) < 1)) return undefined;
  const { values } = eigh(S);
  if (values[0] < -0.5 || values[n - 1] > 0.5) return undefined;
  return values.reduce((sum, v) => sum - 0.5 * log1pmx(v), 0);
}

/**
 * The same with the triangular factors: M = Lq⁻¹Lp has the diagonal of their quotients, and
 * ½(‖M‖² − n) − Σ ln mᵢᵢ is a sum of terms none of which is negative.
 */
function apart(P: CovarianceFactor, Q: CovarianceFactor): number {
  const M = Q.whiten(P.root()).W;
  const n = M.rows;
  let sum = 0;
  for (let i = 0; i < n; i++) {
    sum += scaleDivergence(P.diagonal[i], Q.diagonal[i]);
    for (let j = 0; j < i; j++) sum += 0.5 * M.data[i * n + j] * M.data[i * n + j];
  }
  return sum;
}

/** ½·(tr(Σq⁻¹Σp) + (μp − μq)ᵀΣq⁻¹(μp − μq) − n + ln(det Σq/det Σp)). */
export function multivariateDivergence(p: MultivariateNormal, q: MultivariateNormal): number {
  if (p.dim !== q.dim) {
    throw new RangeError(
      `klDivergence: p and q must have the same dimension, got ${p.dim} and ${q.dim}`,
    );
  }
  const P = factorCovariance("klDivergence", p.cov, false);
  const Q = factorCovariance("klDivergence", q.cov, false);
  const distance = q.mahalanobis(p.mean);
  return 0.5 * distance * distance + (nearby(p, q, Q) ?? apart(P, Q));
}
