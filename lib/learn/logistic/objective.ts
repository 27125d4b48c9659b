import type { Matrix, ReadonlyVector, Vector } from "../../core";
import { blank, type Dense, gram, product, release, unpackVector } from "../../linalg/flat";

/**
 * The problem that is handed to the optimiser. Its variables are θ (K×P, row after row), one row of
 * weights for each class (one row in all for two classes); x holds the features in the coordinates of
 * `coordinates.ts`.
 */
export interface LogisticProblem {
  /** N×P. */
  X: Dense;
  /** Number of rows of θ: 1 for two classes, else the number of classes. */
  K: number;
  /** Class of each sample. */
  codes: Int32Array;
  /** Weight of each sample, > 0. Default 1. */
  weights?: Float64Array | undefined;
  /** Q (P×P): the penalty is ½ Σ_k θ_kᵀQθ_k. */
  penalty: Dense;
}

/** ln(1 + e^z) without overflow. */
const softplus = (z: number) => (z > 0 ? z + Math.log1p(Math.exp(-z)) : Math.log1p(Math.exp(z)));

/**
 * Loss of two classes. Turns logits z into residuals w(σ(z) − y) in place and returns Σ w(ln(1 + e^z) − yz).
 */
function binaryLoss(z: Float64Array, codes: Int32Array, weights?: Float64Array): number {
  let loss = 0;
  for (let n = 0; n < z.length; n++) {
    const [v, y] = [z[n], codes[n]];
    const weight = weights ? weights[n] : 1;
    loss += weight * softplus(y === 1 ? -v : v);
    z[n] = weight * ((v > 0 ? 1 / (1 + Math.exp(-v)) : 1 - 1 / (1 + Math.exp(v))) - y);
  }
  return loss;
}

/**
 * Loss of K classes. Turns logits (N×K) into residuals w(softmax(z) − onehot(y)) in place and returns
 * Σ w(ln Σ_k e^{z_k} − z_y).
 */
function multinomialLoss(
  z: Float64Array,
  K: number,
  codes: Int32Array,
  weights?: Float64Array,
): number {
  let loss = 0;
  for (let n = 0, at = 0; n < codes.length; n++, at += K) {
    let top = -Infinity;
    for (let k = 0; k < K; k++) if (z[at + k] > top) top = z[at + k];
    const own = z[at + codes[n]];
    let sum = 0;
    for (let p = at; p < at + K; p++) {
      const e = Math.exp(z[p] - top);
      z[p] = e;
      sum += e;
    }
    const share = 1 / sum;
    for (let p = at; p < at + K; p++) z[p] *= share;
    z[at + codes[n]] -= 1;
    const weight = weights ? weights[n] : 1;
    if (weight !== 1) for (let p = at; p < at + K; p++) z[p] *= weight;
    loss += weight * (top + Math.log(sum) - own);
  }
  return loss;
}

/**
 * The objective per sample, its gradient and its Hessian:
 *
 *   f(θ) = (1/N) Σ_n w_n loss_n(θ) + ½ Σ_k θ_kᵀQθ_k + (1/2K) Σ_j (Σ_k θ_kj)².
 *
 * The last term, for more than two classes, changes no minimum: a constant added to all rows of θ
 * changes no probability, and of all such θ this takes the one whose rows sum to 0.
 */
export function logisticObjective({ X, K, codes, penalty, weights }: LogisticProblem) {
  const { data: x, rows: N, cols: P } = X;
  const Z = blank(N, K);
  const z = Z.data;
  const gradient = blank(K, P);
  const pull = blank(K, P);
  const unflatten = (theta: ReadonlyVector): Dense => ({
    data: Float64Array.from(theta),
    rows: K,
    cols: P,
  });

  /** Residuals into Z; returns the mean loss. */
  const residuals = (Theta: Dense): number => {
    product(X, Theta, { transposeB: true, out: Z });
    return (K === 1 ? binaryLoss(z, codes, weights) : multinomialLoss(z, K, codes, weights)) / N;
  };
  const valueAndGrad = (theta: ReadonlyVector): { value: number; grad: Vector } => {
    const Theta = unflatten(theta);
    let value = residuals(Theta);
    product(Z, X, { transposeA: true, out: gradient });
    product(Theta, penalty, { out: pull });
    for (let p = 0; p < K * P; p++) {
      value += (Theta.data[p] * pull.data[p]) / 2;
      gradient.data[p] = gradient.data[p] / N + pull.data[p];
    }
    for (let j = 0; K > 1 && j < P; j++) {
      let mean = 0;
      for (let p = j; p < K * P; p += P) mean += Theta.data[p] / K;
      value += (K * mean * mean) / 2;
      for (let p = j; p < K * P; p += P) gradient.data[p] += mean;
    }
    return { value, grad: unpackVector(gradient.data, K * P) };
  };

  const hessian = (theta: ReadonlyVector): Matrix => {
    residuals(unflatten(theta));
    const own = (n: number) => (weights ? weights[n] : 1);
    const share = (n: number, k: number) =>
      z[n * K + k] / own(n) + (K > 1 && codes[n] === k ? 1 : 0);
    const H: Matrix = Array.from({ length: K * P }, () => new Array<number>(K * P).fill(0));
    const weighted = blank(N, P);
    const block = blank(P, P);
    for (let k = 0; k < K; k++) {
      for (let l = 0; l <= k; l++) {
        for (let n = 0, q = 0; n < N; n++) {
          const p = K === 1 ? z[n] / own(n) + codes[n] : share(n, k);
          const weight = Math.sqrt(own(n) * p * (k === l ? Math.max(1 - p, 0) : share(n, l)));
          for (let j = 0; j < P; j++, q++) weighted.data[q] = weight * x[q];
        }
        gram(weighted, { out: block });
        const c = (k === l ? 1 : -1) / N;
        for (let i = 0; i < P; i++) {
          for (let j = 0; j <= i; j++) {
            let v = c * block.data[i * P + j];
            if (i === j && K > 1) v += 1 / K;
            if (k === l) v += penalty.data[i * P + j];
            H[k * P + i][l * P + j] = v;
            H[k * P + j][l * P + i] = v;
            H[l * P + i][k * P + j] = v;
            H[l * P + j][k * P + i] = v;
          }
        }
      }
    }
    release(weighted, block);
    return H;
  };
  return { valueAndGrad, hessian };
}
