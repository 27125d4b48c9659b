import type { OnProgress, ReadonlyVector, Rng, Vector } from "../../core";

/** Options of `differentialEvolution`. */
export interface DifferentialEvolutionOptions {
  /** Members of the population for each variable. Default 15. */
  popSize?: number;
  /**
   * Stop when the values of all members lie within this share of what half of the first ones lay above the
   * best. Default 1e-8.
   */
  tol?: number;
  /** Stop, not converged, after so many generations. Default 1000. */
  maxIter?: number;
  /** Whether to finish with L-BFGS-B from the best member. Default true. */
  polish?: boolean;
  /** A point to be among the first members. Default: none. */
  x0?: ReadonlyVector;
  /** The stream of random numbers. Default: a fresh `rng(0)`. */
  rng?: Rng;
  /** Called after every generation, with the best f; `progress.handler(label)` makes a bar of it. */
  onProgress?: OnProgress;
}

/** One generation. */
export interface EvolutionHistoryEntry {
  /** The best member. */
  x: Vector;
  fun: number;
  /** How far the highest value lies above the best. */
  spread: number;
}

/** What `differentialEvolution` returns. */
export interface DifferentialEvolutionResult {
  x: Vector;
  fun: number;
  /** Number of generations. */
  nit: number;
  /** Number of evaluations of f, those of the polish included. */
  nfev: number;
  /** Whether the population has contracted to one value. */
  converged: boolean;
  message: string;
  history: EvolutionHistoryEntry[];
}
