import { maxOf } from "../../core";
import { richardson } from "../richardson";
import { doubtOf, exactStep, plateauOf, type Rung, smallestStep, stepsBelow, ulp } from "./audit";
import { noiseOf, strideOf } from "./noise";
import { quotient } from "./quotient";
import type { Scheme } from "./stencil";

/** A derivative by differences and how far to trust it. */
export interface DerivativeEstimate {
  value: number;
  /**
   * An estimate of |value − f'(x)|: of truncation, as a smaller step shows it (for "richardson" the
   * table), and of the rounding and noise of f.
   */
  error: number;
  /** Whether all smaller steps tell the same, so that `error` can be relied upon. */
  converged: boolean;
  /** What was found, in words. */
  message: string;
  /** How often f was evaluated. */
  nfev: number;
}

/**
 * The derivative at t = 0 of f, a function of the distance t from x, with an error that is to be
 * believed.
 *
 * One step alone cannot know whether it suits f. So the same quotient is taken with h/2 and with steps
 * down to the rounding of x: as h shrinks, each may differ from the first by its error and by
 * noise/step, and by no more. That shows what h jumps over: oscillations, poles, jumps. At a kink the
 * quotients of both sides keep apart as h shrinks, where they should meet. What rounding (or a solver
 * within f) does to f is seen from fourth differences of neighbouring values.
 */
export function estimate(f: (t: number) => number, x: number, s: Scheme): DerivativeEstimate {
  const known = new Map<number, number>();
  let nfev = 0;
  const value = (t: number): number => {
    let y = known.get(t);
    if (y === undefined) {
      y = f(t);
      nfev++;
      known.set(t, y);
    }
    return y;
  };
  const D = (step: number) => quotient(value, s, step);
  const h = s.step(x);
  const first = s.extrapolate ? richardson(D, h) : halved(D, x, h, s.order);

  const smallest = smallestStep(x, first.step);
  const central = s.offsets[0] < 0;
  const noise = noiseOf(value, smallest, central);
  const largest = maxOf([...known.values()].map(Math.abs));
  const eta = 2 * Math.max(Number.EPSILON * largest, noise);
  const scale = s.weights.reduce((sum, w) => sum + Math.abs(w), 0);
  const rung = (step: number): Rung => {
    const slope = D(step);
    const bend = central ? value(step) - 2 * value(0) + value(-step) : 0;
    const shifted = Math.abs(slope) * ulp(x);
    return {
      step,
      value: slope,
      noise: (scale * (eta + shifted)) / step,
      gap: Math.abs(bend) / step,
    };
  };
  const top = rung(first.step);
  const ladder = [top, ...stepsBelow(x, first.step, smallest).map(rung)];
  const stride = strideOf(value, smallest, central);
  const doubt = doubtOf(ladder, first, s.order, { noise, stride, values: [...known.values()] });
  const plateau = plateauOf(ladder);
  const away = Math.abs(first.value - plateau.value);
  const seen = doubt !== undefined || away > 2 * plateau.within ? away + plateau.within : 0;
  return {
    value: first.value,
    error: Math.max(2 * first.error + top.noise, seen, doubt?.error ?? 0),
    converged: doubt === undefined,
    message: doubt?.message ?? "steps down to the rounding of x agree",
    nfev,
  };
}

/** D(h), and its error of order p as seen from D(h/2). */
function halved(D: (h: number) => number, x: number, h: number, p: number) {
  const value = D(h);
  const half = exactStep(x, h / 2);
  const q = (h / half) ** p;
  const error = half > 0 && half < h ? (Math.abs(D(half) - value) * q) / (q - 1) : Infinity;
  return { value, error, step: h };
}
