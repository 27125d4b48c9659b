import type { Ending } from "../descent/follow";
import { GOLDEN, resolution, type ScalarRun, type Triple } from "./types";

/**
 * Brent's method for a minimum between two points (Brent 1973, "Algorithms for Minimization without
 * Derivatives", chapter 5).
 *
 * It keeps an interval and the three best points in it. The next point is the minimum of the parabola through
 * those where that falls inside and the steps become shorter, else the golden section of the larger part. So
 * it always closes in, and near a smooth minimum faster than by any fixed ratio. Ends when the interval
 * reaches no farther from the best point than the resolution.
 */
export function brentMinimum(
  { f, tol, maxIter, record }: ScalarRun,
  { a, b, c, fb }: Triple,
): Ending {
  let [low, high] = a < c ? [a, c] : [c, a];
  const width = high - low;
  // x is the best point, w the second, v the one before
  let [x, w, v] = [b, b, b];
  let [fx, fw, fv] = [fb, fb, fb];
  let step = 0;
  let before = 0;
  for (let nit = 0; ; nit++) {
    record({ x, fun: fx, bracket: [low, high] });
    const near = resolution(tol, x, width);
    if (Math.max(x - low, high - x) <= 2 * near) {
      return { converged: true, message: `x known to ${(2 * near).toExponential(1)}` };
    }
    if (fx === -Infinity) return { converged: false, message: `f is −Infinity at ${x}` };
    if (nit >= maxIter) return { converged: false, message: `maxIter reached (${maxIter})` };
    const guess = Math.abs(before) > near ? vertex(x, fx, w, fw, v, fv) : Number.NaN;
    const useful = Math.abs(guess) < Math.abs(before) / 2 && x + guess > low && x + guess < high;
    if (useful) {
      [before, step] = [step, guess];
      const u = x + step;
      if (u - low < 2 * near || high - u < 2 * near) step = x < low / 2 + high / 2 ? near : -near;
    } else {
      before = x < low / 2 + high / 2 ? high - x : low - x;
      step = GOLDEN * before;
    }
    const u = x + (Math.abs(step) >= near ? step : Math.sign(step) * near);
    const fu = f(u);
    if (fu <= fx) {
      if (u < x) high = x;
      else low = x;
      [v, fv, w, fw, x, fx] = [w, fw, x, fx, u, fu];
    } else {
      if (u < x) low = u;
      else high = u;
      if (fu <= fw || w === x) [v, fv, w, fw] = [w, fw, u, fu];
      else if (fu <= fv || v === x || v === w) [v, fv] = [u, fu];
    }
  }
}

/** From x to the minimum of the parabola through three points; NaN where it has none. */
function vertex(x: number, fx: number, w: number, fw: number, v: number, fv: number): number {
  const high = Math.max(Math.abs(fv - fx), Math.abs(fw - fx));
  const wide = Math.max(Math.abs(x - v), Math.abs(x - w));
  const [left, right] = [(x - w) / wide, (x - v) / wide];
  const r = (left * (fx - fv)) / high;
  const q = (right * (fx - fw)) / high;
  return (-wide * (right * q - left * r)) / (2 * (q - r));
}
