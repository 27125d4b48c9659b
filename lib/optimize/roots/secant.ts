import { brent } from "./brent";
import type { RootEnd, RootRun } from "./types";

/** How often a step to where f is not finite is halved. */
const HALVINGS = 60;

/**
 * The secant method: Newton's with the slope of the line through the last two points. One evaluation a
 * step.
 *
 * It ends when the last step is no longer than tol·(1 + |x|) and |f| does not fall on; what makes it a
 * root is that Newton's step from there, with a slope measured at the place, is as short. By itself the
 * method may run off. So once f is known to change its sign, a step that does not lower |f| hands over to
 * Brent's method; and a step to where f is not finite is halved.
 */
export function secant(
  f: (x: number) => number,
  x0: number,
  { tol, maxIter, record }: RootRun,
): RootEnd {
  const short = (x: number) => tol * (1 + Math.abs(x));
  let [a, b] = [x0, x0 + 1e-4 * Math.max(1, Math.abs(x0))];
  let [fa, fb] = [f(a), f(b)];
  record({ x: a, fun: fa, step: 0 });
  if (fa === 0) return { converged: true, message: "f is 0" };
  if (!Number.isFinite(fa)) return { converged: false, message: `f is ${fa} at ${a}` };
  let across: number | null = null; // the last point where f has the other sign
  for (let nit = 1; ; nit++) {
    record({ x: b, fun: fb, step: b - a });
    if (!Number.isFinite(fb)) return { converged: false, message: `f is ${fb} at ${b}` };
    if (fb === 0) return { converged: true, message: "f is 0" };
    if (Math.sign(fa) !== Math.sign(fb)) across = a;
    const falls = Math.abs(fb) < Math.abs(fa) / 2;
    const ended = Math.abs(b - a) <= short(b) && nit > 1 && !falls;
    const spent = nit >= maxIter;
    if (ended || (spent && Math.abs(b - a) <= short(b))) {
      const h = Math.max(Math.sqrt(Number.EPSILON) * (1 + Math.abs(b)), 10 * Math.abs(b - a));
      const slope = (f(b + h) - fb) / h;
      if (Math.abs(fb) <= short(b) * Math.abs(slope)) {
        return { converged: true, message: `step no longer than tol ${tol}, f falls to 0` };
      }
    }
    if (spent) return { converged: false, message: `maxIter reached (${maxIter})` };
    const stuck = ended || Math.abs(fb) >= Math.abs(fa);
    if (across !== null && stuck) {
      const rest = { tol, maxIter: maxIter - nit, record };
      return brent(f, across, b, rest);
    }
    if (ended) {
      return {
        converged: false,
        message: `the steps shrink to ${b}, where f is ${fb} and no root`,
      };
    }
    if (fa === fb) {
      return { converged: false, message: `the secant through ${a} and ${b} is level` };
    }
    let step = -(b - a) / (1 - fa / fb);
    [a, fa] = [b, fb];
    for (let k = 0; k <= HALVINGS; k++) {
      b = a + step;
      fb = f(b);
      if (Number.isFinite(b) && Number.isFinite(fb)) break;
      step /= 2;
    }
  }
}
