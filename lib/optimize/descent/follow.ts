import type { OnProgress, Vector } from "../../core";
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
  onProgress?: OnProgress | undefined;
  /** The derivatives that must fall to `tol`. Default: those of the gradient. */
  slopes?: (at: Iterate) => Vector;
  /** What the gradient is measured against from the start, where that is known. Default: 0. */
  typical?: number;
  /** Where the gradient vanishes: a lower point near by, or null. */
  lower?: (at: Iterate) => Iterate | null;
  /** Whether f is seen to rise around a point, which is asked where the gradient is too blurred to tell. */
  rises?: (at: Iterate) => boolean;
  /** The method to go on with from a lower point, and the point. Default: report that there is one. */
  again?: (from: Iterate) => [Method, Iterate];
}

/** A point this much farther out than the start, and than 1, runs off. */
const FAR = 1e30;

/** Where rounding blurs derivatives by more than this share of the largest seen, their vanishing says nothing. */
const BLURRED = 1e-3;

/** A variable counts as this much flatter than the others at most. */
const LEAST = 1e-3;

const finite = (at: Iterate, norm: number) =>
  Number.isFinite(at.fun) && Number.isFinite(norm) && at.x.every(Number.isFinite);

const round = (v: number) => v.toExponential(1);

/**
 * Runs a method until the gradient is small, the method ends, the iterates stop being finite or
 * `maxIter` is reached, and keeps the books: the one place where the stopping rules live.
 *
 * Small means: each derivative at most `tol`; and where it was less than 1 all along the path, `tol` times
 * the most it was, so that a function of small values, or of one variable on a large scale, is not taken for
 * minimised before it is. (A thousandth of the largest of all is enough: some are zero all along.) What
 * rounding makes of difference quotients counts as zero, unless that hides everything: slopes of the size of
 * those at the start, and that f rises around x.
 *
 * Of a path that runs off to infinity or NaN the last finite point is returned.
 */
export function follow(
  objective: Objective,
  start: Iterate,
  first: Method,
  options: FollowOptions,
): MinimizeResult {
  const { tol, maxIter, historyEvery, onProgress, lower, again } = options;
  const slopes = options.slopes ?? ((at: Iterate) => at.grad);
  const measure = (at: Iterate) => (at.simplex ? Number.NaN : maxAbs(slopes(at)));
  let method = first;
  let at = start;
  let norm = measure(at);
  let largest = Math.max(options.typical ?? 0, maxAbs(at.grad) * objective.unit) || 0;
  let most = at.grad.map((g) => Math.abs(g) * objective.unit);
  let nit = 0;
  const history: HistoryEntry[] = [];
  const record = () => {
    const { x, fun, step, simplex } = at;
    const { unit } = objective;
    history.push({ x, fun: fun * unit, gradNorm: norm * unit, step, ...(simplex && { simplex }) });
  };
  record();
  const end = (converged: boolean, message: string): MinimizeResult => {
    if (history[history.length - 1].x !== at.x) record();
    const { x, fun, grad } = at;
    const { nfev, ngev, unit } = objective;
    return {
      x: x.slice(),
      fun: fun * unit,
      grad: unit === 1 ? grad : grad.map((g) => g * unit),
      nit,
      nfev,
      ngev,
      converged,
      message,
      history,
    };
  };
  /** Why the gradient counts as zero, or null where it does not. */
  const vanishes = (): string | null => {
    const size = norm * objective.unit;
    const usual = Math.min(1, largest);
    const { unit } = objective;
    const small = (g: number, i: number) =>
      Math.abs(g) * unit <= tol * Math.min(1, Math.max(most[i], LEAST * usual));
    if (!at.simplex && slopes(at).every(small)) {
      const relative =
        largest < 1 && largest > 0 ? ` times the largest so far, ${round(largest)}` : "";
      return `gradient norm ${round(size)} ≤ tol ${tol}${relative}`;
    }
    if (!objective.differs || at.simplex) return null;
    const noise = objective.noise(at.x, at.fun);
    const rounding = slopes(at).every((g, i) => Math.abs(g) <= noise[i]);
    if (rounding && !objective.isSpike(at.x, at.fun)) {
      return `gradient norm ${round(size)}, no more than rounding makes of difference quotients`;
    }
    return null;
  };
  /** Why the gradient cannot be seen to vanish, as of an f of small changes upon a large constant, or null. */
  const hidden = (): string | null => {
    if (!objective.differs || at.simplex) return null;
    const blur = maxAbs(objective.noise(at.x, at.fun)) * objective.unit;
    if (blur <= Math.max(tol, BLURRED * largest) || options.rises?.(at)) return null;
    return `rounding of difference quotients hides slopes up to ${round(blur)}, and f around x: pass grad, or take a constant off f`;
  };
  const free = at.simplex !== undefined;
  if (!finite(at, free ? 0 : norm)) {
    const what = Number.isFinite(at.fun) ? "the gradient is not finite" : `f is ${at.fun}`;
    return end(false, `${what} at the start`);
  }
  const far = FAR * Math.max(1, maxAbs(start.x));
  for (;;) {
    const small = vanishes();
    const below = small === null ? null : (lower?.(at) ?? null);
    if (small !== null && below === null) {
      const blind = hidden();
      return end(blind === null, blind ?? small);
    }
    if (below !== null && (again === undefined || nit >= maxIter)) {
      return end(false, `${small}, but no minimum: f is lower at [${below.x}]`);
    }
    if (nit >= maxIter) return end(false, `maxIter reached (${maxIter}), not converged`);
    let next: Iterate;
    if (below !== null) [method, next] = again!(below);
    else {
      const step = method.next();
      if (step.done) return end(step.value.converged, step.value.message);
      next = step.value;
    }
    const nextNorm = measure(next);
    if (!finite(next, free ? 0 : nextNorm)) {
      const what = Number.isFinite(next.fun) ? "the gradient is not finite" : `f is ${next.fun}`;
      return end(false, `${what} at iteration ${nit + 1}: the step is too long or f is unbounded`);
    }
    at = next;
    norm = nextNorm;
    largest = Math.max(largest, maxAbs(at.grad) * objective.unit);
    most = at.grad.map((g, i) => Math.max(Math.abs(g) * objective.unit, most[i]));
    nit++;
    if (nit % historyEvery === 0) record();
    onProgress?.({ iteration: nit, of: maxIter, value: at.fun * objective.unit });
    if (maxAbs(at.x) > far) {
      return end(false, `x runs off at iteration ${nit}: f seems to be unbounded below`);
    }
  }
}
