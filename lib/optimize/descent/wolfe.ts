import type { Vector } from "../../core";
import { along, inner } from "../kernels/vectors";
import type { Objective } from "./objective";

/** A point on the ray φ(α) = f(x + α·p) and what is known there. */
export interface Trial {
  step: number;
  x: Vector;
  fun: number;
  grad: Vector;
  /** φ′(α) = ∇f(x + αp)ᵀp. */
  slope: number;
}

/** The ray that is searched, and what its trial points must satisfy. */
export interface RayRule {
  /** Sufficient decrease: φ(α) ≤ φ(0) + c1·α·φ′(0). */
  c1: number;
  /** Curvature: |φ′(α)| ≤ c2·|φ′(0)|. */
  c2: number;
  /** The first trial step. */
  step0: number;
  /** How many trial points at most. */
  maxIter: number;
  /** No trial goes beyond; a decrease there is accepted whatever the slope. Default Infinity. */
  maxStep?: number | undefined;
  /** Puts a trial point right that rounding has pushed out of the bounds. */
  project?: ((x: Vector) => Vector) | undefined;
  /** Called with every trial point, in order. */
  onTrial?: (trial: Trial) => void;
}

/** f near φ(0) is known to about this relative accuracy; smaller differences are rounding. */
const ROUNDING = 8 * Number.EPSILON;

/** Whether rounding hides both the difference of φ(α) from φ(0) and the decrease that is asked for. */
export function isLevel(start: Trial, { step, fun }: Omit<Trial, "slope">, c1: number): boolean {
  const noise = ROUNDING * Math.abs(start.fun);
  return Math.abs(fun - start.fun) <= noise && -c1 * step * start.slope <= noise;
}

/**
 * A step that satisfies the strong Wolfe conditions, or null.
 *
 * Nocedal & Wright, "Numerical Optimization", algorithms 3.5 (bracket) and 3.6 (zoom), with trial
 * points from the cubic through two values and two slopes, safeguarded to the inside of the bracket
 * and replaced by its middle when it shrinks too slowly. Where rounding hides the decrease that is asked
 * for, the slope alone decides (the approximate Wolfe conditions of Hager & Zhang 2005), without which no
 * step can be accepted close to a minimum. A trial where f or its gradient is not finite is too long.
 *
 * If the budget runs out, the best trial of sufficient decrease is returned, and null without one.
 */
export function wolfe(objective: Objective, start: Trial, p: Vector, rule: RayRule): Trial | null {
  const { c1, c2, maxIter, maxStep = Infinity, project, onTrial } = rule;
  const slope0 = start.slope;
  let left = maxIter;
  let best: Trial | null = null;

  const evaluate = (step: number): Trial => {
    left--;
    const ahead = along(start.x, step, p);
    const x = project ? project(ahead) : ahead;
    const fun = objective.value(x);
    const grad = Number.isFinite(fun) ? objective.gradient(x) : [];
    const trial = { step, x, fun, grad, slope: grad.length === x.length ? inner(grad, p) : NaN };
    onTrial?.(trial);
    if (decreases(trial) && !(best && best.fun <= trial.fun)) best = trial;
    return trial;
  };
  const usable = (t: Trial) => Number.isFinite(t.fun) && Number.isFinite(t.slope);
  const decreases = (t: Trial) =>
    usable(t) && t.fun <= start.fun + c1 * t.step * slope0 && t.fun < start.fun;
  const level = (t: Trial) => isLevel(start, t, c1) && t.slope <= (2 * c1 - 1) * slope0;
  const accept = (t: Trial) =>
    usable(t) && Math.abs(t.slope) <= -c2 * slope0 && (decreases(t) || level(t));

  const zoom = (low: Trial, high: Trial): Trial | null => {
    let [lo, hi] = [low, high];
    let width = Math.abs(hi.step - lo.step);
    let bisect = false;
    let margin = 0.1;
    while (left > 0) {
      const next = bisect ? (lo.step + hi.step) / 2 : inside(lo, hi, margin);
      // A trial held back at the better end time and again may be off by orders of magnitude.
      const held = Math.abs(next - lo.step) <= 1.01 * margin * width;
      margin = held ? margin * Math.sqrt(margin) : 0.1;
      const t = evaluate(next);
      if (accept(t)) return t;
      if (
        !usable(t) ||
        t.fun > start.fun + c1 * t.step * slope0 ||
        t.fun > lo.fun + ROUNDING * Math.abs(lo.fun)
      )
        hi = t;
      else {
        if (t.slope * (hi.step - lo.step) >= 0) hi = lo;
        lo = t;
      }
      const now = Math.abs(hi.step - lo.step);
      if (now <= Number.EPSILON * Math.max(lo.step, hi.step)) break;
      bisect = now > 0.66 * width;
      width = now;
    }
    return best;
  };

  let previous = start;
  let cap = Infinity;
  let most = 9;
  let shrink = 0.1;
  let step = Math.min(rule.step0, maxStep);
  while (left > 0) {
    const t = evaluate(step);
    if (!usable(t)) {
      cap = step;
      step = previous.step + (step - previous.step) * shrink;
      shrink *= Math.sqrt(shrink);
      most = 9;
      continue;
    }
    if (accept(t)) return t;
    const higher = t.fun > start.fun + c1 * t.step * slope0 && !isLevel(start, t, c1);
    const rises = t.fun > previous.fun + ROUNDING * Math.abs(previous.fun);
    if (higher || (previous !== start && rises)) return zoom(previous, t);
    if (t.slope >= 0) return zoom(t, previous);
    if (t.step >= maxStep) return best;
    const far = Math.min(beyond(previous, t, most), maxStep);
    // Where it wants to go on and on, the first trial may have been too short by orders of magnitude.
    if (previous !== start) most *= Math.sqrt(most);
    previous = t;
    step = cap === Infinity ? far : Math.min(far, (t.step + cap) / 2);
  }
  return best;
}

/** The minimiser of the cubic with the values and slopes of a and b, NaN where it has none. */
function cubicMinimiser(a: Trial, b: Trial): number {
  const d1 = a.slope + b.slope - (3 * (a.fun - b.fun)) / (a.step - b.step);
  const d2 = Math.sign(b.step - a.step) * Math.sqrt(d1 * d1 - a.slope * b.slope);
  return b.step - ((b.step - a.step) * (b.slope + d2 - d1)) / (b.slope - a.slope + 2 * d2);
}

/** A trial step between two others, at least a share `margin` of their distance from either. */
function inside(lo: Trial, hi: Trial, margin: number): number {
  const guess = cubicMinimiser(lo, hi);
  const [a, b] = lo.step < hi.step ? [lo.step, hi.step] : [hi.step, lo.step];
  const least = margin * (b - a);
  // Values too large to compute with: near the better end.
  if (!Number.isFinite(guess)) return lo.step + margin * (hi.step - lo.step);
  return Math.min(Math.max(guess, a + least), b - least);
}

/** A trial step beyond b, by extrapolation from a and b: two to `most` + 1 times as far. */
function beyond(a: Trial, b: Trial, most: number): number {
  const guess = cubicMinimiser(a, b);
  const reach = b.step - a.step;
  if (!(guess > b.step)) return b.step + Math.max(4, most / 9) * reach;
  return Math.min(Math.max(guess, b.step + reach), b.step + most * reach);
}
