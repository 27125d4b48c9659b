import { LinAlgError } from "../../core";
import { copyOf, type Dense, dense, matvec, solve } from "../../linalg/flat";
import { maxAbs } from "../kernels/vectors";
import { add, type ConvexProgram, type PrimalDual } from "./convexProgram";
import { residualsOf } from "./interiorPoint";
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

/** The matrix of the equations that hold if just these rows are active: [Q Cᵀ; C 0]. */
function active({ Q, G, A, bounded, sign }: ConvexProgram, rows: readonly number[]): Dense {
  const n = Q.rows;
  const N = n + rows.length + A.rows;
  const K = dense(N, N);
  const put = (i: number, j: number, v: number) => {
    K.data[i * N + j] = v;
    K.data[j * N + i] = v;
  };
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) K.data[i * N + j] = Q.data[i * n + j];
  rows.forEach((row, k) => {
    if (row >= G.rows) put(n + k, bounded[row - G.rows], sign[row - G.rows]);
    else for (let j = 0; j < n; j++) put(n + k, j, G.data[row * n + j]);
  });
  for (let i = 0; i < A.rows; i++) {
    for (let j = 0; j < n; j++) put(n + rows.length + i, j, A.data[i * n + j]);
  }
  return K;
}

/** The point that solves the equations of the active rows, nearest to one where they leave a choice. */
function solveActive(program: ConvexProgram, from: PrimalDual, rows: readonly number[]) {
  const { h, A } = program;
  const n = from.x.length;
  const z = new Float64Array(h.length);
  const s = new Float64Array(h.length);
  for (const i of rows) z[i] = from.z[i];
  const { dual, equations, inequalities } = residualsOf(program, { ...from, s, z });
  const r = new Float64Array(n + rows.length + A.rows);
  for (let j = 0; j < n; j++) r[j] = -dual[j];
  rows.forEach((i, k) => {
    r[n + k] = -inequalities[i];
  });
  for (let i = 0; i < A.rows; i++) r[n + rows.length + i] = -equations[i];
  const d = solveOrApproach(active(program, rows), r, n);
  if (d === null) return null;
  rows.forEach((i, k) => {
    z[i] += d[n + k];
  });
  const x = from.x.map((v, j) => v + d[j]);
  const y = from.y.map((v, i) => v + d[n + rows.length + i]);
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
