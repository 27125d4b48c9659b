import type { ReadonlyVector, Vector } from "../../core";
import type { Dense } from "../../linalg/flat";
import type { Label } from "../labels";
import type { SmoResult } from "./smo";

/** A machine that parts two classes. */
export interface SvmMachine<T extends Label> {
  /** The two classes; the decision function is positive for the second. */
  classes: [T, T];
  /** Row numbers in X of the support vectors, ascending. */
  support: number[];
  /** β_n = y_n α_n of the support vectors, in the order of `support`; |β_n| ≤ C and they sum to 0. */
  dualCoef: Vector;
  /** b of f(x) = Σ β_n k(x_n, x) + b. */
  intercept: number;
  /** Linear kernel: w = Σ β_n x_n; the margin is 1/|w|. Otherwise empty. */
  coef: Vector;
  /** Primal objective ½|w|² + C Σ ξ_n. */
  primal: number;
  /** Dual objective Σ α_n − ½ Σ β_n β_m k(x_n, x_m); at the optimum equal to the primal. */
  dual: number;
  /** primal − dual ≥ 0: how far, at most, either is from the optimum, up to rounding. */
  gap: number;
  nit: number;
  converged: boolean;
}

/** The machine that SMO has found for the samples `rows` of the data. */
export function machineOf<T extends Label>(
  result: SmoResult,
  classes: [T, T],
  rows: ReadonlyVector,
): SvmMachine<T> {
  const { beta, b, primal, dual, gap, nit, converged } = result;
  const kept = rows.map((_, i) => i).filter((i) => beta[i] !== 0);
  return {
    classes,
    support: kept.map((i) => rows[i]),
    dualCoef: kept.map((i) => beta[i]),
    intercept: b,
    coef: [],
    primal,
    dual,
    gap,
    nit,
    converged,
  };
}

/** w = Σ β_n x_n over the support vectors, X the data that the kernel has seen. */
export function weightsOf<T extends Label>(machine: SvmMachine<T>, X: Dense): Vector {
  const { data, cols } = X;
  const w = new Array<number>(cols).fill(0);
  machine.support.forEach((n, k) => {
    for (let j = 0; j < cols; j++) w[j] += machine.dualCoef[k] * data[n * cols + j];
  });
  return w;
}
