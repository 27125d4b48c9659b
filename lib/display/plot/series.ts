import {
  describeValue,
  type ReadonlyMatrix,
  type ReadonlyVector,
  requireVector,
  type VectorRule,
} from "../../core";
import { isPlainObject } from "../render/kinds";

/** One list of numbers, or several by name. */
export type Series = ReadonlyVector | Readonly<Record<string, ReadonlyVector>>;

/** How a trace of this name stands in the legend: without a name, not at all. */
export type LegendEntry = { name: string } | { showlegend: false };

export const legendEntry = (name: string | undefined): LegendEntry =>
  name === undefined ? { showlegend: false } : { name };

/** One list of numbers with its place in the legend. */
export interface NamedVector {
  name: string | undefined;
  values: ReadonlyVector;
  legend: LegendEntry;
}

/**
 * Several lists by name, or one plain list: always as a list of lists.
 *
 * @param rule - What each list must fulfil.
 * @param alone - The name of a plain list, if it has one.
 */
export function seriesOf(
  caller: string,
  what: string,
  series: Series,
  rule: VectorRule = { allowNonFinite: true },
  alone?: string,
): NamedVector[] {
  if (Array.isArray(series)) {
    const values = requireVector(caller, what, series, rule);
    return [{ name: alone, values, legend: legendEntry(alone) }];
  }
  if (!isPlainObject(series) || Object.keys(series).length === 0) {
    throw new TypeError(
      `${caller}: ${what} must be a vector, or an object of named vectors, got ${describeValue(series)}`,
    );
  }
  return Object.entries(series).map(([name, list]) => {
    const values = requireVector(caller, `${what}.${name}`, list, rule);
    return { name, values, legend: legendEntry(name) };
  });
}

/** n numbers from a to b, evenly spaced, both ends included. */
export function linspace(a: number, b: number, n: number): number[] {
  return Array.from({ length: n }, (_, i) => (i === n - 1 ? b : a + ((b - a) * i) / (n - 1)));
}

/** The least and the greatest finite entry of a matrix; [Infinity, -Infinity] if there is none. */
export function extent(A: ReadonlyMatrix): [number, number] {
  let [least, most] = [Infinity, -Infinity];
  for (const row of A) {
    for (const v of row) {
      if (!Number.isFinite(v)) continue;
      least = Math.min(least, v);
      most = Math.max(most, v);
    }
  }
  return [least, most];
}

/** A label for each point, and the points of each label in order of first appearance. */
export function groupsOf(labels: readonly (string | number | boolean)[]): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  labels.forEach((label, i) => {
    const key = String(label);
    const list = groups.get(key);
    if (list) list.push(i);
    else groups.set(key, [i]);
  });
  return groups;
}

/** A point in the plane. */
export type Point = readonly [number, number] | ReadonlyVector;

/** Asserts that every row of `points` has two coordinates. */
export function requirePoints(caller: string, name: string, points: unknown): number[][] {
  if (!Array.isArray(points)) {
    throw new TypeError(
      `${caller}: ${name} must be an array of points [x, y], got ${describeValue(points)}`,
    );
  }
  points.forEach((point, i) => {
    requireVector(caller, `${name}[${i}]`, point, {
      length: 2,
      lengthOf: "coordinates in the plane",
      allowNonFinite: true,
    });
  });
  return points;
}

/** A rectangle: [[x from, x to], [y from, y to]]. */
export type Box = ReadonlyMatrix;

export function requireBox(caller: string, box: unknown): [[number, number], [number, number]] {
  const ok =
    Array.isArray(box) &&
    box.length === 2 &&
    box.every(
      (side) =>
        Array.isArray(side) &&
        side.length === 2 &&
        side.every(Number.isFinite) &&
        side[0] < side[1],
    );
  if (!ok) {
    throw new RangeError(
      `${caller}: box must be [[x from, x to], [y from, y to]] with from < to, got ${describeValue(box)}`,
    );
  }
  return box as [[number, number], [number, number]];
}
