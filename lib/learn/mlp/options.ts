import {
  describeValue,
  type OnProgress,
  type ReadonlyVector,
  type Rng,
  requireNumber,
  requireOneOf,
  requireOnProgress,
  requireOptions,
  requireVector,
} from "../../core";
import { packSamples, rngOrDefault } from "../guards";
import type { Activation, Layers } from "./network";

/** Options of `mlp`. */
export interface MlpOptions {
  /** Units of each hidden layer. Default [32]; [] for none. */
  hidden?: ReadonlyVector;
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
  init?: Layers;
  /** Where weights and the order of samples are drawn from. Default `rng(0)`. */
  rng?: Rng;
  /** Called after every epoch, with the loss; `progress.handler(label)` makes a bar of it. */
  onProgress?: OnProgress;
}

/** Checks layers given by hand against the sizes of the network. */
export function requireLayers(caller: string, init: Layers, sizes: ReadonlyVector): Layers {
  requireOptions(`${caller}: init`, init, ["weights", "biases"]);
  for (const part of ["weights", "biases"] as const) {
    if (!Array.isArray(init[part]) || init[part].length !== sizes.length - 1) {
      throw new RangeError(
        `${caller}: init.${part} must hold ${sizes.length - 1} layers, got ${describeValue(init[part])}`,
      );
    }
  }
  sizes.slice(1).forEach((outputs, l) => {
    const shape = { rows: sizes[l], cols: outputs };
    packSamples(caller, `init.weights[${l}]`, init.weights[l], shape);
    requireVector(caller, `init.biases[${l}]`, init.biases[l], { length: outputs });
  });
  return init;
}

/** Checks the options and fills in the defaults. */
export function readOptions(caller: string, options: MlpOptions, N: number) {
  requireOptions(caller, options, [
    "hidden",
    "activation",
    "task",
    "epochs",
    "batchSize",
    "learningRate",
    "alpha",
    "tol",
    "init",
    "rng",
    "onProgress",
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
  const random = rngOrDefault(caller, options.rng);
  const size = Math.min(batchSize, N);
  const onProgress = requireOnProgress(caller, options.onProgress);
  const rules = { epochs, batchSize: size, learningRate, tol, ...(onProgress && { onProgress }) };
  return { hidden, activation, task, alpha, random, ...rules };
}
