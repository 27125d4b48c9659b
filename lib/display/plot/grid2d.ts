import {
  describeValue,
  type ReadonlyMatrix,
  type ReadonlyVector,
  requireMatrix,
  requireNumber,
} from "../../core";
import { arrowTrace, labelTrace, sideOf } from "./arrows";
import { figure } from "./figure";
import { requireFigureOptions } from "./options";
import { linspace } from "./series";
import type { Figure, FigureOptions, Trace } from "./spec";
import { styleOf, translucent } from "./theme";

/** Options of `plot.grid2d`. */
export interface Grid2dOptions extends FigureOptions {
  /** The grid covers [−range, range]² before it is mapped. Default 3. */
  range?: number;
  /** Lines each way. Default: one at each whole number. */
  lines?: number;
  /** Draw the images of e₁, e₂ and of the unit square. Default: for a matrix. */
  basis?: boolean;
}

/**
 * What a map does to the plane: the image of the grid, over the grid itself in grey.
 *
 * @param map - 2×2 matrix, or function [x, y] ↦ [u, v].
 * @throws RangeError for a matrix of another shape.
 * @example
 * plot.grid2d([[2, 0], [0, 1]], { range: 1 }).layout.yaxis.scaleanchor // => "x"
 */
export function grid2d(
  map: ReadonlyMatrix | ((x: number[]) => ReadonlyVector),
  options: Grid2dOptions = {},
): Figure {
  requireFigureOptions("plot.grid2d", options, ["range", "lines", "basis"]);
  const { range = 3, basis = typeof map !== "function" } = options;
  requireNumber("plot.grid2d", "range", range, { above: 0 });
  const lines = options.lines ?? 2 * Math.floor(range) + 1;
  requireNumber("plot.grid2d", "lines", lines, { min: 2, max: 101, integer: true });
  const apply = planeMap(map);
  const at = linspace(-range, range, lines);
  const fine = linspace(-range, range, typeof map === "function" ? 61 : 2);
  const gap = [Number.NaN, Number.NaN];
  const upright = at.flatMap((u) => [...fine.map((v) => [u, v]), gap]);
  const level = at.flatMap((v) => [...fine.map((u) => [u, v]), gap]);
  const image = (path: number[][]) => path.map((p) => (Number.isNaN(p[0]) ? gap : apply(p)));
  const drawn = (path: ReadonlyMatrix, color: string, width: number, name?: string): Trace => ({
    type: "scatter",
    mode: "lines",
    x: path.map((p) => p[0]),
    y: path.map((p) => p[1]),
    line: { color, width },
    hoverinfo: "skip",
    ...(name ? { name } : { showlegend: false }),
  });
  const [blue, red] = [styleOf(0).color, styleOf(1).color];
  const traces = [
    drawn([...upright, ...level], "rgba(128, 128, 128, 0.35)", 1, "grid"),
    drawn(image(level), translucent(blue, 0.75), 1.4, "image of level lines"),
    drawn(image(upright), translucent(red, 0.75), 1.4, "image of upright lines"),
  ];
  if (basis) traces.push(...basisTraces(apply, blue, red));
  return figure("Image of the grid under a map of the plane", traces, { equal: true, ...options });
}

function planeMap(
  map: ReadonlyMatrix | ((x: number[]) => ReadonlyVector),
): (p: ReadonlyVector) => ReadonlyVector {
  if (typeof map === "function") {
    return (p) => {
      const q = map([...p]);
      if (!Array.isArray(q) || q.length !== 2) {
        throw new TypeError(`plot.grid2d: map must return [u, v], got ${describeValue(q)}`);
      }
      return q;
    };
  }
  const A = requireMatrix("plot.grid2d", "map", map, { rows: 2, cols: 2 }) as [
    [number, number],
    [number, number],
  ];
  return ([u, v]) => A.map(([a, b]) => a * u + b * v);
}

/** Images of the unit square and of the two basis vectors. */
function basisTraces(
  apply: (p: ReadonlyVector) => ReadonlyVector,
  first: string,
  second: string,
): Trace[] {
  const corners = [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
    [0, 0],
  ].map(apply);
  const o = apply([0, 0]);
  const square: Trace = {
    type: "scatter",
    mode: "lines",
    x: corners.map((p) => p[0]),
    y: corners.map((p) => p[1]),
    fill: "toself",
    fillcolor: "rgba(230, 159, 0, 0.35)",
    line: { width: 0 },
    name: "image of the unit square",
    hoverinfo: "skip",
  };
  const arrow = (p: number[], text: string, color: string): Trace[] => [
    arrowTrace([o], [apply(p)], color, { width: 3.2, head: 16 }),
    labelTrace([apply(p)], [text], [sideOf(o, apply(p))], color),
  ];
  return [square, ...arrow([1, 0], "Ae₁", first), ...arrow([0, 1], "Ae₂", second)];
}
