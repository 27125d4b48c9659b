import {
  add,
  logSoftmax,
  matmul,
  mul,
  type Operand,
  pow,
  relu,
  sigmoid,
  sub,
  sum,
  type Tracked,
  tanh,
  valueAndGrad,
} from "../../calculus";
import type { Matrix, ReadonlyMatrix, ReadonlyVector, Rng, Vector } from "../../core";

/** What a hidden unit does with its input. */
export type Activation = "relu" | "tanh" | "sigmoid";

const ACTIVATIONS: Record<Activation, (z: never) => unknown> = { relu, tanh, sigmoid };

/** Weights W_l (inputs × outputs) and biases b_l of the layers. */
export interface Layers {
  weights: Matrix[];
  biases: Vector[];
}

/**
 * Weights at random, so that signals keep their size from layer to layer: normal with variance 2/inputs
 * for relu (He et al. 2015), 2/(inputs + outputs) else (Glorot & Bengio 2010). Biases 0.
 */
export function drawLayers(sizes: ReadonlyVector, activation: Activation, random: Rng): Layers {
  const weights = sizes.slice(1).map((outputs, l) => {
    const variance = 2 / (activation === "relu" ? sizes[l] : sizes[l] + outputs);
    return Array.from({ length: sizes[l] }, () => random.normal(0, Math.sqrt(variance), outputs));
  });
  return { weights, biases: sizes.slice(1).map((outputs) => new Array<number>(outputs).fill(0)) };
}

/** All parameters in one vector: W₁ row by row, b₁, W₂, b₂, … */
export function pack({ weights, biases }: Layers): Vector {
  const theta: Vector = [];
  const add = (row: ReadonlyVector) => {
    for (let j = 0; j < row.length; j++) theta.push(row[j]);
  };
  weights.forEach((W, l) => {
    W.forEach(add);
    add(biases[l]);
  });
  return theta;
}

/** The layers from that vector. */
export function unpack(theta: ReadonlyVector, sizes: ReadonlyVector): Layers {
  let at = 0;
  const take = (n: number) => {
    at += n;
    return theta.slice(at - n, at);
  };
  const layers: Layers = { weights: [], biases: [] };
  sizes.slice(1).forEach((outputs, l) => {
    layers.weights.push(Array.from({ length: sizes[l] }, () => take(outputs)));
    layers.biases.push(take(outputs));
  });
  return layers;
}

/**
 * The outputs of the network, φ(…φ(XW₁ + b₁)…)W_L + b_L, a row for each row of X: plain for plain
 * layers, on the tape for tracked ones.
 */
function outputs(
  X: ReadonlyMatrix,
  weights: readonly Operand[],
  biases: readonly Operand[],
  activation: Activation,
): unknown {
  const unit = ACTIVATIONS[activation];
  let H: unknown = X;
  weights.forEach((W, l) => {
    const Z: unknown = add(matmul(H as Operand, W) as Operand, biases[l]);
    H = l === weights.length - 1 ? Z : unit(Z as never);
  });
  return H;
}

/** The outputs for plain layers. */
export const forward = (X: ReadonlyMatrix, layers: Layers, activation: Activation): Matrix =>
  X.length === 0 ? [] : (outputs(X, layers.weights, layers.biases, activation) as Matrix);

/**
 * Mean loss over samples plus ½α Σ|W_l|², with its gradient by backpropagation (MML 5.6) on the tape.
 * The loss of a sample is −ln softmax(output)·target for classes (targets one-hot), and
 * ½|output − target|² for numbers.
 */
export function lossAndGrad(
  layers: Layers,
  X: ReadonlyMatrix,
  targets: Matrix,
  activation: Activation,
  task: "classify" | "regress",
  alpha: number,
): { value: number; grad: Layers } {
  const L = layers.weights.length;
  const part = <V>(p: Record<string, V>, name: string) =>
    Array.from({ length: L }, (_, l) => p[`${name}${l}`]);
  const loss = (p: Record<string, Tracked>): Tracked => {
    const weights = part(p, "W");
    const Z = outputs(X, weights, part(p, "b"), activation) as Tracked;
    const data =
      task === "classify"
        ? mul(sum(mul(logSoftmax(Z), targets)), -1 / X.length)
        : mul(sum(pow(sub(Z, targets), 2)), 0.5 / X.length);
    return weights.reduce((total, W) => add(total, mul(sum(mul(W, W)), alpha / 2)), data);
  };
  const point: Record<string, Matrix | Vector> = {};
  layers.weights.forEach((W, l) => {
    point[`W${l}`] = W;
    point[`b${l}`] = layers.biases[l];
  });
  const { value, grad } = valueAndGrad(loss)(point);
  const slopes = grad as Record<string, Matrix | Vector>;
  return {
    value,
    grad: { weights: part(slopes, "W") as Matrix[], biases: part(slopes, "b") as Vector[] },
  };
}
