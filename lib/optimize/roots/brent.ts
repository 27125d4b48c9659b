import type { RootEnd, RootRun } from "./types";
import { type Point, vanishes } from "./vanishing";

/** How often an interval is halved on beyond tol to tell a root from a jump. */
const HALVINGS = 50;

/**
 * Brent's method for a root between a and b, where f has opposite signs (Brent 1973, "Algorithms for
 * Minimization without Derivatives", chapter 4).
 *
 * It keeps an interval with a change of sign. The next point comes from the parabola x(f) through the
 * last three points, or from the secant through two, and is the middle of the interval where those would
 * leave it or shrink it too slowly. So it closes in always, as surely as bisection, and near a simple root
 * about as fast as Newton's method. It ends when the interval is no longer than tol + 4ε|x| and |f| falls
 * towards its ends. Where |f| does not, the interval is narrowed on; if that does not help the sign
 * changes at a pole or a jump, which is no root.
 */
export function brent(
  f: (x: number) => number,
  a0: number,
  b0: number,
  { tol, maxIter, record }: RootRun,
): RootEnd {
  // b is the best point so far, c the other end of the interval, a the best point before b.
  let [a, b] = [a0, b0];
  let [fa, fb] = [f(a), f(b)];
  if (!(Math.sign(fa) * Math.sign(fb) <= 0)) {
    throw new RangeError(
      `root: f must have opposite signs at the ends of the bracket, got f(${a}) = ${fa} and f(${b}) = ${fb}`,
    );
  }
  const level = Math.min(Math.abs(fa), Math.abs(fb));
  const known: Point[] = [
    { x: a, fun: fa },
    { x: b, fun: fb },
  ];
  let [c, fc] = [a, fa];
  let step = b - a;
  let before = step;
  let length = tol;
  let narrowing = false;
  for (let nit = 0; ; nit++) {
    if (Math.sign(fb) === Math.sign(fc)) {
      [c, fc] = [a, fa];
      step = b - a;
      before = step;
    }
    if (Math.abs(fc) < Math.abs(fb)) {
      [a, fa, b, fb, c, fc] = [b, fb, c, fc, b, fb];
    }
    record({ x: b, fun: fb, step: b - a, bracket: [Math.min(b, c), Math.max(b, c)] });
    const half = c / 2 - b / 2;
    let near = 2 * Number.EPSILON * Math.abs(b) + length / 2;
    if (fb === 0) return { converged: true, message: "f is 0" };
    if (Math.abs(half) <= near) {
      if (vanishes({ x: b, fun: fb }, { x: c, fun: fc }, known, level)) {
        return { converged: true, message: `interval no longer than tol ${tol}, and f falls to 0` };
      }
      // Once more, on a scale far below: what looks like a jump may be a steep root.
      if (!narrowing) length = Math.min(tol, 2 * Math.abs(half)) * 2 ** -HALVINGS;
      near = 2 * Number.EPSILON * Math.abs(b) + length / 2;
      if (narrowing || Math.abs(half) <= near) {
        return { converged: false, message: noRoot(b, fb, c, fc) };
      }
      narrowing = true;
    }
    if (nit >= maxIter) return { converged: false, message: `maxIter reached (${maxIter})` };
    const guess = Math.abs(before) >= near && Math.abs(fa) > Math.abs(fb);
    const next = guess ? interpolate(a, fa, b, fb, c, fc) : Number.NaN;
    const inside = next * Math.sign(half) > 0 && Math.abs(next) < 1.5 * Math.abs(half) - near / 2;
    if (inside && Math.abs(next) < Math.abs(before) / 2) {
      before = step;
      step = next;
    } else {
      step = half;
      before = half;
    }
    [a, fa] = [b, fb];
    b += Math.abs(step) > near ? step : Math.sign(half) * near;
    fb = f(b);
    known.push({ x: b, fun: fb });
    if (Number.isNaN(fb)) return { converged: false, message: `f is NaN at ${b}` };
  }
}

const noRoot = (b: number, fb: number, c: number, fc: number) =>
  `f changes its sign between ${b} and ${c} without falling to 0, from ${fb} to ${fc}: a jump or a pole, no root`;

/** The step from b to the zero of x(f), a parabola through three points or a line through two. */
function interpolate(a: number, fa: number, b: number, fb: number, c: number, fc: number): number {
  const s = fb / fa;
  if (a === c) return ((c - b) * s) / (s - 1) || Number.NaN;
  const q = fa / fc;
  const r = fb / fc;
  return (
    (s * ((c - b) * q * (q - r) - (b - a) * (r - 1))) / -((q - 1) * (r - 1) * (s - 1)) || Number.NaN
  );
}
