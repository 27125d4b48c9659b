import {
  type Matrix,
  type ReadonlyVector,
  requireNumber,
  requireOptions,
  requireVector,
  summarised,
  type Vector,
} from "../../core";
import { minimize } from "../../optimize";
import { greatest } from "../guards";
import type { Label } from "../labels";
import { requireTwoClasses } from "../metrics/binary";
import { columnMeans } from "../moments";
import type { FitReport } from "../report";
import { powerBelow } from "../scaling";

/** Options of `plattScaling`. */
export interface PlattOptions<T extends Label> {
  /** The label of the positive class. Default: the greater of the two labels. */
  positive?: T;
  /** Stops when both derivatives of the objective per sample are at most this. Default 1e-10. */
  tol?: number;
  /** Most iterations. Default 100. */
  maxIter?: number;
}

/** What `plattScaling` returns; `history` holds the objective. */
export interface PlattScaling<T extends Label> extends FitReport<{ objective: number }> {
  /** The negative and the positive class. */
  classes: [T, T];
  slope: number;
  intercept: number;
  /** Probability of the positive class for each score. */
  predict(scores: ReadonlyVector): Vector;
}

/** 1/(1 + e^{−z}). */
const sigmoid = (z: number) => (z >= 0 ? 1 / (1 + Math.exp(-z)) : 1 - 1 / (1 + Math.exp(z)));

/** ln(1 + e^z) without overflow. */
const softplus = (z: number) => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));

/** The objective Σ ln(1 + e^z) − t·z with z = θ₀f + θ₁, per sample. */
function objectiveOf(f: Float64Array, targets: Float64Array) {
  const N = f.length;
  const valueAndGrad = ([a, b]: ReadonlyVector) => {
    let value = 0;
    const grad = [0, 0];
    f.forEach((v, n) => {
      const z = a * v + b;
      value += softplus(z) - targets[n] * z;
      const e = sigmoid(z) - targets[n];
      grad[0] += e * v;
      grad[1] += e;
    });
    return { value: value / N, grad: grad.map((g) => g / N) };
  };
  const hess = ([a, b]: ReadonlyVector): Matrix => {
    const H = [
      [0, 0],
      [0, 0],
    ];
    for (const v of f) {
      const p = sigmoid(a * v + b);
      const weight = (p * (1 - p)) / N;
      H[0][0] += weight * v * v;
      H[0][1] += weight * v;
      H[1][1] += weight;
    }
    H[1][0] = H[0][1];
    return H;
  };
  return { valueAndGrad, hess };
}

/**
 * Platt scaling (Platt 1999; Lin, Lin & Weng 2007): probabilities from the scores of a classifier, such
 * as the decision values of `svm`, by a logistic curve P(positive | f) = 1/(1 + exp(−slope·f − intercept)) of the
 * greatest likelihood. Instead of 1 and 0 the targets are (N₊ + 1)/(N₊ + 2) and 1/(N₋ + 2), by Laplace's rule, so
 * that there is a maximum also where the scores part the classes.
 *
 * Fit it to scores of samples that the classifier has not seen: on its own training data it is too
 * sure of itself. `calibratedClassifier` does so.
 *
 * @param scores - The greater, the more likely positive, length N.
 * @param y - Labels of two classes, length N.
 * @returns `{ classes, slope, intercept, predict, converged, nit, message, history }`; see {@link PlattScaling}.
 * @throws RangeError unless y holds two classes and the scores vary. Cost O(N) an iteration.
 * @example
 * learn.plattScaling([-1, 1], ["no", "yes"]).predict([0]) // => [0.5]
 */
export function plattScaling<T extends Label>(
  scores: ReadonlyVector,
  y: readonly T[],
  options: PlattOptions<T> = {},
): PlattScaling<T> {
  const caller = "plattScaling";
  requireVector(caller, "scores", scores, { minLength: 1 });
  requireOptions(caller, options, ["positive", "tol", "maxIter"]);
  const { tol = 1e-10, maxIter = 100 } = options;
  requireNumber(caller, "tol", tol, { above: 0 });
  requireNumber(caller, "maxIter", maxIter, { min: 1, integer: true });
  const { positive, negative, isPositive } = requireTwoClasses(caller, y, options.positive, "y");
  requireVector(caller, "scores", scores, { length: y.length, lengthOf: "length of y" });
  if (scores.every((f) => f === scores[0])) {
    throw new RangeError(`${caller}: scores must vary, all ${y.length} are ${scores[0]}`);
  }
  // In units of the greatest score first, so that no sum of scores leaves the range of doubles.
  const size = powerBelow(greatest(scores));
  const small = Float64Array.from(scores, (f) => f / size);
  const [mean] = columnMeans({ data: small, rows: small.length, cols: 1 });
  const spread = powerBelow(greatest(small.map((f) => f - mean)));
  const standard = (f: number) => (f / size - mean) / spread;
  const positives = y.filter((_, n) => isPositive(n)).length;
  const [high, low] = [(positives + 1) / (positives + 2), 1 / (y.length - positives + 2)];
  const targets = Float64Array.from(y, (_, n) => (isPositive(n) ? high : low));
  const { valueAndGrad, hess } = objectiveOf(Float64Array.from(scores, standard), targets);
  const start = [0, Math.log((positives + 1) / (y.length - positives + 1))];
  const rules = { grad: true, hess, method: "newton", tol, maxIter } as const;
  const { x, converged, nit, message, history } = minimize(valueAndGrad, start, rules);
  const slope = x[0] / spread / size;
  return summarised("Platt scaling", {
    classes: [negative, positive],
    slope,
    intercept: x[1] - (x[0] * mean) / spread,
    predict(xNew) {
      requireVector(`${caller}.predict`, "scores", xNew);
      return xNew.map((f) => sigmoid(x[0] * standard(f) + x[1]));
    },
    converged,
    nit,
    message,
    history: history.map(({ fun }) => ({ objective: fun * y.length })),
  });
}
