import type { Vector } from "../../core";
import { inner } from "../kernels/vectors";
import type { Duals, Polyhedron } from "./constraints";

/** How far a condition of a proof may fail, relative to the largest of the terms that it adds up. */
export const PROVED = 1e-8;

/** The part of a unit from which on the terms of a row count. */
const SMALL = 1e-2;

/** The size from which on a term counts as large: of the terms of each row, and of each cost. */
export interface Units {
  rows: Vector;
  costs: Vector;
}

/** A point of a program, and the multipliers of its constraints. */
export interface Claim {
  x: Vector;
  duals: Duals;
}

const finite = (v: number) => (Number.isFinite(v) ? v : 0);

/** Σ terms and the largest |term|, of a row at x without its right-hand side. */
function rowAt(row: Vector, x: Vector): { sum: number; size: number } {
  let [sum, size] = [0, 0];
  for (let j = 0; j < x.length; j++) {
    const term = row[j] * x[j];
    sum += term;
    size = Math.max(size, Math.abs(term));
  }
  return { sum, size };
}

/**
 * What the multipliers of the rows make of a gradient: rest = gradient + Aubᵀ·ub + Aeqᵀ·eq, and for each
 * entry the largest term in it.
 */
export function leftOver(gradient: Vector, { Aub, Aeq }: Polyhedron, ub: Vector, eq: Vector) {
  const rest = gradient.slice();
  const size = gradient.map(Math.abs);
  const take = (row: Vector, multiplier: number) => {
    if (multiplier === 0) return;
    for (let j = 0; j < rest.length; j++) {
      const term = multiplier * row[j];
      rest[j] += term;
      size[j] = Math.max(size[j], Math.abs(term));
    }
  };
  for (let i = 0; i < ub.length; i++) take(Aub[i], ub[i]);
  for (let i = 0; i < eq.length; i++) take(Aeq[i], eq[i]);
  return { rest, size };
}

/** What is wrong with the claim that x satisfies the constraints; "" if nothing is. */
export function flawOfPoint(given: Polyhedron, x: Vector, rows: Vector): string {
  const { Aub, bub, Aeq, beq, lower, upper } = given;
  for (let i = 0; i < Aub.length + Aeq.length; i++) {
    const isUb = i < Aub.length;
    const k = isUb ? i : i - Aub.length;
    const b = isUb ? bub[k] : beq[k];
    const { sum, size } = rowAt(isUb ? Aub[k] : Aeq[k], x);
    const excess = isUb ? Math.max(0, sum - b) : Math.abs(sum - b);
    if (!(excess <= PROVED * Math.max(size, Math.abs(b), SMALL * rows[i]))) {
      return `row ${k} of ${isUb ? "Aub" : "Aeq"} is off by ${excess.toPrecision(3)}`;
    }
  }
  const outside = x.findIndex((v, j) => !(v >= lower[j] && v <= upper[j]));
  return outside < 0 ? "" : `x[${outside}] is ${x[outside]}, outside its bounds`;
}

/** What is wrong with the claim that gradient and multipliers balance; "" if nothing is. */
function flawOfBalance(gradient: Vector, given: Polyhedron, duals: Duals, costs: Vector) {
  const { rest, size } = leftOver(gradient, given, duals.ub, duals.eq);
  for (let j = 0; j < rest.length; j++) {
    const [low, high] = [duals.lower[j], duals.upper[j]];
    const off = Math.abs(rest[j] - low + high);
    if (!(off <= PROVED * Math.max(size[j], low, high, costs[j]))) {
      return `the multipliers leave ${off.toPrecision(3)} of the gradient in direction ${j}`;
    }
  }
  return "";
}

/**
 * What is wrong with the claim that x is a solution: x must satisfy the constraints, gradient (of the
 * objective, at x) and multipliers must balance, and a constraint whose multiplier is not 0 must hold with
 * equality (Karush, Kuhn and Tucker). Signs are taken as right. "" if nothing is wrong.
 */
export function flawOfSolution(
  gradient: Vector,
  given: Polyhedron,
  { x, duals }: Claim,
  units: Units,
): string {
  const point = flawOfPoint(given, x, units.rows);
  if (point !== "") return point;
  for (let i = 0; i < given.Aub.length; i++) {
    if (duals.ub[i] === 0) continue;
    const { sum, size } = rowAt(given.Aub[i], x);
    const slack = given.bub[i] - sum;
    if (slack > PROVED * Math.max(size, Math.abs(given.bub[i]), SMALL * units.rows[i])) {
      return `row ${i} of Aub has a multiplier and the slack ${slack.toPrecision(3)}`;
    }
  }
  return flawOfBalance(gradient, given, duals, units.costs);
}

/**
 * What is wrong with the claim that no x satisfies the constraints: the multipliers must cancel out in every
 * direction, and the constraints, added up with them, must say 0 ≥ something positive (Farkas).
 */
export function flawOfInfeasibility(given: Polyhedron, duals: Duals): string {
  const { lower, upper, bub, beq } = given;
  const none = lower.map(() => 0);
  const balance = flawOfBalance(none, given, duals, none);
  if (balance !== "") return balance;
  const terms = [
    ...lower.map((v, j) => duals.lower[j] * finite(v)),
    ...upper.map((v, j) => -duals.upper[j] * finite(v)),
    ...bub.map((v, i) => -duals.ub[i] * v),
    ...beq.map((v, i) => -duals.eq[i] * v),
  ];
  const sum = terms.reduce((s, v) => s + v, 0);
  const size = terms.reduce((s, v) => s + Math.abs(v), 0);
  return sum > 1e-12 * size ? "" : "the constraints contradict each other by rounding only";
}

/**
 * What is wrong with the claim that the objective falls for ever from x along ray: x must be feasible, and
 * ray keep to all constraints and go down.
 */
export function flawOfRay(
  gradient: Vector,
  given: Polyhedron,
  x: Vector,
  ray: Vector,
  rows: Vector,
): string {
  const { Aub, Aeq, lower, upper } = given;
  const point = flawOfPoint(given, x, rows);
  if (point !== "") return point;
  for (const [A, isEquation] of [
    [Aub, false],
    [Aeq, true],
  ] as const) {
    for (let i = 0; i < A.length; i++) {
      const { sum, size } = rowAt(A[i], ray);
      if (!((isEquation ? Math.abs(sum) : sum) <= PROVED * size)) {
        return `ray leaves row ${i} of ${isEquation ? "Aeq" : "Aub"}`;
      }
    }
  }
  const leaves = ray.findIndex(
    (v, j) => (v < 0 && lower[j] > -Infinity) || (v > 0 && upper[j] < Infinity),
  );
  if (leaves >= 0) return `ray leaves the bounds of x[${leaves}]`;
  return inner(gradient, ray) < 0 ? "" : "the objective does not fall along ray";
}
