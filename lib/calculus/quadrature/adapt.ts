import { Extrapolation } from "./extrapolation";
import { type Estimate, kronrod } from "./kronrod";
import type { Piece } from "./pieces";

/** A piece of the range, halved `level` times, with what the rule finds there. */
interface Interval extends Piece, Estimate {
  level: number;
}

/** When to stop. */
export interface Goal {
  epsabs: number;
  epsrel: number;
  limit: number;
}

/** What came of it. */
export interface Integral {
  value: number;
  error: number;
  converged: boolean;
  message: string;
}

/** An error that is this many units of rounding of ∫|f| is as small as it gets. */
const ROUNDING = 100 * Number.EPSILON;

/** An interval of fewer doubles than this is not halved. */
const FEWEST = 1000 * Number.EPSILON;

/** A peak counts as seen if this part of its height was met. */
const VISIBLE = 1e-2;

/** So often a bisection may leave an error as it was. */
const STUCK = 10;

/**
 * Globally adaptive integration: the interval with the largest error is halved, again and again. At a
 * singularity that takes ever smaller intervals, each an equal part of the error of the last; so the
 * totals at each size are extrapolated (the algorithm QAGP of QUADPACK; de Doncker 1978).
 *
 * Before a smallest interval is halved once more, the larger ones must be good enough, so that the
 * sequence of totals owes its error to the singularity alone.
 */
export function integrate(pieces: readonly Piece[], goal: Goal): Integral {
  const intervals = pieces.map((piece) => measure(piece, 0));
  const extrapolation = new Extrapolation();
  let stuck = 0;
  let message = "";

  while (message === "") {
    const { area, error, absolute } = sums(intervals);
    if (!Number.isFinite(absolute)) throw new RangeError("quad: the integral of |f| overflows");
    const within = (e: number, value: number) =>
      e <= Math.max(goal.epsabs, goal.epsrel * Math.abs(value), ROUNDING * absolute);
    const unseen = intervals.find((each) => each.level === 0 || hides(each));
    const { limit, level } = extrapolation;
    const enough = within(error, area) || (limit && within(limit.error, limit.value));
    if (unseen === undefined && enough) break;
    if (intervals.length >= goal.limit) {
      message = `${goal.limit} intervals were not enough; a larger limit, or points where f is not smooth, may help`;
      break;
    }
    let next = unseen ?? worst(intervals.filter(divisible));
    if (next === undefined) {
      message = "the intervals are as small as numbers allow";
      break;
    }
    if (unseen === undefined && next.level >= level) {
      const large = intervals.filter((each) => each.level < level);
      const largest = worst(large.filter(divisible));
      const rest = sums(large).error;
      if (largest !== undefined && !within(rest, area)) next = largest;
      else {
        extrapolation.add(intervals, area, error, rest);
        if (extrapolation.isIdle(error)) {
          message = "extrapolation does not get better";
          break;
        }
      }
    }
    const halves = bisect(next);
    const after = sums(halves);
    intervals.splice(intervals.indexOf(next), 1, ...halves);
    const same = Math.abs(next.area - after.area) <= 1e-5 * Math.abs(after.area);
    const noisy = same && after.error >= 0.99 * next.error && after.error < 0.1 * after.absolute;
    if (next.level > 0 && noisy) stuck++;
    if (stuck >= STUCK) message = "rounding, or noise of f, keeps the error from falling";
  }
  return conclude(sums(intervals), extrapolation, message, goal);
}

function measure(piece: Piece, level: number): Interval {
  return { ...piece, level, ...kronrod(piece.integrand, piece.lo, piece.hi, piece.ends) };
}

function bisect({ integrand, lo, hi, ends, peaks, level }: Interval): Interval[] {
  const middle = lo / 2 + hi / 2;
  return [
    measure({ integrand, lo, hi: middle, ends: [ends[0], "inner"], peaks }, level + 1),
    measure({ integrand, lo: middle, hi, ends: ["inner", ends[1]], peaks }, level + 1),
  ];
}

/** Whether a peak was seen in an interval that weighs more than all the rule finds there. */
function hides(interval: Interval): boolean {
  const { lo, hi, largest, absolute, peaks } = interval;
  const hidden = ({ t, height, weight }: Interval["peaks"][number]) =>
    t >= lo && t <= hi && weight > absolute && largest < VISIBLE * height;
  return peaks.some(hidden) && divisible(interval);
}

function divisible({ lo, hi }: Interval): boolean {
  return hi - lo > FEWEST * Math.max(Math.abs(lo), Math.abs(hi));
}

function worst(intervals: readonly Interval[]): Interval | undefined {
  let found: Interval | undefined;
  for (const each of intervals) if (found === undefined || each.error > found.error) found = each;
  return found;
}

function sums(intervals: readonly Estimate[]): Estimate {
  const total = { area: 0, error: 0, absolute: 0, largest: 0 };
  for (const { area, error, absolute, largest } of intervals) {
    total.area += area;
    total.error += error;
    total.absolute += absolute;
    total.largest = Math.max(total.largest, largest);
  }
  return total;
}

/** The better of the total and the limit, and whether it is good enough. */
function conclude(
  { area, error, absolute }: Estimate,
  { limit, diverges }: Extrapolation,
  message: string,
  { epsabs, epsrel }: Goal,
): Integral {
  if (error > ROUNDING * absolute && diverges) {
    return {
      value: area,
      error,
      converged: false,
      message: "the integral seems to diverge: it grows as much with each halving of the intervals",
    };
  }
  const best = limit !== undefined && limit.error < error ? limit : { value: area, error };
  const wanted = Math.max(epsabs, epsrel * Math.abs(best.value), ROUNDING * absolute);
  const converged = best.error <= wanted;
  if (!converged) {
    const apart = limit === undefined ? 0 : Math.abs(limit.value - area);
    return { value: best.value, error: Math.max(best.error, apart), converged, message };
  }
  if (absolute === 0) {
    return {
      ...best,
      converged,
      message: "f is 0 wherever it was tried; points may point to a peak",
    };
  }
  const how = best === limit ? "extrapolated to a singularity" : "the error is as small as wanted";
  return { ...best, converged, message: how };
}
