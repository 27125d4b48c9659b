import { describeValue, type ReadonlyVector, requireNumber, requireVector } from "../core";
import type { Encoded, Label } from "./labels";

/**
 * Checks the weights of samples, one for each, ≥ 0 and not all 0; without them each weighs 1. They are
 * returned as a copy.
 */
export function weightsOrOnes(
  caller: string,
  given: ReadonlyVector | undefined,
  N: number,
  lengthOf = "rows of X",
): Float64Array {
  if (given === undefined) return new Float64Array(N).fill(1);
  requireVector(caller, "weights", given, { length: N, lengthOf });
  given.forEach((w, n) => {
    if (w < 0) requireNumber(caller, `weights[${n}]`, w, { min: 0 });
  });
  if (given.some((w) => w > 0)) return Float64Array.from(given);
  throw new RangeError(`${caller}: weights must not all be 0`);
}

/** Greatest weight of a squared error: with its root, data of any magnitude that fits take stay in range. */
const HEAVY = 1e150;

/** The weights of squared errors; undefined where none are given and all are 1. */
export function errorWeights(
  caller: string,
  given: ReadonlyVector | undefined,
  N: number,
): Float64Array | undefined {
  if (given === undefined) return undefined;
  const weights = weightsOrOnes(caller, given, N);
  weights.forEach((w, n) => {
    if (w > HEAVY) requireNumber(caller, `weights[${n}]`, w, { min: 0, max: HEAVY });
  });
  return weights;
}

/** The option by which classes of unequal size or importance are weighed. */
export interface WeightOptions {
  /** Weight of each sample, ≥ 0: 2 is the same as having it twice, 0 as not having it. Default 1. */
  weights?: ReadonlyVector;
  /**
   * Weight of each class, by which its samples are multiplied: `"balanced"` gives N/(K·N_k), so that all classes
   * weigh the same; or a number > 0 for each label, such as `{ sick: 10 }`, where others have 1.
   */
  classWeight?: "balanced" | Readonly<Record<string, number>>;
}

/** The weights of all samples, those of their classes in them; undefined where all are 1. */
export function sampleWeights<T extends Label>(
  caller: string,
  { weights, classWeight }: WeightOptions,
  { classes, codes, counts }: Encoded<T>,
): Float64Array | undefined {
  if (weights === undefined && classWeight === undefined) return undefined;
  const N = codes.length;
  const w = weightsOrOnes(caller, weights, N);
  const share = new Array<number>(classes.length).fill(1);
  if (classWeight === "balanced") {
    for (let k = 0; k < share.length; k++) share[k] = N / (share.length * counts[k]);
  } else if (classWeight !== undefined) {
    if (typeof classWeight !== "object" || classWeight === null || Array.isArray(classWeight)) {
      throw new TypeError(
        `${caller}: classWeight must be "balanced" or an object { label: weight }, got ${describeValue(classWeight)}`,
      );
    }
    for (const [label, weight] of Object.entries(classWeight)) {
      const k = classes.findIndex((own) => String(own) === label);
      if (k < 0) {
        throw new RangeError(
          `${caller}: classWeight has ${JSON.stringify(label)}, which is no class of y: ${classes.map(describeValue).join(", ")}`,
        );
      }
      share[k] = requireNumber(caller, `classWeight[${JSON.stringify(label)}]`, weight, {
        above: 0,
      });
    }
  }
  const total = new Float64Array(classes.length);
  codes.forEach((k, n) => {
    w[n] *= share[k];
    total[k] += w[n];
  });
  total.forEach((sum, k) => {
    if (sum > 0 && sum < Infinity) return;
    throw new RangeError(
      `${caller}: weights of class ${describeValue(classes[k])} must have a positive, finite sum, got ${sum}`,
    );
  });
  return w;
}
