import { LinAlgError, type Matrix, type Vector } from "../core";
import { solve } from "../linalg";
import { along, inner, maxAbs } from "./kernel";

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
  /** The largest of them and of sᵀz, each relative to the size of its terms. */
  worst: number;
}

/** Iterations at most; 10 to 25 are usual. */
const ITERATIONS = 80;
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
  const Gz = addTransposed(
    c.map(() => 0),
    G,
    z,
  );
  const dual = addTransposed(
    Qx.map((v, i) => v + c[i] + Gz[i]),
    A,
    y,
  );
  const Gx = product(G, x);
  const Ax = product(A, x);
  const equations = Ax.map((v, i) => v - b[i]);
  const inequalities = Gx.map((v, i) => v + s[i] - h[i]);
  const value = inner(x, Qx) / 2 + inner(c, x);
  const worst = Math.max(
    maxAbs(dual) / (1 + Math.max(maxAbs(Qx), maxAbs(c), maxAbs(Gz))),
    maxAbs(equations) / (1 + Math.max(maxAbs(Ax), maxAbs(b))),
    maxAbs(inequalities) / (1 + Math.max(maxAbs(Gx), maxAbs(h))),
    inner(s, z) / (1 + Math.abs(value)),
  );
  return { dual, equations, inequalities, worst };
}

/** Solves [Q + Gᵀ·diag(d)·G, Aᵀ; A, 0]·(dx, dy) = (r, q). */
function solveKKT({ Q, G, A }: ConvexProgram, d: Vector, r: Vector, q: Vector) {
  const n = Q.length;
  const K = [
    ...Q.map((row, i) => [...row, ...A.map((a) => a[i])]),
    ...A.map((a) => [...a, ...A.map(() => 0)]),
  ];
  G.forEach((row, k) => {
    for (let i = 0; i < n; i++) {
      const a = d[k] * row[i];
      if (a !== 0) for (let j = 0; j < n; j++) K[i][j] += a * row[j];
    }
  });
  const rhs = [...r, ...q];
  const split = (v: Vector) => ({ dx: v.slice(0, n), dy: v.slice(n) });
  try {
    return split(solve(K, rhs));
  } catch (error) {
    if (!(error instanceof LinAlgError)) throw error;
    // Directions that no term fixes, or equations that repeat each other: a touch of each is held still.
    const touch = 1e-9 * Math.max(1, ...K.map(maxAbs));
    return split(
      solve(
        K.map((row, i) => row.map((v, j) => (i !== j ? v : v + (i < n ? touch : -touch)))),
        rhs,
      ),
    );
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
  const { dx: x, dy: y } = solveKKT(
    program,
    ones,
    addTransposed(
      c.map((v) => -v),
      G,
      h,
    ),
    b,
  );
  const over = product(G, x).map((v, i) => v - h[i]);
  const inside = (v: Vector) => {
    const least = Math.min(...v, Infinity);
    return least > 0 || v.length === 0 ? v : v.map((t) => t - least + 1);
  };
  return { x, y, z: inside(over), s: inside(over.map((v) => -v)) };
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
  const { G, h } = program;
  let at = startOf(program);
  let best = at;
  let least = Infinity;
  for (let k = 0, since = 0; k < ITERATIONS; k++) {
    const residuals = residualsOf(program, at);
    if (!Number.isFinite(residuals.worst)) break;
    visit(at, residuals);
    since = residuals.worst < 0.9 * least ? 0 : since + 1;
    if (residuals.worst < least) [best, least] = [at, residuals.worst];
    if (least <= GOAL || since > 15 || (least < 1e-9 && since > 3)) break;
    const { x, s, z, y } = at;
    const { dual, equations, inequalities } = residuals;
    const weights = z.map((v, i) => v / s[i]);
    if (!weights.every(Number.isFinite)) break;
    const step = (complement: Vector) => {
      const t = z.map((v, i) => (v * inequalities[i] - complement[i]) / s[i]);
      const r = addTransposed(dual, G, t).map((v) => -v);
      const { dx, dy } = solveKKT(
        program,
        weights,
        r,
        equations.map((v) => -v),
      );
      const Gdx = product(G, dx);
      const dz = t.map((v, i) => v + weights[i] * Gdx[i]);
      const ds = Gdx.map((v, i) => -inequalities[i] - v);
      return { dx, dy, dz, ds };
    };
    try {
      const sz = s.map((v, i) => v * z[i]);
      const mu = inner(s, z) / (h.length || 1);
      const ahead = step(sz);
      const reach = Math.min(1, room(s, ahead.ds), room(z, ahead.dz));
      const muAhead = inner(along(s, reach, ahead.ds), along(z, reach, ahead.dz)) / (h.length || 1);
      const target = mu === 0 ? 0 : mu * (muAhead / mu) ** 3;
      const { dx, dy, dz, ds } =
        h.length === 0 ? ahead : step(sz.map((v, i) => v + ahead.ds[i] * ahead.dz[i] - target));
      const a = Math.min(1, Math.max(0.99, 1 - mu) * Math.min(room(s, ds), room(z, dz)));
      at = { x: along(x, a, dx), y: along(y, a, dy), s: along(s, a, ds), z: along(z, a, dz) };
    } catch (error) {
      if (error instanceof LinAlgError) break;
      throw error;
    }
  }
  return { point: best, worst: least };
}
