import {
  type OnProgress,
  type Rng,
  requireNumber,
  requireOneOf,
  requireOnProgress,
  requireOptions,
} from "../../core";
import { rngOrDefault } from "../guards";
import type { CovarianceType } from "./mixture";
import type { GmmStart } from "./start";

/** Options of `gmm`. */
export interface GmmOptions {
  /** Number of components K, 1 ≤ K ≤ N. Required. */
  nComponents: number;
  /**
   * What covariances may be: `"full"` (default): any; `"tied"`: any, the same for all components;
   * `"diag"`: diagonal; `"spherical"`: a multiple of the identity.
   */
  covarianceType?: CovarianceType;
  /** Start from this mixture instead of k-means (then there is one run). */
  init?: GmmStart;
  /** Number of runs from different k-means starts; the best is kept. Default 5. */
  nInit?: number;
  /** Stops when the mean log-likelihood per sample gains less than this in an iteration. Default 1e-6. */
  tol?: number;
  /** Most iterations in a run; 0 leaves the start as it is. Default 500. */
  maxIter?: number;
  /**
   * Keeps covariances from collapsing: this share of the variance of each column of X is added to
   * the variances of every component. Default 1e-6; 0 for plain maximum likelihood.
   */
  regCovar?: number;
  /** Where k-means draws its seeds from. Default `rng(0)`. */
  rng?: Rng;
  /** Called after every iteration, with the objective; `progress.handler(label)` makes a bar of it. */
  onProgress?: OnProgress;
}

/** Checks the options and fills in the defaults. */
export function readOptions(caller: string, options: GmmOptions, N: number) {
  requireOptions(caller, options, [
    "nComponents",
    "covarianceType",
    "init",
    "nInit",
    "tol",
    "maxIter",
    "regCovar",
    "rng",
    "onProgress",
  ]);
  const { nComponents, covarianceType = "full", init } = options;
  const { nInit = 5, tol = 1e-6, maxIter = 500, regCovar = 1e-6 } = options;
  requireNumber(caller, "nComponents", nComponents, { min: 1, max: N, integer: true });
  const types = ["full", "tied", "diag", "spherical"] as const;
  requireOneOf(caller, "covarianceType", covarianceType, types);
  requireNumber(caller, "nInit", nInit, { min: 1, integer: true });
  requireNumber(caller, "tol", tol, { min: 0 });
  requireNumber(caller, "maxIter", maxIter, { min: 0, integer: true });
  requireNumber(caller, "regCovar", regCovar, { min: 0 });
  const random = rngOrDefault(caller, options.rng);
  const onProgress = requireOnProgress(caller, options.onProgress);
  const rules = { nInit, tol, maxIter, regCovar };
  return { K: nComponents, type: covarianceType, init, ...rules, random, onProgress };
}
