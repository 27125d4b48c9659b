import type { Matrix, Vector } from "../../core";
import { projectedGradient } from "../descent/box";
import { Objective } from "../descent/objective";
import { run, startAt } from "../descent/run";
import { inner, maxAbs } from "../kernels/vectors";
import type { Bound } from "../types";
import type { Constraint } from "./constraint";
import type { AugmentedLagrangianEntry, AugmentedLagrangianResult } from "./types";

/** The parts of a problem: minimise f subject to g ≤ 0, h = 0 and bounds. */
export interface Constrained {
  objective: Objective;
  g: Constraint;
  h: Constraint;
  bounds: readonly Bound[];
}

/** Where the weight of the constraints ends: beyond, rounding decides. */
const HEAVIEST = 1e14;
/** A point this much farther out than the start, and than 1, runs off. */
const FAR = 1e20;

/** base + Jᵀ·weights. */
const pulled = (base: Vector, J: Matrix, weights: Vector) =>
  base.map((v, j) => v + J.reduce((s, row, i) => s + weights[i] * row[j], 0));

/** Minimises f plus the shifted penalty with L-BFGS-B, from x. */
function minimisePenalised(
  { objective, g, h, bounds }: Constrained,
  x: Vector,
  { rho, lambda, nu, tol }: { rho: number; lambda: Vector; nu: Vector; tol: number },
) {
  const shifted = (at: Vector) => {
    const up = g.value(at).map((v, i) => Math.max(0, lambda[i] + rho * v));
    const level = h.value(at).map((v, i) => nu[i] + rho * v);
    const value = objective.value(at) + (inner(up, up) + inner(level, level)) / (2 * rho);
    const slope = pulled(objective.gradient(at), g.jacobian(at), up);
    return { value, grad: pulled(slope, h.jacobian(at), level) };
  };
  const penalised = new Objective(objective.caller, shifted, x.length, true, bounds);
  const rules = { tol, maxIter: 2000, historyEvery: Infinity, typical: 1 };
  return run(penalised, startAt(penalised, x), "l-bfgs-b", { bounds }, rules);
}

/** The method of multipliers, on a problem that has been checked and scaled; see `augmentedLagrangian`. */
export function multipliers(
  problem: Constrained,
  start: Vector,
  { tol, maxIter }: { tol: number; maxIter: number },
): AugmentedLagrangianResult {
  const { objective, g, h, bounds } = problem;
  const { unit } = objective;
  let lambda: Vector = new Array(g.count).fill(0);
  let nu: Vector = new Array(h.count).fill(0);
  let x = start;
  const first = [...g.value(x).map((v) => Math.max(0, v)), ...h.value(x)];
  const size = inner(first, first);
  let rho = Math.min(10, Math.max(1e-3, (2 * Math.abs(objective.value(x))) / size)) || 1;
  let before = Infinity;
  const history: AugmentedLagrangianEntry[] = [];
  for (let nit = 1; ; nit++) {
    const accuracy = Math.max(tol / 2, 10 ** -nit);
    const within = minimisePenalised(problem, x, { rho, lambda, nu, tol: accuracy });
    x = within.x;
    const over = g.value(x);
    const off = h.value(x);
    // how far constraint and multiplier are from "one of them is zero"
    const gap = maxAbs([...over.map((v, i) => Math.max(v, -lambda[i] / rho)), ...off]);
    lambda = lambda.map((v, i) => Math.max(0, v + rho * over[i]));
    nu = nu.map((v, i) => v + rho * off[i]);
    const value = objective.value(x);
    const fun = value * unit;
    const withG = pulled(objective.gradient(x), g.jacobian(x), lambda);
    const L = pulled(withG, h.jacobian(x), nu);
    const norm = maxAbs(projectedGradient({ x, grad: L }, bounds));
    // as they are without the scaling
    const gradNorm = norm * unit;
    const infeasibility = maxAbs([
      ...over.map((v, i) => Math.max(0, v) / g.weights[i]),
      ...off.map((v, i) => v / h.weights[i]),
    ]);
    const ineq = lambda.map((v, i) => v * g.weights[i] * unit);
    const eq = nu.map((v, i) => v * h.weights[i] * unit);
    history.push({ x, fun, infeasibility, gradNorm, penalty: rho, ineq, eq });
    const end = (converged: boolean, message: string): AugmentedLagrangianResult => ({
      x: x.slice(),
      fun,
      duals: {
        ineq,
        eq,
        lower: L.map((v, j) => (x[j] === bounds[j][0] ? Math.max(0, v * unit) : 0)),
        upper: L.map((v, j) => (x[j] === bounds[j][1] ? Math.max(0, -v * unit) : 0)),
      },
      infeasibility,
      nit,
      nfev: objective.nfev,
      ngev: objective.ngev,
      converged,
      message,
      history,
    });
    if (!Number.isFinite(fun) || Number.isNaN(gap)) {
      return end(false, `f or a constraint is not finite: ${within.message}`);
    }
    if (gap <= tol && norm <= tol) return end(true, `conditions hold to ${tol}`);
    const left = `violation ${infeasibility.toExponential(1)}, gradient ${gradNorm.toExponential(1)}`;
    if (maxAbs(x) > FAR * Math.max(1, maxAbs(start))) {
      return end(false, "f seems to be unbounded below: x runs off");
    }
    if (nit >= maxIter) return end(false, `maxIter reached (${maxIter}): ${left}`);
    if (rho > HEAVIEST) return end(false, `the constraints cannot be met near here: ${left}`);
    if (gap > 0.25 * before && gap > tol) rho *= 10;
    before = gap;
  }
}
