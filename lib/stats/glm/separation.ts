import type { Vector } from "../../core";
import { dense, eigh, gram, matvec } from "../../linalg/flat";
import type { Design } from "../regression/design";
import type { GlmPoint } from "./irls";
import type { GlmProblem } from "./problem";

/** A chance, or a mean count, below which an observation of 0 counts as decided. */
const DECIDED = 1e-5;

/** +1 if the likelihood of a row still rises with η at the end of the scale, −1 if with −η, 0 if it is undecided. */
function sidesOf({ y, family }: GlmProblem, { means }: GlmPoint): number[] {
  return y.map((v, i) => {
    const { mu, rest } = means[i];
    if (family.dispersed) return 0;
    if (v === 0 && mu < DECIDED) return -1;
    return v === 1 && rest < DECIDED && family.links[0] === "logit" ? 1 : 0;
  });
}

/** The part of β that changes no η of the undecided rows. */
function freePart({ S }: Design, rows: readonly number[], beta: Vector): Float64Array {
  const k = S.cols;
  const open = dense(Math.max(rows.length, 1), k);
  rows.forEach((row, at) => {
    open.data.set(S.data.subarray(row * k, (row + 1) * k), at * k);
  });
  const { values, vectors } = eigh(gram(open));
  const least = 1e-10 * Math.max(values[k - 1], 0);
  const part = new Float64Array(k);
  for (let i = 0; i < k && values[i] <= least; i++) {
    let along = 0;
    for (let j = 0; j < k; j++) along += vectors.data[j * k + i] * beta[j];
    for (let j = 0; j < k; j++) part[j] += along * vectors.data[j * k + i];
  }
  return part;
}

/**
 * Whether the likelihood has no maximum (Albert and Anderson 1984): it has none if and only if some direction of β lowers
 * the likelihood of no row and raises that of one. Fitting follows it until rows are all but decided. The part
 * of the fitted β that leaves the undecided rows alone is the direction, and proof, if it moves no decided
 * row the wrong way.
 *
 * @param D - The design without weights.
 * @returns What to say of it, or null.
 */
export function separationOf(problem: GlmProblem, D: Design, point: GlmPoint): string | null {
  const sides = sidesOf(problem, point);
  const undecided = sides.flatMap((side, i) => (side === 0 ? [i] : []));
  if (undecided.length === sides.length) return null;
  const direction = freePart(D, undecided, point.beta);
  const moves = matvec(D.S, direction);
  const raised = sides.filter((side, i) => side * moves[i] > 1).length;
  if (raised === 0 || sides.some((side, i) => side * moves[i] < -1e-6)) return null;
  const rows = raised === sides.length ? "all rows are" : `${raised} of ${sides.length} rows are`;
  return `separation: ${rows} fitted without error and the likelihood has no maximum, so that some parameters grow without bound and their standard errors mean nothing`;
}
