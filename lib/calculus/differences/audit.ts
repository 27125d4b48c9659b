import { maxOf, minOf } from "../../core";

/**
 * Whether the step of a difference quotient suits the function, as smaller steps show it; see
 * `estimate`.
 */

/** A step of the audit: the quotient there, what rounding does to it, and how much left and right differ. */
export interface Rung {
  step: number;
  value: number;
  noise: number;
  gap: number;
}

/** How many decimal places lie between two steps of the audit, at most. */
const SPACING = 2.5;

/** The smallest step is this many units in the last place of x, and at x = 0 this fraction of h. */
const ULPS = 8;
const SMALLEST = 1e-9;

/** No step is smaller, or quotients might overflow. */
const TINY = 1e-150;

/** The distance from |x| to the next double. */
export const ulp = (x: number): number => Math.max(Math.abs(x) * Number.EPSILON, Number.MIN_VALUE);

/** wanted rounded so that x + step is exact. */
export function exactStep(x: number, wanted: number): number {
  return x + wanted - x;
}

/** The smallest step of the audit of one at x. */
export function smallestStep(x: number, step: number): number {
  const least = x === 0 ? SMALLEST * step : ULPS * ulp(x);
  return exactStep(x, Math.max(least, TINY));
}

/** Steps in equal proportion from below a step down to the smallest. */
export function stepsBelow(x: number, step: number, smallest: number): number[] {
  const half = step / 2;
  const count = Math.max(1, Math.ceil(Math.log10(half / smallest) / SPACING));
  const steps: number[] = [];
  let last = step;
  for (let k = 0; k <= count; k++) {
    const next = exactStep(x, half * (smallest / half) ** (k / count));
    if (next > 0 && next < last) steps.push(next);
    last = Math.min(last, next);
  }
  return steps;
}

/** Where neighbours differ by this share of all that f varies by, nothing is seen of the slope between them. */
const ALL = 0.3;

/** Why a quotient is not to be trusted, and how far off it may be for that. */
export interface Doubt {
  message: string;
  error: number;
}

/** Why the first of the quotients is not to be trusted; undefined if it is. */
export function doubtOf(
  ladder: readonly Rung[],
  first: { value: number; error: number },
  order: number,
  { noise, stride, values }: { noise: number; stride: number; values: readonly number[] },
): Doubt | undefined {
  const [top, ...below] = ladder;
  const spread = maxOf(values) - minOf(values);
  // Then f may rise by as much within a unit of x.
  const unseen = stride > ALL * spread ? (ULPS * spread) / ladder[ladder.length - 1].step : 0;
  const doubt = (message: string, error: number): Doubt => ({
    message,
    error: Math.max(error, unseen),
  });
  if (below.length === 0) {
    return doubt("there is no smaller step to compare with at this x", Infinity);
  }
  const raw = Math.abs(top.value - first.value);
  for (const { step, value, noise: own } of below) {
    const truncation = first.error + raw * (step / top.step) ** order;
    if (!(Math.abs(value - first.value) <= 4 * (truncation + own + top.noise))) {
      return doubt(
        `the step ${top.step} is not small beside what f does: with ${step} the quotient is ${value}`,
        Math.abs(value - first.value),
      );
    }
  }
  for (let k = 1; k < ladder.length; k++) {
    const [larger, smaller] = [ladder[k - 1], ladder[k]];
    if (smaller.gap > 0.8 * larger.gap + 4 * (smaller.noise + larger.noise)) {
      return doubt(
        `the slopes left and right of x differ by ${smaller.gap} however small the step`,
        smaller.gap,
      );
    }
  }
  const rounding = 64 * Number.EPSILON * maxOf(values.map(Math.abs));
  if (noise > rounding && (unseen > 0 || top.noise > 1e-6 * Math.abs(first.value))) {
    return doubt(`f is noisy: values side by side differ by about ${noise}`, top.noise);
  }
  return undefined;
}

/**
 * The likeliest derivative of all the quotients: where two, one after the other, agree best, and no
 * smaller step speaks against them.
 */
export function plateauOf(ladder: readonly Rung[]): { value: number; within: number } {
  let best = { value: ladder[0].value, within: Infinity };
  for (let k = 1; k < ladder.length; k++) {
    const [a, b] = [ladder[k - 1], ladder[k]];
    const within = Math.abs(a.value - b.value) + a.noise + b.noise;
    const stands = ladder
      .slice(k)
      .every(({ value, noise }) => Math.abs(value - b.value) <= 4 * (within + noise));
    if (stands && within < best.within) best = { value: b.value, within };
  }
  return best;
}
