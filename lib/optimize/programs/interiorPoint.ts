import { LinAlgError, type Matrix, minOf, type Vector } from "../../core";
import { solve } from "../../linalg";
import { along, inner, maxAbs, negate } from "../kernels/vectors";

/** A convex quadratic program: min ½xᵀQx + cᵀx subject to Gx ≤ h, Ax = b. */
export interface ConvexProgram {
  Q: Matrix;
  c: Vector;
  G: Matrix;
  h: Vector;
  A: Matrix;
  b: Vector;
}

/** x, the slacks s = h − Gx ≥ 0, and the multipliers z ≥ 0 of Gx ≤ h and y of Ax = b. */
export interface PrimalDual {
  x: Vector;
  s: Vector;
  z: Vector;
  y: Vector;
}

/** What is left of the optimality conditions at a point. */
export interface Residuals {
  /** Qx + c + Gᵀz + Aᵀy. */
  dual: Vector;
  /** Ax − b. */
  equations: Vector;
  /** Gx + s − h. */
  inequalities: Vector;
  /** The largest of them, each relative to the data alone, and of sᵀz, relative to the objective. */
  worst: number;
}

/** Iterations at most; 10 to 25 are usual. */
const ITERATIONS = 80;
/** A point this far out runs off: there is no solution, or no hope of one. */
const FAR = 1e15;
/** The part of the way to the wall that a step goes. */
const CLOSE = 0.995;
/** Accuracy aimed at; where rounding stops short of it the best point counts. */
const GOAL = 1e-13;

const product = (M: Matrix, v: Vector): Vector => M.map((row) => inner(row, v));

/** v + Mᵀw. */
function addTransposed(v: Vector, M: Matrix, w: Vector): Vector {
  const out = v.slice();
  M.forEach((row, i) => {
    for (let j = 0; j < out.length; j++) out[j] += w[i] * row[j];
  });
  return out;
}

/** The residuals of the optimality conditions (Karush, Kuhn, Tucker). */
export function residualsOf(program: ConvexProgram, { x, s, z, y }: PrimalDual): Residuals {
  const { Q, c, G, h, A, b } = program;
  const Qx = product(Q, x);
  const stationary = addTransposed(
    Qx.map((v, i) => v + c[i]),
    G,
    z,
  );
  const dual = addTransposed(stationary, A, y);
  const equations = product(A, x).map((v, i) => v - b[i]);
  const inequalities = product(G, x).map((v, i) => v + s[i] - h[i]);
  const worst = Math.max(
    maxAbs(dual) / (1 + maxAbs(c)),
    maxAbs(equations) / (1 + maxAbs(b)),
    maxAbs(inequalities) / (1 + maxAbs(h)),
    inner(s, z) / (1 + Math.abs(inner(x, Qx) / 2 + inner(c, x))),
  );
  return { dual, equations, inequalities, worst };
}

/**
 * Solves the Newton equations at a point with ratios wᵢ = zᵢ/sᵢ,
 *
 *   Q·dx + Gᵀdz + Aᵀdy = r,   G·dx − dz/w = t,   A·dx = q.
 *
 * Rows of G with wᵢ ≤ 1, and those of single variables, are eliminated, dzᵢ = wᵢ(Gᵢdx − tᵢ). The others
 * stay in the system: eliminated, their large weights would drown the rest.
 */
function solveNewton({ Q, G, A }: ConvexProgram, w: Vector, r: Vector, t: Vector, q: Vector) {
  const n = Q.length;
  const single = (row: Vector) => row.filter((v) => v !== 0).length <= 1;
  const stays = G.map((_, k) => k).filter((k) => w[k] > 1 && !single(G[k]));
  const rows = [...stays.map((k) => G[k]), ...A];
  const K = [
    ...Q.map((row, i) => [...row, ...rows.map((a) => a[i])]),
    ...rows.map((a, i) => [
      ...a,
      ...rows.map((_, j) => (i === j && i < stays.length ? -1 / w[stays[i]] : 0)),
    ]),
  ];
  const rhs = [...r, ...stays.map((k) => t[k]), ...q];
  G.forEach((row, k) => {
    if (stays.includes(k)) return;
    for (let i = 0; i < n; i++) {
      const a = w[k] * row[i];
      if (a === 0) continue;
      rhs[i] += a * t[k];
      for (let j = 0; j < n; j++) K[i][j] += a * row[j];
    }
  });
  const v = solveTouched(K, rhs, n);
  const dx = v.slice(0, n);
  const dz = G.map((row, k) => w[k] * (inner(row, dx) - t[k]));
  stays.forEach((k, i) => {
    dz[k] = v[n + i];
  });
  return { dx, dz, dy: v.slice(n + stays.length) };
}

/**
 * Solves K·v = b. Where K is singular, because no term fixes some direction of x or rows repeat each
 * other, the diagonal is touched: as if such directions were held with a weak spring.
 */
function solveTouched(K: Matrix, b: Vector, n: number): Vector {
  try {
    return solve(K, b);
  } catch (error) {
    if (!(error instanceof LinAlgError)) throw error;
    const touch = 1e-9 * Math.max(1, ...K.map(maxAbs));
    const held = K.map((row, i) => row.map((v, j) => (i !== j ? v : v + (i < n ? touch : -touch))));
    return solve(held, b);
  }
}

/** The longest step along which v + step·dv stays ≥ 0. */
function room(v: Vector, dv: Vector): number {
  let step = Infinity;
  for (let i = 0; i < v.length; i++) if (dv[i] < 0) step = Math.min(step, -v[i] / dv[i]);
  return step;
}

/** A start: the point that a unit weight on the slacks gives, pushed into the interior. */
function startOf(program: ConvexProgram): PrimalDual {
  const { c, G, h, b } = program;
  const ones = h.map(() => 1);
  const { dx: x, dy: y } = solveNewton(program, ones, negate(c), h, b);
  const over = product(G, x).map((v, i) => v - h[i]);
  const inside = (v: Vector) => {
    const least = Math.min(minOf(v), Infinity);
    return least > 0 || v.length === 0 ? v : v.map((t) => t - least + 1);
  };
  return { x, y, z: inside(over), s: inside(over.map((v) => -v)) };
}

/**
 * One iteration: the step to μ = 0, the target that it suggests, and the step to that target, corrected
 * for curvature. The correction makes some programs go in circles: `careful` goes without it, and aims at
 * the middle of the path.
 */
function advance(
  program: ConvexProgram,
  at: PrimalDual,
  residuals: Residuals,
  careful: boolean,
): PrimalDual {
  const { G, h } = program;
  const { x, s, z, y } = at;
  const { dual, equations, inequalities } = residuals;
  const weights = z.map((v, i) => v / s[i]);
  /** The Newton step to points with s∘z near s∘z − complement. */
  const newton = (complement: Vector) => {
    const t = complement.map((v, i) => v / z[i] - inequalities[i]);
    const move = solveNewton(program, weights, negate(dual), t, negate(equations));
    const ds = product(G, move.dx).map((v, i) => -inequalities[i] - v);
    return { ...move, ds, reach: Math.min(room(s, ds), room(z, move.dz)) };
  };
  const sz = s.map((v, i) => v * z[i]);
  let step = newton(sz);
  if (h.length > 0) {
    const reach = Math.min(1, step.reach);
    const mu = inner(s, z) / h.length;
    const ahead = inner(along(s, reach, step.ds), along(z, reach, step.dz)) / h.length;
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
 * `visit` is called with each point and its residuals. Returns the best point met. Cost: O(n³ + mn²) an
 * iteration.
 */
export function interiorPoint(
  program: ConvexProgram,
  visit: (at: PrimalDual, residuals: Residuals) => void,
): { point: PrimalDual; worst: number } {
  let at = startOf(program);
  let best = at;
  let least = Infinity;
  for (let k = 0, since = 0; k < ITERATIONS; k++) {
    const residuals = residualsOf(program, at);
    if (!(Math.max(maxAbs(at.x), maxAbs(at.z), residuals.worst) < FAR)) break;
    visit(at, residuals);
    since = residuals.worst < 0.9 * least ? 0 : since + 1;
    if (residuals.worst < least) [best, least] = [at, residuals.worst];
    if (least <= GOAL || since > 15 || (least < 1e-9 && since > 3)) break;
    try {
      at = advance(program, at, residuals, since > 3);
    } catch (error) {
      if (error instanceof LinAlgError) break;
      throw error;
    }
  }
  return { point: best, worst: least };
}
