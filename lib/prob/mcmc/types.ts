import type { Matrix, Rng, Vector } from "../../core";

/** Options that all samplers share. */
export interface SamplerOptions {
  /** Default `rng(0)`. */
  rng?: Rng;
  /** Draws kept of each chain. Default 1000. */
  steps?: number;
  /** Draws before these, thrown away, in which the sampler adapts. Default 1000. */
  warmup?: number;
  /** Number of chains. Default: one for each row of a matrix x0, 4 from a vector x0. */
  chains?: number;
  /** Typical size of each coordinate's deviations, or one for all: where adaptation starts. Default 1. */
  scale?: number | readonly number[];
  /** Whether warm-up adapts step and metric; without it they stay as given. Default true. */
  adapt?: boolean;
  /**
   * What warm-up learns of the shape of the target: "diagonal", the variances; "dense", the covariance
   * matrix, d² a step.
   */
  metric?: "diagonal" | "dense";
}

/** Draws of Markov chains and how they were made; `[c]` is chain c. */
export interface MarkovChains {
  /** chains × steps × coordinates. */
  draws: Matrix[];
  /** logDensity at each draw: chains × steps. */
  logDensity: Matrix;
  /** Mean probability with which the kept proposals were accepted. */
  acceptance: Vector;
  /** The step that warm-up settled on, in units of `covariance`. */
  stepSize: Vector;
  /** The covariance matrix that steps are shaped by, as warm-up left it: d×d for each chain. */
  covariance: Matrix[];
}

/** A point of a chain and the logarithm of the density there. */
export interface State {
  x: Vector;
  value: number;
}
