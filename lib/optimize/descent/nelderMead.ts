import { maxOf, type Vector } from "../../core";
import { along, maxAbs } from "../kernels/vectors";
import type { Iterate, Method } from "./follow";
import type { Objective } from "./objective";

/** A corner of the simplex. */
export interface Corner {
  x: Vector;
  fun: number;
}

/** NaN counts as worse than anything, so that the simplex moves away from it. */
const byValue = (a: Corner, b: Corner) => rank(a) - rank(b) || 0;
const rank = (c: Corner) => (Number.isNaN(c.fun) ? Infinity : c.fun);

/** The first simplex: x0 and one corner for each axis, 5 % (or 0.00025 at zero) away; best first. */
export function corners(objective: Objective, x0: Vector): Corner[] {
  const moved = x0.map((v, i) => [
    ...x0.slice(0, i),
    v === 0 ? 0.00025 : 1.05 * v,
    ...x0.slice(i + 1),
  ]);
  return [x0, ...moved].map((x) => ({ x, fun: objective.value(x) })).sort(byValue);
}

/** A simplex as an iterate: its best corner, with the simplex's size as step. */
export const iterate = (simplex: Corner[]): Iterate => ({
  x: simplex[0].x,
  fun: simplex[0].fun,
  grad: [],
  step: maxOf(simplex.slice(1).flatMap((c) => c.x.map((v, i) => Math.abs(v - simplex[0].x[i])))),
  simplex: simplex.map((c) => c.x),
});

/**
 * The simplex method of Nelder and Mead (1965), which needs no gradient.
 *
 * Of n + 1 corners the worst is reflected through the centre of the others, and the simplex stretched
 * or shrunk by how well that goes, with the coefficients of Gao & Han (2012), which depend on the
 * dimension: 1, 1 + 2/n, ¾ − 1/2n, 1 − 1/n (the classical 1, 2, ½, ½ for n = 2). It ends when all
 * corners lie within `tol` of the best in every coordinate and in value, or within `tol` times what x and
 * f were seen to range over where that is less than 1, or within rounding. On some smooth functions it
 * converges to a point that is no minimum (McKinnon 1998): a check by a gradient is wise.
 */
export function* nelderMead(objective: Objective, start: Corner[], tol: number): Method {
  const n = start.length - 1;
  const wide = Math.max(n, 2); // n = 1 takes the classical coefficients
  const [grow, pull, shrink] = [1 + 2 / wide, 0.75 - 0.5 / wide, 1 - 1 / wide];
  const at = (x: Vector): Corner => ({ x, fun: objective.value(x) });
  let simplex = start;
  let [wideX, wideF] = [0, 0];
  for (;;) {
    const here = iterate(simplex);
    const size = maxAbs(here.x);
    const spread = rank(simplex[n]) - rank(simplex[0]);
    wideX = Math.max(wideX, size, here.step);
    wideF = Math.max(wideF, spread, rank(start[0]) - here.fun) || wideF;
    const rounding = 4 * Number.EPSILON;
    if (
      here.step <= rounding * size ||
      (here.step <= tol * Math.min(1, wideX) &&
        spread <= Math.max(tol * Math.min(1, wideF), rounding * Math.abs(here.fun)))
    ) {
      return {
        converged: true,
        message: `simplex of size ${here.step.toExponential(1)} and values within ${spread.toExponential(1)}, tol ${tol}`,
      };
    }
    const [best, worst] = [simplex[0], simplex[n]];
    const centre = best.x.map((_, i) => {
      let sum = 0;
      for (let k = 0; k < n; k++) sum += simplex[k].x[i];
      return sum / n;
    });
    const away = centre.map((v, i) => v - worst.x[i]);
    const reflected = at(along(centre, 1, away));
    let fresh: Corner | null = reflected;
    if (byValue(reflected, best) < 0) {
      const expanded = at(along(centre, grow, away));
      if (byValue(expanded, reflected) < 0) fresh = expanded;
    } else if (byValue(reflected, simplex[n - 1]) >= 0) {
      const outside = byValue(reflected, worst) < 0;
      const contracted = at(along(centre, outside ? pull : -pull, away));
      const better = outside ? byValue(contracted, reflected) <= 0 : byValue(contracted, worst) < 0;
      fresh = better ? contracted : null;
    }
    simplex = fresh
      ? [...simplex.slice(0, n), fresh].sort(byValue)
      : [
          best,
          ...simplex.slice(1).map((c) => at(best.x.map((b, i) => b + shrink * (c.x[i] - b)))),
        ].sort(byValue);
    yield iterate(simplex);
  }
}
