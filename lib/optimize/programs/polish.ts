import { LinAlgError } from "../../core";
import { copyOf, type Dense, dense, matvec, solve } from "../../linalg/flat";
import { maxAbs } from "../kernels/vectors";
import { add, type ConvexProgram, type PrimalDual } from "./convexProgram";
import { type Residuals, residualsOf } from "./interiorPoint";
import { Span } from "./span";

/** Times that the set of active constraints is put right. */
const ROUNDS = 6;
/** How far a slack may fall below zero before its constraint becomes active. */
const BELOW = 1e-12;
/** What touches the diagonal of a singular matrix, and the steps taken with it. */
const TOUCH = 1e-8;
const STEPS = 4;
/** What they may leave over, relative to the right-hand side. */
const EXACT = 1e-15;

/** The solution of K·v = r, null if K is singular to working precision. */
function solveOrNull(K: Dense, r: Float64Array): Float64Array | null {
  try {
    return solve(K, { data: r, rows: r.length, cols: 1 }).data;
  } catch (error) {
    if (!(error instanceof LinAlgError)) throw error;
    return null;
  }
}

/**
 * A solution of K·v = r; where K is singular, the one that is found from zero by proximal steps: the diagonal
 * is touched, by + for the n primal and by − for the dual variables, and what is left over is solved for
 * again. Null if that is singular too.
 */
function solveOrApproach(K: Dense, r: Float64Array, n: number): Float64Array | null {
  const exact = solveOrNull(K, r);
  if (exact !== null) return exact;
  const touched = copyOf(K);
  for (let i = 0; i < K.rows; i++) touched.data[i * (K.cols + 1)] += i < n ? TOUCH : -TOUCH;
  const v = new Float64Array(r.length);
  let rest = r;
  for (let k = 0; k < STEPS; k++) {
    const d = solveOrNull(touched, rest);
    if (d === null) return null;
    add(v, d);
    const Kv = matvec(K, v);
    rest = r.map((t, i) => t - Kv[i]);
    if (maxAbs(rest) <= EXACT * maxAbs(r)) break;
  }
  return v;
}

/**
 * The matrix of the equations that hold if just these rows are active, [Q Cᵀ; C 0], for the variables
 * `of`; the others are given.
 */
function active(
  { Q, G, A, bounded, sign }: ConvexProgram,
  rows: readonly number[],
  of: readonly number[],
): Dense {
  const n = of.length;
  const N = n + rows.length + A.rows;
  const K = dense(N, N);
  const put = (i: number, j: number, v: number) => {
    K.data[i * N + j] = v;
    K.data[j * N + i] = v;
  };
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) K.data[i * N + j] = Q.data[of[i] * Q.cols + of[j]];
  }
  rows.forEach((row, k) => {
    for (let j = 0; j < n; j++) {
      const at = row - G.rows;
      const entry = at < 0 ? G.data[row * G.cols + of[j]] : bounded[at] === of[j] ? sign[at] : 0;
      put(n + k, j, entry);
    }
  });
  for (let i = 0; i < A.rows; i++) {
    for (let j = 0; j < n; j++) put(n + rows.length + i, j, A.data[i * A.cols + of[j]]);
  }
  return K;
}

/** A correction of x, of the multipliers of the active rows in their order, and of y. */
interface Correction {
  dx: Float64Array;
  dz: Float64Array;
  dy: Float64Array;
}

/** K·d = r for all variables and all active rows at once. */
function correctionOfAll(
  program: ConvexProgram,
  rows: readonly number[],
  { dual, equations, inequalities }: Residuals,
): Correction | null {
  const n = program.c.length;
  const r = Float64Array.from([
    ...dual.map((v) => -v),
    ...rows.map((i) => -inequalities[i]),
    ...equations.map((v) => -v),
  ]);
  const d = solveOrApproach(active(program, rows, Array.from(program.c.keys())), r, n);
  if (d === null) return null;
  const m = n + rows.length;
  return { dx: d.subarray(0, n), dz: d.subarray(n, m), dy: d.subarray(m) };
}

/**
 * The same correction where a bound holds many variables: they are at it, so that only the free ones and
 * the other rows are left to solve for; a bound's multiplier is what is then missing in its variable's
 * equation. Null if two bounds hold one variable, or what is left is singular.
 */
function correctionOfFree(
  program: ConvexProgram,
  rows: readonly number[],
  { dual, equations, inequalities }: Residuals,
): Correction | null {
  const { Q, c, G, A, bounded, sign } = program;
  const dx = new Float64Array(c.length);
  const isHeld = new Uint8Array(c.length);
  for (const i of rows) {
    if (i < G.rows) continue;
    const j = bounded[i - G.rows];
    if (isHeld[j]) return null;
    isHeld[j] = 1;
    dx[j] = -sign[i - G.rows] * inequalities[i];
  }
  const free = Array.from(c.keys()).filter((j) => !isHeld[j]);
  const others = rows.filter((i) => i < G.rows);
  const [Qd, Gd, Ad] = [matvec(Q, dx), matvec(G, dx), matvec(A, dx)];
  const r = Float64Array.from([
    ...free.map((j) => -dual[j] - Qd[j]),
    ...others.map((i) => -inequalities[i] - Gd[i]),
    ...equations.map((v, i) => -v - Ad[i]),
  ]);
  const d = r.length === 0 ? r : solveOrNull(active(program, others, free), r);
  if (d === null) return null;
  free.forEach((j, k) => {
    dx[j] = d[k];
  });
  const dy = d.subarray(free.length + others.length);
  const all = new Float64Array(G.rows);
  others.forEach((i, k) => {
    all[i] = d[free.length + k];
  });
  const missing = matvec(Q, dx);
  add(missing, matvec(G, all, { transpose: true }));
  add(missing, matvec(A, dy, { transpose: true }));
  const dz = rows.map((i) => {
    const j = bounded[i - G.rows];
    return i < G.rows ? all[i] : -sign[i - G.rows] * (dual[j] + missing[j]);
  });
  return { dx, dz: Float64Array.from(dz), dy };
}

/** The point that solves the equations of the active rows, nearest to one where they leave a choice. */
function solveActive(program: ConvexProgram, from: PrimalDual, rows: readonly number[]) {
  const { h } = program;
  const z = new Float64Array(h.length);
  const s = new Float64Array(h.length);
  for (const i of rows) z[i] = from.z[i];
  const residuals = residualsOf(program, { ...from, s, z });
  const move =
    correctionOfFree(program, rows, residuals) ?? correctionOfAll(program, rows, residuals);
  if (move === null) return null;
  rows.forEach((i, k) => {
    z[i] += move.dz[k];
  });
  const x = from.x.map((v, j) => v + move.dx[j]);
  const y = from.y.map((v, i) => v + move.dy[i]);
  const off = residualsOf(program, { x, s, z, y }).inequalities;
  for (let i = 0; i < h.length; i++) s[i] = -off[i];
  return { x, s, z, y };
}

/** The rows that are left once those are dropped that equations and rows before them span. */
function independent({ G, A, bounded, sign }: ConvexProgram, rows: readonly number[]): number[] {
  const n = A.cols;
  const span = new Span();
  for (let i = 0; i < A.rows; i++) span.add(A.data.slice(i * n, (i + 1) * n));
  return rows.filter((i) => {
    if (i < G.rows) return span.add(G.data.slice(i * n, (i + 1) * n));
    const unit = new Float64Array(n);
    unit[bounded[i - G.rows]] = sign[i - G.rows];
    return span.add(unit);
  });
}

/**
 * Takes an approximate solution to full accuracy: the constraints with zᵢ > sᵢ are taken as active and
 * their equations solved; those whose multiplier comes out negative are let go, those that come out
 * violated are added, and so on; the best of what is met is returned. Where many constraints meet, the multipliers are spread over all of them,
 * or `sparsely` over as few as span the others. Null if the equations have no solution.
 */
export function polish(
  program: ConvexProgram,
  start: PrimalDual,
  sparsely = false,
): PrimalDual | null {
  const choose = (rows: number[]) => (sparsely ? independent(program, rows) : rows);
  const guess = Array.from(start.z.keys()).filter((i) => start.z[i] > start.s[i]);
  let rows = choose(guess.sort((i, k) => start.z[k] - start.z[i]));
  let from = start;
  let best: PrimalDual | null = null;
  let least = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    const found = solveActive(program, from, rows);
    if (found === null) break;
    // once more, for what rounding left
    const exact = solveActive(program, found, rows) ?? found;
    const isActive = new Uint8Array(found.s.length);
    for (const i of rows) isActive[i] = 1;
    const clean = {
      ...exact,
      s: exact.s.map((v, i) => (isActive[i] ? 0 : Math.max(0, v))),
      z: exact.z.map((v) => Math.max(0, v)),
    };
    const { worst } = residualsOf(program, clean);
    if (worst < least) [best, least] = [clean, worst];
    const kept = rows.filter((i) => exact.z[i] >= -BELOW);
    const added = Array.from(exact.s.keys()).filter((i) => !isActive[i] && exact.s[i] < -BELOW);
    if (kept.length === rows.length && added.length === 0) break;
    rows = choose([...kept, ...added]);
    from = exact;
  }
  return best;
}
