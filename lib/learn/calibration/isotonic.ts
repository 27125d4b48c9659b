import {
  type ReadonlyVector,
  requireBoolean,
  requireOneOf,
  requireOptions,
  requireVector,
  summarised,
  type Vector,
} from "../../core";
import { greatest } from "../guards";
import type { FitReport } from "../report";
import { powerBelow } from "../scaling";
import { weightsOrOnes } from "../weights";
import { type Point, poolViolators } from "./poolViolators";

/** Options of `isotonicRegression`. */
export interface IsotonicOptions {
  /** Whether the function rises (true, the default) or falls. */
  increasing?: boolean;
  /** Weight of each sample, ≥ 0. Default 1. */
  weights?: ReadonlyVector;
  /** What `predict` does beyond the least and greatest x: `"clip"` (default) continues the function as a constant; `"error"` refuses. */
  outOfBounds?: "clip" | "error";
}

/** What `isotonicRegression` returns; `history` holds the weighted sum of squares that is least. */
export interface IsotonicRegression extends FitReport<{ objective: number }> {
  /** Where the function has its knots: the distinct x that count, ascending. */
  x: Vector;
  /** Its values there, monotone. */
  y: Vector;
  /** Values at other points: straight between two knots. */
  predict(xNew: ReadonlyVector): Vector;
}

/** Samples by ascending x, those of equal x as one with their mean. Weights of 0 do not count. */
function merged(x: ReadonlyVector, y: ReadonlyVector, w: Float64Array, sign: number): Point[] {
  const order = x.map((_, n) => n).filter((n) => w[n] > 0);
  order.sort((a, b) => x[a] - x[b]);
  const points: Point[] = [];
  for (const n of order) {
    const last = points[points.length - 1];
    if (last === undefined || last.x !== x[n]) {
      points.push({ x: x[n], y: sign * y[n], weight: w[n] });
    } else {
      last.weight += w[n];
      last.y += (sign * y[n] - last.y) * (w[n] / last.weight);
    }
  }
  return points;
}

/** The straight line through two knots, also where their distance leaves the range of doubles. */
function between(x: number, a: number, b: number, ya: number, yb: number): number {
  const t = (x / 2 - a / 2) / (b / 2 - a / 2);
  return t < 0.5 ? ya + t * (yb - ya) : yb + (1 - t) * (ya - yb);
}

/**
 * Isotonic regression: of all functions that rise (or fall) the one that makes Σ w_n (y_n − f(x_n))² least. It
 * is found at once by pooling adjacent violators (Ayer et al. 1955; Barlow et al. 1972): wherever a
 * mean is above the next, the two are replaced by their common mean. Between the x that were seen f runs
 * straight.
 *
 * @param x - Length N, in any order; samples of equal x count as one with their mean.
 * @param y - Length N.
 * @returns `{ x, y, predict, converged, nit, message, history }`; see {@link IsotonicRegression}.
 * @throws RangeError if the lengths differ, are 0, hold NaN, or no weight is positive.
 * Cost O(N log N).
 * @example
 * learn.isotonicRegression([1, 2, 3, 4], [1, 3, 2, 4]).y // => [1, 2.5, 2.5, 4]
 * learn.isotonicRegression([1, 2, 3, 4], [1, 3, 2, 4]).predict([0, 1.5, 9]) // => [1, 1.75, 4]
 */
export function isotonicRegression(
  x: ReadonlyVector,
  y: ReadonlyVector,
  options: IsotonicOptions = {},
): IsotonicRegression {
  const caller = "isotonicRegression";
  requireVector(caller, "x", x, { minLength: 1 });
  requireVector(caller, "y", y, { length: x.length, lengthOf: "length of x" });
  requireOptions(caller, options, ["increasing", "weights", "outOfBounds"]);
  const increasing = requireBoolean(caller, "increasing", options.increasing ?? true);
  const { outOfBounds = "clip" } = options;
  requireOneOf(caller, "outOfBounds", outOfBounds, ["clip", "error"]);
  const w = weightsOrOnes(caller, options.weights, x.length, "length of x");

  // In units in which no sum of values or of weights leaves the range of doubles.
  const unit = powerBelow(greatest(y));
  const heaviest = powerBelow(greatest(w));
  const scaled = y.map((v) => v / unit);
  const share = w.map((v) => v / heaviest);
  const sign = increasing ? 1 : -1;
  const points = merged(x, scaled, share, sign);
  const fitted = poolViolators(points);
  const knots = points.map((p) => p.x);
  const values = Array.from(fitted, (v) => sign * v * unit);
  const last = knots.length - 1;
  const at = (v: number): number => {
    if (v <= knots[0]) return values[0];
    if (v >= knots[last]) return values[last];
    let [low, high] = [0, last];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (knots[middle] <= v) low = middle;
      else high = middle;
    }
    return between(v, knots[low], knots[high], values[low], values[high]);
  };
  const loss = scaled.reduce(
    (s, v, n) => (share[n] === 0 ? s : s + share[n] * (v - at(x[n]) / unit) ** 2),
    0,
  );
  return summarised("isotonic regression", {
    x: knots,
    y: values,
    predict(xNew) {
      const name = `${caller}.predict`;
      requireVector(name, "xNew", xNew);
      xNew.forEach((v, i) => {
        if (outOfBounds === "clip" || (v >= knots[0] && v <= knots[last])) return;
        throw new RangeError(
          `${name}: xNew[${i}] must be in [${knots[0]}, ${knots[last]}], where there were data, got ${v}`,
        );
      });
      return xNew.map(at);
    },
    converged: true,
    nit: 1,
    message: "solved directly",
    history: [{ objective: loss * heaviest * unit * unit }],
  });
}
