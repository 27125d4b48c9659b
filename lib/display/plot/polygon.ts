import {
  type Matrix,
  type ReadonlyMatrix,
  type ReadonlyVector,
  requireMatrix,
  requireVector,
  type Vector,
} from "../../core";
import { figure } from "./figure";
import { requireFigureOptions } from "./options";
import { colored } from "./paint";
import { type Box, legendEntry, type Point, requireBox, requirePoints } from "./series";
import type { Color, Figure, FigureOptions } from "./spec";
import { translucent } from "./theme";

/** Options of the shapes. */
export interface ShapeOptions extends FigureOptions {
  name?: string;
  color?: Color;
}

export const SHAPE_OPTIONS = ["name", "color"];

/**
 * A filled polygon.
 *
 * @param vertices - Corners [x, y] in order; the last is joined to the first.
 * @throws TypeError if vertices are no points; RangeError for one without two coordinates.
 * @example
 * plot.polygon([[0, 0], [1, 0], [0, 1]]).data[0].x // => [0, 1, 0, 0]
 */
export function polygon(vertices: readonly Point[], options: ShapeOptions = {}): Figure {
  requireFigureOptions("plot.polygon", options, SHAPE_OPTIONS);
  const corners = requirePoints("plot.polygon", "vertices", vertices);
  const closed = corners.length > 0 ? [...corners, corners[0]] : [];
  const trace = colored(options.color, 0, ({ color }) => ({
    type: "scatter",
    mode: "lines",
    x: closed.map((p) => p[0]),
    y: closed.map((p) => p[1]),
    fill: "toself",
    fillcolor: translucent(color, 0.25),
    line: { color, width: 1.8 },
    ...legendEntry(options.name),
  }));
  return figure("Polygon", [trace], options);
}

/** The part of a convex polygon where aᵀx ≤ b (Sutherland & Hodgman 1974, one half-plane). */
function clip(polygon: readonly Vector[], a: ReadonlyVector, b: number): Matrix {
  const slack = (p: ReadonlyVector) => b - a[0] * p[0] - a[1] * p[1];
  return polygon.flatMap((p, i) => {
    const q = polygon[(i + 1) % polygon.length];
    const [sp, sq] = [slack(p), slack(q)];
    const out = sp >= 0 ? [p] : [];
    if (sp >= 0 !== sq >= 0) {
      const t = sp / (sp - sq);
      out.push(p.map((c, k) => c + t * (q[k] - c)));
    }
    return out;
  });
}

/**
 * The feasible region {x : Ax ≤ b} of linear constraints in the plane, as far as it lies in the box.
 *
 * @param A - m×2 matrix.
 * @param b - Vector of length m.
 * @param box - [[x from, x to], [y from, y to]].
 * @throws RangeError if shapes do not fit, or no point of the box satisfies all constraints.
 * @example
 * plot.region([[1, 1]], [1], [[0, 2], [0, 2]]).data[0].x // => [0, 1, 0, 0]
 */
export function region(
  A: ReadonlyMatrix,
  b: ReadonlyVector,
  box: Box,
  options: ShapeOptions = {},
): Figure {
  requireMatrix("plot.region", "A", A, { cols: 2, colsOf: "coordinates in the plane" });
  requireVector("plot.region", "b", b, { length: A.length, lengthOf: "rows of A" });
  const [[x0, x1], [y0, y1]] = requireBox("plot.region", box);
  let corners = [
    [x0, y0],
    [x1, y0],
    [x1, y1],
    [x0, y1],
  ];
  A.forEach((row, i) => {
    corners = clip(corners, row, b[i]);
  });
  if (corners.length === 0) {
    throw new RangeError("plot.region: no point of the box satisfies A x ≤ b");
  }
  return polygon(corners, { xRange: [x0, x1], yRange: [y0, y1], ...options });
}
