import type { Matrix, ReadonlyMatrix, Vector } from "../../core";
import { requireLike } from "../guards";
import { columnMeans } from "../moments";

/**
 * Data and targets less their means. Least squares with a free intercept b is least squares without
 * one on centred data, and b = ȳ − x̄ᵀw; without an intercept nothing is subtracted.
 */
export interface Design {
  X: Matrix;
  y: Vector;
  /** The intercept that belongs to the weights w. */
  interceptOf(w: Vector): number;
}

/** Centres data and targets if there is to be an intercept. */
export function designOf(A: Matrix, t: Vector, intercept: boolean): Design {
  if (!intercept) return { X: A, y: t, interceptOf: () => 0 };
  const mean = columnMeans(A);
  const [[level]] = [columnMeans(t.map((y) => [y]))];
  return {
    X: A.map((row) => row.map((x, j) => x - mean[j])),
    y: t.map((y) => y - level),
    interceptOf: (w) => w.reduce((b, wj, j) => b - wj * mean[j], level),
  };
}

/** The prediction b + xᵀw for each row of Xnew. */
export function linearPredictor(caller: string, w: Vector, b: number) {
  return (Xnew: ReadonlyMatrix): Vector =>
    requireLike(`${caller}.predict`, Xnew, w.length).map((row) =>
      row.reduce((s, x, j) => s + w[j] * x, b),
    );
}
