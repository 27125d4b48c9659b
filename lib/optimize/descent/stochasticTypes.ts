import type { OnProgress, Rng, Vector } from "../../core";
import type { MinimizeResult } from "../types";
import type { FirstOrderMethod, FirstOrderOptions } from "./updateRules";

/** The mean loss over a batch, which is given by the indices of its samples. */
export type BatchScalar = (x: Vector, batch: number[]) => number;

/** A batch function that returns its value and its gradient at once. */
export type BatchValueAndGradient = (x: Vector, batch: number[]) => { value: number; grad: Vector };

/** Options of `minimizeStochastic`. */
export interface StochasticOptions extends FirstOrderOptions {
  /** How many samples there are; batches hold indices 0, …, samples − 1. */
  samples: number;
  /** The stream that shuffles them. Default: a fresh `rng(0)`. */
  rng?: Rng;
  /** Default "gradientDescent", which here is called stochastic gradient descent. */
  method?: FirstOrderMethod;
  /** The gradient over a batch, x, batch ↦ ∇f; or `true` if f returns { value, grad }. Default: differences. */
  grad?: ((x: Vector, batch: number[]) => Vector) | true;
  /** Samples in a batch; the last one of an epoch may be smaller. Default 32. */
  batchSize?: number;
  /** Passes through all samples. Default 10. */
  epochs?: number;
  /**
   * Stop after an epoch when the largest |∂f/∂xᵢ| over all samples is at most this; or this times the
   * largest so far, where that is less than 1. Default 1e-6.
   */
  tol?: number;
  /** Keep every so-manieth step in `history`. Default 1. */
  historyEvery?: number;
  /** Called after every epoch, with f over all samples; `progress.handler(label)` makes a bar of it. */
  onProgress?: OnProgress;
}

/** One epoch: the loss and its gradient over all samples. */
export interface Epoch {
  x: Vector;
  fun: number;
  gradNorm: number;
}

/** What `minimizeStochastic` returns: as `minimize`, and the losses over all samples. */
export interface StochasticResult extends MinimizeResult {
  /** Before the first epoch and after each one. */
  epochs: Epoch[];
}
