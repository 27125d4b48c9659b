import type { Vector } from "../../core";
import type { Bound } from "../types";
import { columnNorms } from "./columns";
import { DEAF, type FitRun, lengthOf, look, rounding, type State } from "./state";

/** How far to look, relative to the size of a parameter and to 1. */
const NEAR = 1e-3;

/**
 * Looks for a lower cost near a point, along the parameters on which the residuals do not depend there to first
 * order: their columns of the Jacobian vanish at a maximum and at a saddle as at a minimum. Null if there
 * is none. Costs nothing where no column vanishes, else two evaluations of f for each that does.
 */
export function lowerBeside(
  run: FitRun,
  at: State,
  bounds: readonly Bound[] | undefined,
): Vector | null {
  const norms = columnNorms(at.J);
  const bar = DEAF * lengthOf(at);
  const level = at.cost - 2 * rounding(at);
  for (let j = 0; j < at.x.length; j++) {
    const size = Math.max(1, Math.abs(at.x[j]));
    if (norms[j] * size > bar) continue;
    const [lower, upper] = bounds?.[j] ?? [-Infinity, Infinity];
    for (const step of [NEAR * size, -NEAR * size]) {
      const moved = Math.min(upper, Math.max(lower, at.x[j] + step));
      const x = at.x.map((v, i) => (i === j ? moved : v));
      if (look(run, x).cost < level) return x;
    }
  }
  return null;
}
