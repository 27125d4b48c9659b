import type { Vector } from "../../core";
import { maxAbs } from "../kernels/vectors";
import type { HistoryEntry, MinimizeResult } from "../types";
import type { Objective } from "./objective";

/** A point of the path as a method hands it over. */
export interface Iterate {
  x: Vector;
  fun: number;
  grad: Vector;
  step: number;
  simplex?: Vector[];
}

/** Why a method stops of its own accord. */
export interface Ending {
  converged: boolean;
  message: string;
}

/** A method: it yields one iterate after another, and returns when it cannot or need not go on. */
export type Method = Generator<Iterate, Ending, void>;

/** When `follow` stops, and what it keeps. */
export interface FollowOptions {
  tol: number;
  maxIter: number;
  historyEvery: number;
  /** What must fall to `tol`. Default: the largest |∂f/∂xᵢ|. */
  measure?: (at: Iterate) => number;
}

/** A point this far out runs off. */
const FAR = 1e30;

const finite = (at: Iterate, norm: number) =>
  Number.isFinite(at.fun) && Number.isFinite(norm) && at.x.every(Number.isFinite);

/**
 * Runs a method until the gradient is small, the method ends, the iterates stop being finite or
 * `maxIter` is reached, and keeps the books: the one place where the stopping rules live.
 *
 * Of a path that runs off to infinity or NaN the last finite point is returned.
 */
export function follow(
  objective: Objective,
  start: Iterate,
  method: Method,
  options: FollowOptions,
): MinimizeResult {
  const { tol, maxIter, historyEvery } = options;
  const measure = options.measure ?? ((at: Iterate) => maxAbs(at.grad));
  let at = start;
  let norm = measure(at);
  let nit = 0;
  const history: HistoryEntry[] = [];
  const record = () => {
    const { x, fun, step, simplex } = at;
    history.push({ x, fun, gradNorm: norm, step, ...(simplex && { simplex }) });
  };
  record();
  const end = (converged: boolean, message: string): MinimizeResult => {
    if (history[history.length - 1].x !== at.x) record();
    const { x, fun, grad } = at;
    const { nfev, ngev } = objective;
    return { x: x.slice(), fun, grad, nit, nfev, ngev, converged, message, history };
  };
  const free = at.simplex !== undefined;
  if (!finite(at, free ? 0 : norm)) {
    const what = Number.isFinite(at.fun) ? "the gradient is not finite" : `f is ${at.fun}`;
    return end(false, `${what} at the start`);
  }
  for (;;) {
    if (norm <= tol) return end(true, `gradient norm ${norm.toExponential(1)} ≤ tol ${tol}`);
    if (nit >= maxIter) return end(false, `maxIter reached (${maxIter}), not converged`);
    const next = method.next();
    if (next.done) return end(next.value.converged, next.value.message);
    const nextNorm = measure(next.value);
    if (!finite(next.value, free ? 0 : nextNorm)) {
      const what = Number.isFinite(next.value.fun)
        ? "the gradient is not finite"
        : `f is ${next.value.fun}`;
      return end(false, `${what} at iteration ${nit + 1}: the step is too long or f is unbounded`);
    }
    at = next.value;
    norm = nextNorm;
    nit++;
    if (nit % historyEvery === 0) record();
    if (maxAbs(at.x) > FAR) {
      return end(false, `x runs off at iteration ${nit}: f seems to be unbounded below`);
    }
  }
}
