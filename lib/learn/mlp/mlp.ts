import {
  type Matrix,
  type ReadonlyMatrix,
  requireVector,
  summarised,
  type Vector,
} from "../../core";
import { minimizeStochastic } from "../../optimize";
import { packData, packLike } from "../guards";
import { encodeLabels, type Label } from "../labels";
import type { FitReport } from "../report";
import { largest, softmax } from "../softmax";
import { drawLayers, forward, lossAndGrad, pack, unpack } from "./network";
import { type MlpOptions, readOptions, requireLayers } from "./options";

/** What `mlp` returns; `history` holds the loss over all samples, at the start and after each epoch. */
export interface Mlp<T extends Label> extends FitReport<{ loss: number }> {
  /** The labels, ascending; empty for regression. */
  classes: T[];
  /** Weights of the layers, W_l: inputs × outputs. */
  weights: Matrix[];
  /** Biases of the layers. */
  biases: Vector[];
  /** Mean loss over the samples, with the penalty, at the end. */
  loss: number;
  /** The most probable class, or the number, for each row. */
  predict(Xnew: ReadonlyMatrix): T[];
  /** Probability of each class, rows × classes. For classification only. */
  predictProba(Xnew: ReadonlyMatrix): Matrix;
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
  X: ReadonlyMatrix,
  y: readonly T[],
  options: MlpOptions = {},
): Mlp<T> {
  const caller = "mlp";
  const { rows: N, cols: D } = packData(caller, "X", X, 2);
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
  const start = options.init
    ? requireLayers(caller, options.init, sizes)
    : drawLayers(sizes, activation, random);
  const objective = (theta: Vector, batch: number[]) => {
    const rows = batch.map((n) => X[n]);
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
  const outputs = (method: string, Xnew: ReadonlyMatrix) => {
    packLike(`${caller}.${method}`, Xnew, D);
    return forward(Xnew, layers, activation);
  };
  return summarised("multilayer perceptron", {
    classes,
    ...layers,
    loss: best.fun,
    predict: (Xnew) =>
      task === "classify"
        ? largest(outputs("predict", Xnew), classes)
        : (outputs("predict", Xnew).map(([t]) => t) as T[]),
    predictProba: (Xnew) => {
      if (task === "regress") {
        throw new RangeError(`${caller}.predictProba: task must be "classify", got "regress"`);
      }
      return outputs("predictProba", Xnew).map(softmax);
    },
    converged: best.converged,
    nit: best.epochs.length - 1,
    message: best.message,
    history: best.epochs.map(({ fun }) => ({ loss: fun })),
  });
}
