import type { Ending } from "../descent/follow";
import { GOLDEN, resolution, type ScalarRun, type Triple } from "./types";

/**
 * The golden-section search (Kiefer 1953): of an interval with a lower point inside, the larger part is cut
 * in the golden ratio, and what lies beyond the higher of the two inner points falls away. Each evaluation
 * shortens it by 0.618, whatever f looks like.
 */
export function golden({ f, tol, maxIter, record }: ScalarRun, { a, b, c, fb }: Triple): Ending {
  let [low, high] = a < c ? [a, c] : [c, a];
  const width = high - low;
  let [x, fx] = [b, fb];
  for (let nit = 0; ; nit++) {
    record({ x, fun: fx, bracket: [low, high] });
    const near = resolution(tol, x, width);
    if (Math.max(x - low, high - x) <= 2 * near) {
      return { converged: true, message: `x known to ${(2 * near).toExponential(1)}` };
    }
    if (fx === -Infinity) return { converged: false, message: `f is −Infinity at ${x}` };
    if (nit >= maxIter) return { converged: false, message: `maxIter reached (${maxIter})` };
    const up = high - x > x - low;
    const u = up ? x + GOLDEN * (high - x) : x - GOLDEN * (x - low);
    const fu = f(u);
    if (fu <= fx) {
      if (up) low = x;
      else high = x;
      [x, fx] = [u, fu];
    } else if (up) high = u;
    else low = u;
  }
}
