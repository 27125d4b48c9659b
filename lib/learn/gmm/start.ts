import {
  describeValue,
  type ReadonlyMatrix,
  type ReadonlyVector,
  type Rng,
  requireNumber,
  requireOptions,
  requireVector,
} from "../../core";
import { packSamples } from "../guards";
import { lloyd, lloydOn } from "../kMeans/lloyd";
import { kMeansSeeds } from "../kMeans/seeds";
import { addToRows, pickRows } from "../rows";
import { maximise } from "./maximise";
import {
  type CovarianceType,
  emptyMixture,
  factorise,
  isDense,
  type Mixture,
  type Sample,
} from "./mixture";

/** Where EM starts, when given by hand. */
export interface GmmStart {
  /** K weights that sum to 1. */
  weights: ReadonlyVector;
  /** K×D. */
  means: ReadonlyMatrix;
  /** K matrices, D×D each, of the form that `covarianceType` asks for. */
  covariances: readonly ReadonlyMatrix[];
}

/** Checks a start given by hand and puts it in flat storage, means relative to `origin`. */
export function mixtureFrom(
  caller: string,
  init: GmmStart,
  type: CovarianceType,
  K: number,
  sample: Sample,
  origin: Float64Array,
): Mixture {
  const D = sample.X.cols;
  const ofK = { length: K, lengthOf: "nComponents" };
  requireOptions(`${caller}: init`, init, ["weights", "means", "covariances"]);
  requireVector(caller, "init.weights", init.weights, ofK);
  init.weights.forEach((w, k) => {
    requireNumber(caller, `init.weights[${k}]`, w, { above: 0 });
  });
  const sum = init.weights.reduce((s, w) => s + w, 0);
  if (Math.abs(sum - 1) > 1e-9) {
    throw new RangeError(`${caller}: init.weights must sum to 1, they sum to ${sum}`);
  }
  const shape = { rows: K, rowsOf: "nComponents", cols: D, colsOf: "columns of X" };
  const means = packSamples(caller, "init.means", init.means, shape);
  if (!Array.isArray(init.covariances) || init.covariances.length !== K) {
    throw new RangeError(
      `${caller}: init.covariances must be ${K} matrices (nComponents), got ${describeValue(init.covariances)}`,
    );
  }
  const mix = emptyMixture(type, K, D);
  mix.weights.set(init.weights);
  mix.means = addToRows(means, origin, -1);
  init.covariances.forEach((S, k) => {
    const name = `init.covariances[${k}]`;
    packSamples(caller, name, S, { rows: D, cols: D, rowsOf: "columns of X" });
    const wrong = (i: number, j: number) =>
      type === "full"
        ? false
        : type === "tied"
          ? S[i][j] !== init.covariances[0][i][j]
          : i !== j
            ? S[i][j] !== 0
            : type === "spherical" && S[i][i] !== S[0][0];
    for (let i = 0; i < D; i++) {
      for (let j = 0; j < D; j++) {
        if (S[i][j] !== S[j][i]) {
          throw new RangeError(`${caller}: ${name} must be symmetric, see [${i}][${j}]`);
        }
        if (wrong(i, j)) {
          throw new RangeError(`${caller}: ${name} must be ${type}, see [${i}][${j}]`);
        }
        if (isDense(type)) mix.covariances[k].data[i * D + j] = S[i][j];
      }
      if (!isDense(type)) mix.covariances[0].data[k * D + i] = S[i][i];
    }
  });
  return factorise(mix, sample.ridge);
}

/** One start: hard responsibilities from one run of k-means. */
export function kMeansStart(
  caller: string,
  type: CovarianceType,
  K: number,
  sample: Sample,
  random: Rng,
): Mixture {
  const { X } = sample;
  const N = X.rows;
  const data = lloydOn(X, K);
  const seeds = kMeansSeeds(X, data.square, K, random);
  if (seeds === null) {
    throw new RangeError(`${caller}: X must have at least ${K} distinct rows (nComponents)`);
  }
  const { labels } = lloyd(data, pickRows(X, seeds), 300, 0);
  const r = new Float64Array(K * N);
  labels.forEach((k, n) => {
    r[k * N + n] = 1;
  });
  return maximise(sample, r, emptyMixture(type, K, X.cols));
}
