import type { Matrix, Vector } from "../../core";
import { cholesky, qr, transpose } from "../../linalg";
import { flatten, invertLower, unflatten } from "../flat";
import { gramLower } from "../gram";
import { columnMeans } from "../moments";
import { product, transposed } from "../product";

/** Features in which the optimiser works, and the way back to weights of the columns as given. */
export interface Coordinates {
  /** N×P, row-major; the last column is constant if there is an intercept. */
  x: Float64Array;
  P: number;
  /** Q (P×P): the penalty per sample on a row θ of weights is ½ θᵀQθ. */
  penalty: Float64Array;
  /** Weights w and constant b that belong to θ. */
  toWeights(theta: Vector): { w: Vector; b: number };
}

/** An orthonormal basis (D×N) of the rows of X where D > N: the weights lie in it, by the penalty. */
function rowSpace(X: Matrix): Matrix | null {
  return X[0].length > X.length ? qr(transpose(X)).Q : null;
}

/**
 * Features z = L⁻¹(x − x̄), where LLᵀ = κ·XᵀX/N + I/(CN) is the Hessian of the objective per sample at
 * the start, κ = ¼ for two classes and 1/M for M > 2: in them the Hessian starts as the identity,
 * whatever the units of the columns and however they are correlated, and it never exceeds M/2 times
 * that (Böhning 1992). The weights of the columns are w = L⁻ᵀθ.
 */
export function coordinates(
  A: Matrix,
  classes: number,
  C: number,
  intercept: boolean,
): Coordinates {
  const N = A.length;
  const mean = intercept ? columnMeans(A) : A[0].map(() => 0);
  const centred = A.map((row) => row.map((v, j) => v - mean[j]));
  const basis = rowSpace(centred);
  const D = Math.min(N, mean.length);
  let x = flatten(centred);
  if (basis) {
    const full = x;
    x = new Float64Array(N * D);
    product(N, D, mean.length, full, flatten(basis), x);
  }
  const curvature = classes === 2 ? 1 / 4 : 1 / classes;
  const H = new Float64Array(D * D);
  gramLower(x, N, D, H, curvature / N);
  let trace = 0;
  for (let i = 0; i < D; i++) trace += H[i * D + i];
  // A little on the diagonal: without penalty, or with one lost in rounding, H may be singular.
  const ridge = Math.max(1 / (C * N), 1e-12 * trace) || 1;
  for (let i = 0; i < D; i++) {
    H[i * D + i] += ridge;
    for (let j = 0; j < i; j++) H[j * D + i] = H[i * D + j];
  }
  const W = new Float64Array(D * D);
  invertLower(cholesky(unflatten(H, D)), W);
  const Wt = transposed(W, D, D);
  const z = new Float64Array(N * D);
  product(N, D, D, x, Wt, z);
  const Q = new Float64Array(D * D);
  product(D, D, D, W, Wt, Q);

  const P = D + (intercept ? 1 : 0);
  const unit = 1 / Math.sqrt(curvature);
  const features = new Float64Array(N * P).fill(unit);
  for (let n = 0; n < N; n++) features.set(z.subarray(n * D, (n + 1) * D), n * P);
  const penalty = new Float64Array(P * P);
  for (let i = 0; i < D; i++) {
    for (let j = 0; j < D; j++) penalty[i * P + j] = Q[i * D + j] / (C * N);
  }
  const toWeights = (theta: Vector) => {
    const v: Vector = new Array(D).fill(0);
    for (let i = 0; i < D; i++) for (let j = 0; j <= i; j++) v[j] += W[i * D + j] * theta[i];
    const w = basis ? basis.map((row) => row.reduce((s, q, i) => s + q * v[i], 0)) : v;
    const b = intercept ? w.reduce((s, wj, j) => s - wj * mean[j], unit * theta[D]) : 0;
    return { w, b };
  };
  return { x: features, P, penalty, toWeights };
}
