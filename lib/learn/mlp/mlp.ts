import {
  describeValue,
  type Matrix,
  type Rng,
  requireNumber,
  requireOneOf,
  requireOptions,
  requireVector,
  type Vector,
} from "../../core";
import { minimizeStochastic } from "../../optimize";
import { requireLike, requireRng, requireSamples } from "../guards";
import { encodeLabels, type Label } from "../labels";
import type { FitReport } from "../report";
import { largest, softmax } from "../softmax";
import {
  type Activation,
  drawLayers,
  forward,
  type Layers,
  lossAndGrad,
  pack,
  unpack,
} from "./network";

/** Options of `mlp`. */
export interface MlpOptions {
  /** Units of each hidden layer. Default [32]; [] for none. */
  hidden?: readonly number[];
  /** `"relu"` (default), `"tanh"` or `"sigmoid"`. */
  activation?: Activation;
  /** `"classify"` (default): y holds labels; `"regress"`: y holds numbers. */
  task?: "classify" | "regress";
  /** Passes through the data. Default 100. */
  epochs?: number;
  /** Samples in a batch, at most N. Default 32. */
  batchSize?: number;
  /** Step length of Adam. Default 1e-3. */
  learningRate?: number;
  /** Penalty ½α Σ|W|² on the weights. Default 1e-4. */
  alpha?: number;
  /** Stops when no derivative of the loss over all samples exceeds this. Default 1e-5. */
  tol?: number;
  /** Start from these layers instead of random ones. */
  start?: Layers;
  /** Where weights and the order of samples are drawn from. Default `rng(0)`. */
  rng?: Rng;
}

/** What `mlp` returns; `history` holds the loss over all samples, at the start and after each epoch. */
export interface Mlp<T extends Label> extends FitReport {
  /** The labels, ascending; empty for regression. */
  classes: T[];
  /** Weights of the layers, W_l: inputs × outputs. */
  weights: Matrix[];
  /** Biases of the layers. */
  biases: Vector[];
  /** Mean loss over the samples, with the penalty, at the end. */
  loss: number;
  /** The most probable class, or the number, for each row. */
  predict(Xnew: readonly (readonly number[])[]): T[];
  /** Probability of each class, rows × classes. For classification only. */
  predictProba(Xnew: readonly (readonly number[])[]): Matrix;
}

/** Checks layers given by hand against the sizes of the network. */
function requireLayers(caller: string, start: Layers, sizes: readonly number[]): Layers {
  requireOptions(`${caller}: start`, start, ["weights", "biases"]);
  for (const part of ["weights", "biases"] as const) {
    if (!Array.isArray(start[part]) || start[part].length !== sizes.length - 1) {
      throw new RangeError(
        `${caller}: start.${part} must hold ${sizes.length - 1} layers, got ${describeValue(start[part])}`,
      );
    }
  }
  sizes.slice(1).forEach((outputs, l) => {
    const shape = { rows: sizes[l], cols: outputs };
    requireSamples(caller, `start.weights[${l}]`, start.weights[l], shape);
    requireVector(caller, `start.biases[${l}]`, start.biases[l], { length: outputs });
  });
  return start;
}

function readOptions(caller: string, options: MlpOptions, N: number) {
  requireOptions(caller, options, [
    "hidden",
    "activation",
    "task",
    "epochs",
    "batchSize",
    "learningRate",
    "alpha",
    "tol",
    "start",
    "rng",
  ]);
  const { hidden = [32], activation = "relu", task = "classify", epochs = 100 } = options;
  const { batchSize = 32, learningRate = 1e-3, alpha = 1e-4, tol = 1e-5 } = options;
  requireVector(caller, "hidden", hidden).forEach((units, l) => {
    requireNumber(caller, `hidden[${l}]`, units, { min: 1, integer: true });
  });
  requireOneOf(caller, "activation", activation, ["relu", "tanh", "sigmoid"]);
  requireOneOf(caller, "task", task, ["classify", "regress"]);
  requireNumber(caller, "epochs", epochs, { min: 1, integer: true });
  requireNumber(caller, "batchSize", batchSize, { min: 1, integer: true });
  requireNumber(caller, "learningRate", learningRate, { above: 0 });
  requireNumber(caller, "alpha", alpha, { min: 0 });
  requireNumber(caller, "tol", tol, { min: 0 });
  const random = requireRng(caller, options.rng);
  const size = Math.min(batchSize, N);
  return { hidden, activation, task, epochs, batchSize: size, learningRate, alpha, tol, random };
}

/**
 * Multilayer perceptron, a neural network of fully connected layers: x ↦ φ(…φ(xW₁ + b₁)…)W_L + b_L
 * with φ entry by entry (MML 5.6.1), the outputs through softmax for classes.
 *
 * The loss, mean cross-entropy or half the mean squared error plus ½α Σ|W|², is written down with the
 * operations of `calculus`, whose tape gives the gradient by backpropagation; Adam (Kingma & Ba 2015)
 * follows it over mini-batches in an order drawn anew in each epoch. The loss is not convex: runs of
 * different seeds end in different minima, and `converged` is true only where the gradient vanishes,
 * which few runs reach. Columns should be in like units; `standardize` first.
 *
 * @param X - Data, N×D, a row a sample.
 * @param y - Labels (or numbers for `task: "regress"`), length N.
 * @returns `{ classes, weights, biases, loss, predict, predictProba, converged, nit, message, history }`;
 * see {@link Mlp}. `nit` counts the epochs.
 * @throws RangeError if lengths differ, y holds one class only, or the data hold NaN.
 * Cost O(N·parameters) an epoch.
 * @example
 * learn.mlp([[-2], [-1], [1], [2]], ["no", "no", "yes", "yes"], { hidden: [], learningRate: 0.1 }).predict([[3]]) // => ["yes"]
 */
export function mlp<T extends Label>(
  X: readonly (readonly number[])[],
  y: readonly T[],
  options: MlpOptions = {},
): Mlp<T> {
  const caller = "mlp";
  const A = requireSamples(caller, "X", X, { minRows: 2 });
  const [N, D] = [A.length, A[0].length];
  const { hidden, activation, task, alpha, random, ...rules } = readOptions(caller, options, N);
  const rule = { length: N, lengthOf: "rows of X" };
  let classes: T[] = [];
  let targets: Matrix;
  if (task === "classify") {
    const encoded = encodeLabels(caller, "y", y, { ...rule, minClasses: 2 });
    classes = encoded.classes;
    targets = Array.from(encoded.codes, (code) => classes.map((_, k) => (k === code ? 1 : 0)));
  } else targets = requireVector(caller, "y", y, rule).map((t) => [t]);

  const sizes = [D, ...hidden, targets[0].length];
  const start = options.start
    ? requireLayers(caller, options.start, sizes)
    : drawLayers(sizes, activation, random);
  const objective = (theta: Vector, batch: number[]) => {
    const rows = batch.map((n) => A[n]);
    const wanted = batch.map((n) => targets[n]);
    const layers = unpack(theta, sizes);
    try {
      const { value, grad } = lossAndGrad(layers, rows, wanted, activation, task, alpha);
      return { value, grad: pack(grad) };
    } catch (error) {
      // The tape refuses to go on with numbers that overflow; the optimiser then reports it.
      if (!(error instanceof RangeError)) throw error;
      return { value: Number.NaN, grad: theta.map(() => Number.NaN) };
    }
  };
  const best = minimizeStochastic(objective, pack(start), {
    ...rules,
    samples: N,
    rng: random,
    method: "adam",
    grad: true,
    historyEvery: Infinity,
  });
  const layers = unpack(best.x, sizes);
  const proba = (method: string, Xnew: readonly (readonly number[])[]) =>
    forward(requireLike(`${caller}.${method}`, Xnew, D), layers, activation).map(softmax);
  return {
    classes,
    ...layers,
    loss: best.fun,
    predict: (Xnew) =>
      task === "classify"
        ? largest(proba("predict", Xnew), classes)
        : (forward(requireLike(`${caller}.predict`, Xnew, D), layers, activation).map(
            ([t]) => t,
          ) as T[]),
    predictProba: (Xnew) => {
      if (task === "regress") {
        throw new RangeError(`${caller}.predictProba: task must be "classify", got "regress"`);
      }
      return proba("predictProba", Xnew);
    },
    converged: best.converged,
    nit: best.epochs.length - 1,
    message: best.message,
    history: best.epochs.map(({ fun }) => fun),
  };
}
