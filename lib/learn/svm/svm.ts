import {
  type Matrix,
  maxOf,
  type OnProgress,
  type ReadonlyMatrix,
  requireNumber,
  requireOnProgress,
  requireOptions,
  summarised,
  type Vector,
} from "../../core";
import { type Dense, release } from "../../linalg/flat";
import { greatest, packLike } from "../guards";
import { type Label, packClasses } from "../labels";
import { interceptOf, predictCentred } from "../linear/design";
import { columnMeans } from "../moments";
import type { FitReport } from "../report";
import { addToRows, pickRows } from "../rows";
import { largest } from "../softmax";
import { sampleWeights, type WeightOptions } from "../weights";
import { type KernelOptions, kernelOf } from "./kernels";
import { machineOf, type SvmMachine, weightsOf } from "./machine";
import { smo } from "./smo";

/** Options of `svm`. */
export interface SvmOptions extends KernelOptions, WeightOptions {
  /** Cost of a violated margin, > 0: the greater, the fewer violations and the narrower the margin. Default 1. */
  C?: number;
  /** Stops when the optimality conditions hold to this. Default 1e-3. */
  tol?: number;
  /** Most steps of SMO for one machine. Default the greater of a million and 100N. */
  maxIter?: number;
  /** Called after every N-th step, with the dual objective; `progress.handler(label)` makes a bar of it. */
  onProgress?: OnProgress;
}

/**
 * What `svm` returns. For two classes `history` holds the dual objective after every N-th step and
 * the last; for more, its sum over the machines as one after the other is added.
 */
export interface Svm<T extends Label> extends FitReport<{ dual: number }> {
  /** The labels, ascending. */
  classes: T[];
  /** One machine for each pair of classes: (0, 1), (0, 2), …, (1, 2), … */
  machines: SvmMachine<T>[];
  /** Row numbers in X of all support vectors, ascending. */
  support: number[];
  /** Sum of the duality gaps of the machines. */
  gap: number;
  /** γ of the kernel; null where it has none. */
  gamma: number | null;
  /** Class of each row: the sign of f for two classes, else the class with most votes. */
  predict(Xnew: ReadonlyMatrix): T[];
  /** f(x) of each machine, rows × machines. */
  decisionFunction(Xnew: ReadonlyMatrix): Matrix;
}

/** Why the steps stopped. */
function messageOf(converged: boolean, tol: number, maxIter: number, rounding: number): string {
  if (converged) return `the optimality conditions hold to ${tol}`;
  if (rounding <= tol) {
    return `the optimality conditions do not hold to ${tol} after ${maxIter} steps`;
  }
  return `rounding may disturb the optimality conditions by ${rounding.toPrecision(2)}, more than tol ${tol}: the kernel's values are too large; centre and standardize the columns`;
}

/**
 * Support vector machine: the function f(x) = w·φ(x) + b that parts two classes with the widest
 * margin, where violations ξ of the margin cost C each, or C·weight (MML 12.2.4),
 *
 *   min ½|w|² + C Σ ξ_n   over   y_n f(x_n) ≥ 1 − ξ_n,  ξ_n ≥ 0.
 *
 * It is solved in the dual (MML 12.3.1), where features enter only by k(x, z) = φ(x)·φ(z), by
 * sequential minimal optimisation. Only the support vectors, on the margin or violating it, count in
 * f. Primal and dual objective bound each other, so `gap` certifies the solution. More than two
 * classes are parted pair by pair and vote. Parameters mean what they do in scikit-learn.
 *
 * Kernels depend on the units of the columns; `standardize` first if they differ. Linear and RBF kernels
 * do not depend on the origin, and are computed around the mean of the data. For others, values so large
 * that their rounding hides the margins are reported: `converged` is then false.
 *
 * @param X - Data, N×D, a row a sample.
 * @param y - Labels, length N, at least two classes.
 * @returns `{ classes, machines, support, gap, gamma, predict, decisionFunction, converged, nit,
 * message, history }`; see {@link Svm} and {@link SvmMachine}.
 * @throws RangeError if y holds one class only, lengths differ, or the data hold NaN.
 * Cost O(N) a step and O(ND) for a row of the kernel matrix when first used; steps grow with N and C.
 * @example
 * learn.svm([[-1], [1]], ["no", "yes"], { kernel: "linear" }).machines[0].coef // => [1]
 * learn.svm([[0, 0], [1, 1], [0, 1], [1, 0]], [0, 0, 1, 1], { gamma: 1, C: 10 }).predict([[0.9, 0.1], [0.9, 1]]) // => [1, 0]
 */
export function svm<T extends Label>(
  X: ReadonlyMatrix,
  y: readonly T[],
  options: SvmOptions = {},
): Svm<T> {
  const caller = "svm";
  const { A, ...encoded } = packClasses(caller, X, y);
  const { classes, codes } = encoded;
  const { rows: N, cols: D } = A;
  const known = [
    "C",
    "kernel",
    "gamma",
    "degree",
    "coef0",
    "tol",
    "maxIter",
    "weights",
    "classWeight",
    "onProgress",
  ] as const;
  requireOptions(caller, options, known);
  const { C = 1, tol = 1e-3, maxIter = Math.max(1e6, 100 * N) } = options;
  requireNumber(caller, "C", C, { above: 0 });
  requireNumber(caller, "tol", tol, { above: 0 });
  requireNumber(caller, "maxIter", maxIter, { min: 1, integer: true });
  const onProgress = requireOnProgress(caller, options.onProgress);
  const weights = sampleWeights(caller, options, encoded);
  if (weights && !(C * greatest(weights) < Infinity)) {
    throw new RangeError(
      `${caller}: weights times C must be finite, the greatest are ${greatest(weights)} and ${C}`,
    );
  }
  const kernel = kernelOf(caller, options, A);
  // What does not depend on the origin is most precise around the mean.
  const isLinear = options.kernel === "linear";
  const isFree = isLinear || (options.kernel ?? "rbf") === "rbf";
  const mean = isFree ? columnMeans(A) : new Float64Array(D);
  addToRows(A, mean, -1);
  const train = (first: number, second: number) => {
    const rows: number[] = [];
    for (let n = 0; n < N; n++) if (codes[n] === first || codes[n] === second) rows.push(n);
    const part = pickRows(A, rows);
    const signs = new Int8Array(rows.length);
    for (let i = 0; i < rows.length; i++) signs[i] = codes[rows[i]] === second ? 1 : -1;
    const rowOf = kernel.rows(part);
    const row = (i: number) => rowOf(part.data, i * D);
    const bound = weights ? (i: number) => C * weights[rows[i]] : () => C;
    const rules = { tol, maxIter, onProgress };
    const result = smo(signs, row, kernel.diagonal(part), bound, rules);
    release(part);
    const machine = machineOf(result, [classes[first], classes[second]], rows);
    if (isLinear) {
      machine.coef = weightsOf(machine, A);
      machine.intercept = interceptOf(machine.coef, mean, result.b);
    }
    return { machine, result };
  };
  const trained = classes.flatMap((_, a) =>
    classes.slice(a + 1).map((__, k) => train(a, a + 1 + k)),
  );
  const machines = trained.map(({ machine }) => machine);
  const support = [...new Set(machines.flatMap((m) => m.support))].sort((a, b) => a - b);
  const atSupport = kernel.rows(pickRows(A, support));
  const place = new Map(support.map((n, k) => [n, k]));
  const places = machines.map((m) => m.support.map((n) => place.get(n)!));

  const decideLinear = (Z: Dense): Matrix => {
    const f = trained.map(({ machine, result }) => predictCentred(Z, machine.coef, mean, result.b));
    return Array.from({ length: Z.rows }, (_, n) => f.map((column) => column[n]));
  };
  const decide = (method: string, Xnew: ReadonlyMatrix): Matrix => {
    const Z = packLike(`${caller}.${method}`, Xnew, D);
    if (isLinear) return decideLinear(Z);
    addToRows(Z, mean, -1);
    return Array.from({ length: Z.rows }, (_, n) => {
      const k = atSupport(Z.data, n * D);
      return machines.map(({ dualCoef, intercept }, p) =>
        dualCoef.reduce((s, beta, i) => s + beta * k[places[p][i]], intercept),
      );
    });
  };
  const votes = (f: Vector): Vector => {
    const count = new Array<number>(classes.length).fill(0);
    let p = 0;
    for (let a = 0; a < classes.length; a++) {
      for (let b = a + 1; b < classes.length; b++) count[f[p++] > 0 ? b : a]++;
    }
    return count;
  };
  const converged = machines.every((m) => m.converged);
  const rounding = maxOf(trained.map(({ result }) => result.rounding));
  let sum = 0;
  return summarised("support vector machine", {
    classes,
    machines,
    support,
    gap: machines.reduce((s, m) => s + m.gap, 0),
    gamma: kernel.gamma,
    predict: (Xnew) => largest(decide("predict", Xnew).map(votes), classes),
    decisionFunction: (Xnew) => decide("decisionFunction", Xnew),
    converged,
    nit: machines.reduce((s, m) => s + m.nit, 0),
    message: messageOf(converged, tol, maxIter, rounding),
    history: (trained.length === 1
      ? trained[0].result.history
      : machines.map((m) => (sum += m.dual))
    ).map((dual) => ({ dual })),
  });
}
