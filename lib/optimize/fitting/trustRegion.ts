import { type Dense, type FlatSVD, svd } from "../../linalg/flat";
import { columnScales, scaledColumns } from "./columns";

/** A linear least-squares problem ‖J·p + r‖ in the coordinates of the singular vectors of J. */
export interface Diagonal {
  /** Singular values, descending. */
  s: Float64Array;
  /** Uᵀr. */
  ur: Float64Array;
  /** The right singular vectors as rows. */
  Vt: Dense;
  /** How many singular values count as more than zero. */
  rank: number;
}

/**
 * The problem in diagonal form, J = U·diag(s)·Vt. Singular values count as zero where they are lost in
 * rounding, or in an error of J that is `error` times its size.
 */
export function diagonal({ U, s, Vt }: FlatSVD, r: Float64Array, error = 0): Diagonal {
  const ur = new Float64Array(s.length);
  for (let i = 0; i < r.length; i++) {
    for (let k = 0; k < s.length; k++) ur[k] += U.data[i * U.cols + k] * r[i];
  }
  const least = Math.max(Number.EPSILON * Math.max(U.rows, Vt.cols), error) * s[0];
  let rank = 0;
  while (rank < s.length && s[rank] > least) rank++;
  return { s, ur, Vt, rank };
}

/** −V·c. */
function combine(Vt: Dense, c: Float64Array): Float64Array {
  const p = new Float64Array(Vt.cols);
  for (let k = 0; k < c.length; k++) {
    for (let j = 0; j < p.length; j++) p[j] -= c[k] * Vt.data[k * Vt.cols + j];
  }
  return p;
}

export const size = (v: Float64Array): number => {
  let sum = 0;
  for (const x of v) sum += x * x;
  return Math.sqrt(sum);
};

/** The Gauss–Newton step: the p of least length that makes ‖J·p + r‖ least. */
export function gaussNewton({ s, ur, Vt, rank }: Diagonal): Float64Array {
  return combine(
    Vt,
    ur.map((v, k) => (k < rank ? v / s[k] : 0)),
  );
}

/**
 * The Gauss–Newton step, and the length of r's projection on the columns of J: with each column taken at
 * length 1, so that none is lost beside the others. Columns with weight 0 are left out.
 */
export function balanced(J: Dense, r: Float64Array, error: number, weight?: readonly number[]) {
  const inverse = columnScales(J).map((c, j) => (weight?.[j] ?? 1) / c);
  const problem = diagonal(svd(scaledColumns(J, inverse)), r, error);
  return {
    pull: size(problem.ur.subarray(0, problem.rank)),
    step: gaussNewton(problem).map((v, j) => v * inverse[j]),
  };
}

/**
 * The p of length ≤ Δ that makes ‖J·p + r‖ least: Gauss–Newton's step if that is short enough, else the
 * solution of (JᵀJ + αI)·p = −Jᵀr with the α > 0 that makes ‖p‖ = Δ to one per cent, found by Newton's
 * method on 1/‖p(α)‖ (Moré 1978, "The Levenberg–Marquardt algorithm"). Cost: O(n²) from the diagonal form.
 */
export function withinRegion(problem: Diagonal, delta: number, alpha0: number) {
  const { s, ur, Vt, rank } = problem;
  const full = gaussNewton(problem);
  if (size(full) <= delta) return { p: full, alpha: 0 };
  const sur = ur.map((v, k) => s[k] * v);
  const c = (alpha: number) => sur.map((v, k) => (v === 0 ? 0 : v / (s[k] * s[k] + alpha)));
  /** ‖p(α)‖ − Δ and its derivative. */
  const excess = (alpha: number): [number, number] => {
    const p = c(alpha);
    const length = size(p);
    let sum = 0;
    for (let k = 0; k < p.length; k++)
      sum += p[k] === 0 ? 0 : (p[k] * p[k]) / (s[k] * s[k] + alpha);
    return [length - delta, -sum / length];
  };
  let upper = size(sur) / delta;
  let lower = 0;
  if (rank === s.length) {
    const [phi, slope] = excess(0);
    lower = -phi / slope;
  }
  const middle = () => Math.max(1e-3 * upper, Math.sqrt(lower * upper));
  let alpha = alpha0 > 0 ? alpha0 : middle();
  for (let k = 0; k < 10; k++) {
    if (alpha < lower || alpha > upper) alpha = middle();
    const [phi, slope] = excess(alpha);
    if (Math.abs(phi) < 0.01 * delta) break;
    if (phi < 0) upper = alpha;
    lower = Math.max(lower, alpha - phi / slope);
    alpha -= ((phi + delta) * phi) / (slope * delta);
  }
  const p = combine(Vt, c(alpha));
  const length = size(p);
  return { p: p.map((v) => (v * delta) / length), alpha };
}

/** The region after a step: smaller where the model promised too much, larger where it held at the edge. */
export function nextRegion(
  { delta, alpha }: { delta: number; alpha: number },
  ratio: number,
  length: number,
): { delta: number; alpha: number } {
  const atEdge = length > 0.95 * delta;
  if (!(ratio >= 0.25)) return { delta: length / 4, alpha: (alpha * delta) / (length / 4) };
  if (ratio > 0.75 && atEdge) return { delta: 2 * delta, alpha: alpha / 2 };
  return { delta, alpha };
}
