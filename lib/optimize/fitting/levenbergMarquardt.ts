import type { Vector } from "../../core";
import { matvec } from "../../linalg/flat";
import { scaledColumns } from "./columns";
import { type Geometry, trustRegionLoop } from "./loop";
import type { FitEnd, FitRun } from "./state";

const UNBOUNDED: Geometry = {
  frame: (at, D) => {
    const d = D.map((v) => 1 / v);
    const J = scaledColumns(at.J, d);
    return { d, J, g: matvec(J, at.r, { transpose: true }), h: d.map(() => 0), tall: J, r: at.r };
  },
  choose: (_, __, p) => p,
  place: (x) => x,
  settle: (_, at) => at,
};

/**
 * The Levenberg–Marquardt method: each step minimises the linear model ½‖J·p + r‖² within ‖D·p‖ ≤ Δ, D the
 * largest column lengths of J so far, and Δ as far as the model held (Levenberg 1944, Marquardt 1963; Moré
 * 1978 for the region). Cost of a step: one Jacobian and O(mn²) for its singular values.
 */
export const levenbergMarquardt = (run: FitRun, x0: Vector): FitEnd =>
  trustRegionLoop(run, x0, UNBOUNDED);
