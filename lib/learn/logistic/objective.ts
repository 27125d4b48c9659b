import type { Matrix, Vector } from "../../core";
import { gramLower } from "../gram";
import { product, transposed } from "../product";

/**
 * The problem that is handed to the optimiser. Its variables are θ (K×P, row after row), one row of
 * weights for each class (one row in all for two classes); x holds the features in the coordinates of
 * `coordinates.ts`.
 */
export interface LogisticProblem {
  /** N×P, row-major. */
  x: Float64Array;
  N: number;
  P: number;
  /** Number of rows of θ: 1 for two classes, else the number of classes. */
  K: number;
  /** Class of each sample. */
  codes: Int32Array;
  /** Q (P×P): the penalty is ½ Σ_k θ_kᵀQθ_k. */
  penalty: Float64Array;
}

/** ln(1 + e^z) without overflow. */
const softplus = (z: number) => (z > 0 ? z + Math.log1p(Math.exp(-z)) : Math.log1p(Math.exp(z)));

/**
 * Loss of two classes. Turns logits z into residuals σ(z) − y in place and returns Σ ln(1 + e^z) − yz.
 */
function binaryLoss(z: Float64Array, codes: Int32Array): number {
  let loss = 0;
  for (let n = 0; n < z.length; n++) {
    const [v, y] = [z[n], codes[n]];
    loss += softplus(y === 1 ? -v : v);
    z[n] = (v > 0 ? 1 / (1 + Math.exp(-v)) : 1 - 1 / (1 + Math.exp(v))) - y;
  }
  return loss;
}

/**
 * Loss of K classes. Turns logits (N×K) into residuals softmax(z) − onehot(y) in place and returns
 * Σ ln Σ_k e^{z_k} − z_y.
 */
function multinomialLoss(z: Float64Array, K: number, codes: Int32Array): number {
  let loss = 0;
  for (let n = 0, at = 0; n < codes.length; n++, at += K) {
    let top = -Infinity;
    for (let k = 0; k < K; k++) if (z[at + k] > top) top = z[at + k];
    const own = z[at + codes[n]];
    let sum = 0;
    for (let k = 0; k < K; k++) {
      z[at + k] = Math.exp(z[at + k] - top);
      sum += z[at + k];
    }
    for (let k = 0; k < K; k++) z[at + k] /= sum;
    z[at + codes[n]] -= 1;
    loss += top + Math.log(sum) - own;
  }
  return loss;
}

/**
 * The objective per sample, its gradient and its Hessian:
 *
 *   f(θ) = (1/N) Σ_n loss_n(θ) + ½ Σ_k θ_kᵀQθ_k + (1/2K) Σ_j (Σ_k θ_kj)².
 *
 * The last term, for more than two classes, changes no minimum: a constant added to all rows of θ
 * changes no probability, and of all such θ this takes the one whose rows sum to 0.
 */
export function logisticObjective({ x, N, P, K, codes, penalty }: LogisticProblem) {
  const xt = transposed(x, N, P);
  const z = new Float64Array(N * K);
  const gradient = new Float64Array(P * K);
  const weights = new Float64Array(P * K);
  const pull = new Float64Array(P * K);

  /** Residuals into z; returns the mean loss. */
  const residuals = (theta: Vector): number => {
    for (let k = 0; k < K; k++) for (let j = 0; j < P; j++) weights[j * K + k] = theta[k * P + j];
    product(N, K, P, x, weights, z);
    return (K === 1 ? binaryLoss(z, codes) : multinomialLoss(z, K, codes)) / N;
  };
  const valueAndGrad = (theta: Vector): { value: number; grad: Vector } => {
    let value = residuals(theta);
    product(P, K, N, xt, z, gradient);
    product(P, K, P, penalty, weights, pull);
    const grad: Vector = new Array(K * P);
    for (let j = 0, p = 0; j < P; j++) {
      let mean = 0;
      if (K > 1) for (let k = 0; k < K; k++) mean += weights[p + k] / K;
      value += (K * mean * mean) / 2;
      for (let k = 0; k < K; k++, p++) {
        value += (weights[p] * pull[p]) / 2;
        grad[k * P + j] = gradient[p] / N + pull[p] + mean;
      }
    }
    return { value, grad };
  };

  const hessian = (theta: Vector): Matrix => {
    residuals(theta);
    const share = (n: number, k: number) => z[n * K + k] + (K > 1 && codes[n] === k ? 1 : 0);
    const H: Matrix = Array.from({ length: K * P }, () => new Array<number>(K * P).fill(0));
    const rows = new Float64Array(N * P);
    const block = new Float64Array(P * P);
    for (let k = 0; k < K; k++) {
      for (let l = 0; l <= k; l++) {
        for (let n = 0; n < N; n++) {
          const p = K === 1 ? z[n] + codes[n] : share(n, k);
          const weight = Math.sqrt(p * (k === l ? Math.max(1 - p, 0) : share(n, l)));
          for (let j = 0; j < P; j++) rows[n * P + j] = weight * x[n * P + j];
        }
        block.fill(0);
        gramLower(rows, N, P, block, (k === l ? 1 : -1) / N);
        for (let i = 0; i < P; i++) {
          for (let j = 0; j <= i; j++) {
            let v = block[i * P + j];
            if (i === j && K > 1) v += 1 / K;
            if (k === l) v += penalty[i * P + j];
            H[k * P + i][l * P + j] = v;
            H[k * P + j][l * P + i] = v;
            H[l * P + i][k * P + j] = v;
            H[l * P + j][k * P + i] = v;
          }
        }
      }
    }
    return H;
  };
  return { valueAndGrad, hessian };
}
