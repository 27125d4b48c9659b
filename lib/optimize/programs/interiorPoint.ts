import { LinAlgError } from "../../core";
import { matvec } from "../../linalg/flat";
import { inner, maxAbs } from "../kernels/vectors";
import {
  add,
  addInequalities,
  type ConvexProgram,
  inequalitiesAt,
  type PrimalDual,
} from "./convexProgram";
import { NewtonSystem } from "./newtonSystem";

/** What is left of the optimality conditions at a point. */
export interface Residuals {
  /** Qx + c + Gᵀz + Aᵀy. */
  dual: Float64Array;
  /** Ax − b. */
  equations: Float64Array;
  /** rows·x + s − h. */
  inequalities: Float64Array;
  /** The largest of them, each relative to the data alone, and of sᵀz, relative to the objective. */
  worst: number;
}

/** Iterations at most; 10 to 25 are usual. */
const ITERATIONS = 80;
/** A point this far out runs off: there is no solution, or no hope of one. */
const FAR = 1e9;
/** The part of the way to the wall that a step goes. */
const CLOSE = 0.995;
/** Accuracy aimed at; where rounding stops short of it the best point counts. */
const GOAL = 1e-13;

/** The residuals of the optimality conditions (Karush, Kuhn, Tucker). */
export function residualsOf(program: ConvexProgram, { x, s, z, y }: PrimalDual): Residuals {
  const { Q, c, h, A, b } = program;
  const dual = matvec(Q, x);
  const value = inner(x, dual) / 2 + inner(c, x);
  for (let j = 0; j < dual.length; j++) dual[j] += c[j];
  addInequalities(dual, program, z);
  add(dual, matvec(A, y, { transpose: true }));
  const equations = matvec(A, x);
  for (let i = 0; i < equations.length; i++) equations[i] -= b[i];
  const inequalities = inequalitiesAt(program, x);
  for (let i = 0; i < inequalities.length; i++) inequalities[i] += s[i] - h[i];
  const worst = Math.max(
    maxAbs(dual) / (1 + maxAbs(c)),
    maxAbs(equations) / (1 + maxAbs(b)),
    maxAbs(inequalities) / (1 + maxAbs(h)),
    inner(s, z) / (1 + Math.abs(value)),
  );
  return { dual, equations, inequalities, worst };
}

/** The longest step along which v + step·dv stays ≥ 0. */
function room(v: Float64Array, dv: Float64Array): number {
  let step = Infinity;
  for (let i = 0; i < v.length; i++) if (dv[i] < 0) step = Math.min(step, -v[i] / dv[i]);
  return step;
}

/** v + a·d. */
const along = (v: Float64Array, a: number, d: Float64Array) => v.map((t, i) => t + a * d[i]);
const negated = (v: Float64Array) => v.map((t) => -t);

/** A start: the point that a unit weight on the slacks gives, pushed into the interior. */
function startOf(program: ConvexProgram): PrimalDual {
  const { c, h, b } = program;
  const system = new NewtonSystem(program, new Float64Array(h.length).fill(1));
  const { dx: x, dy: y } = system.solve(negated(c), h, b);
  const over = inequalitiesAt(program, x).map((v, i) => v - h[i]);
  const inside = (v: Float64Array) => {
    let least = Infinity;
    for (const t of v) least = Math.min(least, t);
    return least > 0 ? v : v.map((t) => t - least + 1);
  };
  return { x, y, z: inside(over), s: inside(negated(over)) };
}

/**
 * One iteration: the step to μ = 0, the target that it suggests, and the step to that target, corrected
 * for curvature. The correction makes some programs go in circles: `careful` goes without it, and aims at
 * the middle of the path.
 */
function advance(
  program: ConvexProgram,
  { x, s, z, y }: PrimalDual,
  residuals: Residuals,
  careful: boolean,
): PrimalDual {
  const m = s.length;
  const system = new NewtonSystem(
    program,
    z.map((v, i) => v / s[i]),
  );
  const [r, q] = [negated(residuals.dual), negated(residuals.equations)];
  const { inequalities } = residuals;
  /** The Newton step to points with s∘z near s∘z − complement. */
  const newton = (complement: Float64Array) => {
    const move = system.solve(
      r,
      complement.map((v, i) => v / z[i] - inequalities[i]),
      q,
    );
    // of the two equations for ds each takes the one in which its small numbers do not cancel
    const ds = inequalitiesAt(program, move.dx).map((v, i) =>
      z[i] > s[i] ? -(complement[i] + s[i] * move.dz[i]) / z[i] : -inequalities[i] - v,
    );
    return { ...move, ds, reach: Math.min(room(s, ds), room(z, move.dz)) };
  };
  const sz = s.map((v, i) => v * z[i]);
  let step = newton(sz);
  if (m > 0) {
    const reach = Math.min(1, step.reach);
    const mu = inner(s, z) / m;
    const ahead = inner(along(s, reach, step.ds), along(z, reach, step.dz)) / m;
    const { ds, dz } = step;
    const target = mu * (ahead / mu) ** 3;
    step = careful
      ? newton(sz.map((v) => v - Math.max(target, mu / 2)))
      : newton(sz.map((v, i) => v + ds[i] * dz[i] - target));
  }
  const a = Math.min(1, CLOSE * step.reach);
  return {
    x: along(x, a, step.dx),
    y: along(y, a, step.dy),
    s: along(s, a, step.ds),
    z: along(z, a, step.dz),
  };
}

/**
 * Mehrotra's predictor–corrector method, which follows the central path sᵢzᵢ = μ as μ → 0 (Mehrotra 1992;
 * Nocedal & Wright, algorithm 16.4; the start after Vandenberghe 2010).
 *
 * Each iteration solves the Newton equations of the optimality conditions twice with one matrix: to see
 * how far a step to μ = 0 would get, and with the μ that this suggests and a correction for its curvature.
 * `visit` is called with each point. Returns the best point met, none if even the start has no number.
 * Cost: O(n³ + mn²) an iteration.
 */
export function interiorPoint(
  program: ConvexProgram,
  visit: (at: PrimalDual) => void,
): { point: PrimalDual; worst: number } | null {
  let best: PrimalDual | null = null;
  let least = Infinity;
  try {
    let at = startOf(program);
    for (let k = 0, since = 0; k < ITERATIONS; k++) {
      const residuals = residualsOf(program, at);
      if (!(Math.max(maxAbs(at.x), maxAbs(at.z), residuals.worst) < FAR)) break;
      visit(at);
      since = residuals.worst < 0.9 * least ? 0 : since + 1;
      if (residuals.worst < least) [best, least] = [at, residuals.worst];
      if (least <= GOAL || since > 15 || (least < 1e-9 && since > 3)) break;
      at = advance(program, at, residuals, since > 3);
    }
  } catch (error) {
    // The weights are so far apart that the Newton equations have no solution: the best point counts.
    if (!(error instanceof LinAlgError)) throw error;
  }
  return best && { point: best, worst: least };
}
