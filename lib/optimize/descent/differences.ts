import type { Matrix, ReadonlyVector, Vector } from "../../core";
import type { Bound, Scalar } from "../types";

/** Step of a difference quotient of second order relative to |x|: ε^(1/3) balances rounding and truncation. */
const STEP = Number.EPSILON ** (1 / 3);

/** The step of a difference quotient at v, for a variable whose usual size is known (default 1). */
export const differenceStep = (v: number, typical = 1): number =>
  STEP * Math.max(typical, Math.abs(v));

/**
 * The gradient by difference quotients of second order that never leave the box.
 *
 * Central, (f(x+h) − f(x−h)) / 2h, where there is room on both sides; else one-sided inwards,
 * (−3f(x) + 4f(x+h) − f(x+2h)) / 2h. A variable whose bounds coincide has derivative 0. Cost: 2n
 * evaluations, one more if a bound is near.
 *
 * @param typical - The usual size of each variable, which its step is measured by. Default 1.
 */
export function differences(
  f: Scalar,
  x: ReadonlyVector,
  bounds?: readonly Bound[],
  typical?: ReadonlyVector,
): Vector {
  let centre: number | undefined;
  return x.map((xi, i) => {
    const [lower, upper] = bounds?.[i] ?? [-Infinity, Infinity];
    const at = (v: number) => f([...x.slice(0, i), v, ...x.slice(i + 1)]);
    const wish = differenceStep(xi, typical?.[i]);
    if (xi - wish >= lower && xi + wish <= upper) {
      const [left, right] = [xi - wish, xi + wish];
      return (at(right) - at(left)) / (right - left);
    }
    const room = upper - xi > xi - lower ? upper - xi : lower - xi;
    if (room === 0) return 0;
    const h = Math.sign(room) * Math.min(wish, Math.abs(room) / 2);
    centre ??= f(x.slice());
    return (-3 * centre + 4 * at(xi + h) - at(xi + 2 * h)) / (2 * h);
  });
}

/** A start as near to 0 as this, but not 0, may tell that the variable is small altogether. */
const SMALL = 1e-2;

/**
 * The usual size of each variable, for `differences`: 1; but |xᵢ| where that is small and a step that
 * fits it gives another derivative than one that fits 1. Cost: four evaluations for each small variable.
 */
export function typicalSizes(f: Scalar, x: ReadonlyVector, bounds?: readonly Bound[]): Vector {
  return x.map((v, i) => {
    const size = Math.abs(v);
    if (size === 0 || size >= SMALL) return 1;
    const along = ([w]: Vector) => f([...x.slice(0, i), w, ...x.slice(i + 1)]);
    const box = bounds && [bounds[i]];
    const [coarse] = differences(along, [v], box);
    const [fine] = differences(along, [v], box, [size]);
    const rounding = (4 * Number.EPSILON * Math.abs(along([v]))) / differenceStep(v, size);
    if (!Number.isFinite(fine)) return 1;
    const close = 1e-7 * Math.max(Math.abs(coarse), Math.abs(fine)) + rounding;
    return Math.abs(coarse - fine) <= close ? 1 : size;
  });
}

/** The Jacobian of F: ℝⁿ → ℝᵐ by central differences, one column at a time. Cost: 2n evaluations. */
export function jacobianDifferences(F: (x: Vector) => Vector, x: ReadonlyVector): Matrix {
  const columns = x.map((v, j) => {
    const h = STEP * Math.max(1, Math.abs(v));
    const at = (w: number) => F([...x.slice(0, j), w, ...x.slice(j + 1)]);
    const [right, left] = [at(v + h), at(v - h)];
    const width = v + h - (v - h);
    return right.map((r, i) => (r - left[i]) / width);
  });
  return (columns[0] ?? []).map((_, i) => columns.map((column) => column[i]));
}
