import type { ReadonlyMatrix, ReadonlyVector, Vector } from "../../core";
import type { Dense } from "../../linalg/flat";
import { packLike } from "../guards";
import { columnMeans, weightedMeans } from "../moments";

/**
 * Targets less their mean where there is to be an intercept, and that mean; else as they are, and 0. Under
 * weights the mean is the weighted one and the rest is multiplied by their roots.
 */
export function centredTargets(t: Float64Array, intercept: boolean, weights?: Float64Array) {
  const column: Dense = { data: t, rows: t.length, cols: 1 };
  const mean = () => (weights ? weightedMeans(column, weights) : columnMeans(column));
  const level = intercept ? mean()[0] : 0;
  const root = (n: number) => (weights ? Math.sqrt(weights[n]) : 1);
  return { y: t.map((v, n) => (v - level) * root(n)), level };
}

/**
 * Least squares with a free intercept b is least squares without one on centred data, and
 * b = ȳ − x̄ᵀw: the intercept that belongs to weights w.
 */
export const interceptOf = (w: ReadonlyVector, mean: Float64Array, level: number): number =>
  w.reduce((b, wj, j) => b - wj * mean[j], level);

/** level + (x − x̄)ᵀw for each row x of Z: the same as b + xᵀw, with less rounding far from 0. */
export function predictCentred(
  { data, rows, cols }: Dense,
  w: ReadonlyVector,
  mean: Float64Array,
  level: number,
): Vector {
  const out: Vector = [];
  for (let n = 0, p = 0; n < rows; n++) {
    let sum = 0;
    for (let d = 0; d < cols; d++, p++) sum += (data[p] - mean[d]) * w[d];
    out.push(level + sum);
  }
  return out;
}

/** The `predict` of a linear model. */
export const linearPredictor =
  (caller: string, w: ReadonlyVector, mean: Float64Array, level: number) =>
  (Xnew: ReadonlyMatrix): Vector =>
    predictCentred(packLike(`${caller}.predict`, Xnew, w.length), w, mean, level);
