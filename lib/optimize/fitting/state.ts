import type { Vector } from "../../core";
import { type Dense, matvec } from "../../linalg/flat";
import { columnNorms } from "./columns";
import { type Loss, weigh } from "./loss";
import type { Residuals } from "./residuals";
import type { FitHistoryEntry } from "./types";

/** A point of a fit with its linear model, in the unit of the model: cost(x + p) ≈ ½‖J·p + r‖² + constant, J and r weighed by the loss. */
export interface State {
  x: Vector;
  cost: number;
  /** The residuals as they are. */
  plain: Float64Array;
  /** The Jacobian as it is. */
  plainJ: Dense;
  r: Float64Array;
  J: Dense;
  /** Jᵀr, the gradient of the cost. */
  grad: Float64Array;
}

/** What a method is given: the problem, its limits, and where to write its path. */
export interface FitRun {
  model: Residuals;
  loss: Loss;
  lossScale: number;
  tol: number;
  maxIter: number;
  record(entry: FitHistoryEntry): void;
}

/** How a method ended. */
export interface FitEnd {
  state: State;
  converged: boolean;
  message: string;
}

/** A loss whose scale is this many times the first residuals takes them all in full. */
const FULL = 1e140;

/** Residuals and cost at x, in the unit of the model. */
export function look({ model, loss, lossScale }: FitRun, x: Vector) {
  const plain = model.value(x);
  const scale = lossScale / model.unit;
  return { x, plain, ...weigh(plain, scale < FULL ? loss : "linear", scale) };
}

/** The linear model at a point that has been looked at. */
export function linearise({ model }: FitRun, at: ReturnType<typeof look>): State {
  const { x, plain, cost, residuals: r, weights } = at;
  const plainJ = model.jacobian(x, plain);
  const { rows, cols, data } = plainJ;
  let J = plainJ;
  if (weights) {
    J = { rows, cols, data: new Float64Array(rows * cols) };
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < cols; j++) J.data[i * cols + j] = data[i * cols + j] * weights[i];
    }
  }
  return { x, cost, plain, plainJ, r, J, grad: matvec(J, r, { transpose: true }) };
}

/** Why a point cannot be gone on from, or null. */
export function unusable({ cost, plainJ, J }: State): string | null {
  if (!Number.isFinite(cost)) return "the residuals are not finite at the start";
  const finite = (A: Dense) => A.data.subarray(0, A.rows * A.cols).every(Number.isFinite);
  return finite(plainJ) && finite(J) ? null : "the Jacobian is not finite";
}

/** ½‖r‖² − ½‖J·p + r‖²: how much the linear model promises for a step. */
export function promised({ J, r }: State, p: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < J.rows; i++) {
    let Jp = 0;
    for (let j = 0; j < J.cols; j++) Jp += J.data[i * J.cols + j] * p[j];
    sum -= Jp * (r[i] + Jp / 2);
  }
  return sum;
}

/** How far off the cost may be by rounding: of residuals that are small differences of large terms. */
export function rounding({ x, cost, J, r }: State): number {
  const unit = 8 * Number.EPSILON;
  let sum = 2 * unit * cost;
  for (let i = 0; i < J.rows; i++) {
    let terms = 0;
    for (let j = 0; j < J.cols; j++) terms += Math.abs(J.data[i * J.cols + j] * x[j]);
    sum += unit * terms * (Math.abs(r[i]) + unit * terms);
  }
  return sum;
}

/** The length of the residuals as the loss counts them: √(2·cost). */
export const lengthOf = ({ cost }: { cost: number }): number => Math.sqrt(2 * cost);

/** Residuals that parameters change by less than this share of them do not depend on them. */
export const DEAF = 1e-10;

/** Whether the residuals hardly depend on x any more, as far out where a model has faded: no minimum. */
export function isDeaf({ x, J, cost }: State): boolean {
  const norms = columnNorms(J);
  const bar = DEAF * lengthOf({ cost });
  return x.every((v, j) => norms[j] * Math.max(1, Math.abs(v)) <= bar);
}

/** Whether a step is below the rounding of x, or below the square of tol beside it. */
export function isTiny(x: Vector, p: ArrayLike<number>, tol: number): boolean {
  const share = Math.max(tol * tol, 8 * Number.EPSILON);
  return x.every((v, j) => Math.abs(p[j]) <= share * Math.abs(v));
}
