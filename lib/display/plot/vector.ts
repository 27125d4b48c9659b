import { describeValue, requireFunction, requireMatrix, requireNumber } from "../../core";
import { colored, figure, requireFigureOptions } from "./figure";
import { type Box, linspace, requireBox, requirePoints } from "./series";
import type { Color, Figure, FigureOptions, Trace } from "./spec";
import { styleOf, translucent } from "./theme";

/** Arrows from tails to heads as one trace: the marker at each head is turned along its arrow. */
export function arrowTrace(
  tails: readonly (readonly number[])[],
  heads: readonly (readonly number[])[],
  color: string,
  { width = 2.2, head = 13 } = {},
): Trace {
  const along = (k: 0 | 1) =>
    tails.flatMap((tail, i) => [tail[k] as number, heads[i]?.[k] as number, Number.NaN]);
  return {
    type: "scatter",
    mode: "lines+markers",
    x: along(0),
    y: along(1),
    line: { color, width },
    marker: {
      color,
      symbol: "arrow",
      angleref: "previous",
      size: tails.flatMap(() => [0, head, 0]),
    },
    showlegend: false,
  };
}

/** Options of `plot.arrows`. */
export interface ArrowsOptions extends FigureOptions {
  /** Where the arrows begin. Default: all at the origin. */
  origins?: readonly (readonly number[])[];
  /** A name for each, written at its head. */
  names?: readonly string[];
  /** A colour for all; default: each its own when they are named, otherwise one. */
  color?: Color;
}

/** The square that holds the points, with room around them. */
function roomFor(points: readonly (readonly number[])[]): {
  xRange: [number, number];
  yRange: [number, number];
} {
  const side = (k: 0 | 1): [number, number] => {
    const values = points.map((p) => p[k] as number).filter(Number.isFinite);
    const [lo, hi] = [Math.min(0, ...values), Math.max(0, ...values)];
    const room = 0.15 * (hi - lo || 1);
    return [lo - room, hi + room];
  };
  return { xRange: side(0), yRange: side(1) };
}

/**
 * Vectors in the plane as arrows, with equal units on both axes.
 *
 * @param vectors - Rows [x, y].
 * @throws RangeError if a row has not two entries, or origins or names differ in number.
 * @example
 * plot.arrows([[1, 2]]).data[0].x.slice(0, 2) // => [0, 1]
 */
export function arrows(
  vectors: readonly (readonly number[])[],
  options: ArrowsOptions = {},
): Figure {
  requireFigureOptions("plot.arrows", options, ["origins", "names", "color"]);
  requirePoints("plot.arrows", "vectors", vectors);
  const { origins = vectors.map(() => [0, 0]), names, color } = options;
  requirePoints("plot.arrows", "origins", origins);
  for (const [key, list] of Object.entries({ origins, names })) {
    if (list && list.length !== vectors.length) {
      throw new RangeError(
        `plot.arrows: ${key} must have length ${vectors.length} (number of vectors), got ${list.length}`,
      );
    }
  }
  const heads = vectors.map((v, i) => v.map((c, k) => c + (origins[i]?.[k] as number)));
  const traces = names
    ? names.map((name, i) =>
        colored(color, i, (style): Trace => {
          const [tail, head] = [origins[i] as number[], heads[i] as number[]];
          return {
            ...arrowTrace([tail], [head], style.color),
            mode: "lines+markers+text",
            text: ["", name, ""],
            textposition:
              (head[1] as number) < (tail[1] as number) ? "bottom center" : "top center",
            textfont: { color: style.color, size: 15 },
            name,
          };
        }),
      )
    : [colored(color, 0, (style) => arrowTrace(origins, heads, style.color))];
  return figure("Vectors in the plane", traces, {
    equal: true,
    ...roomFor([...heads, ...origins]),
    ...options,
  });
}

/** Options of `plot.quiver`. */
export interface QuiverOptions extends FigureOptions {
  /** Arrows a side. Default 15. */
  n?: number;
  /** Whether all arrows are equally long, so that only the direction is seen. Default false. */
  normalize?: boolean;
  color?: Color;
}

/**
 * A vector field: an arrow at each point of a grid, scaled so that they do not overlap.
 *
 * @param field - [x, y] ↦ [u, v]; for a gradient field, the gradient.
 * @param box - [[x from, x to], [y from, y to]].
 * @example
 * plot.quiver(([x, y]) => [-y, x], [[-1, 1], [-1, 1]], { n: 2 }).data[0].x.length // => 12
 */
export function quiver(
  field: (x: number[]) => readonly number[],
  box: Box,
  options: QuiverOptions = {},
): Figure {
  requireFigureOptions("plot.quiver", options, ["n", "normalize", "color"]);
  requireFunction("plot.quiver", "field", field);
  const [[x0, x1], [y0, y1]] = requireBox("plot.quiver", box);
  const { n = 15, normalize = false, color } = options;
  requireNumber("plot.quiver", "n", n, { min: 2, max: 60, integer: true });
  const tails = linspace(y0, y1, n).flatMap((v) => linspace(x0, x1, n).map((u) => [u, v]));
  const vectors = tails.map((p) => field([...p]));
  requirePoints("plot.quiver", "field(x)", vectors);
  const lengths = vectors.map(([u, v]) => Math.hypot(u as number, v as number));
  const longest = Math.max(...lengths.filter(Number.isFinite)) || 1;
  const room = (0.9 * Math.min(x1 - x0, y1 - y0)) / (n - 1);
  const heads = tails.map((tail, i) => {
    const length = lengths[i] as number;
    const factor = length === 0 ? 0 : room / (normalize ? length : longest);
    return tail.map((c, k) => c + factor * (vectors[i]?.[k] as number));
  });
  const style = { width: 1.3, head: 7 };
  const traces = [colored(color, 0, (s) => arrowTrace(tails, heads, s.color, style))];
  return figure("Vector field", traces, { equal: true, ...options });
}

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
  map: readonly (readonly number[])[] | ((x: number[]) => readonly number[]),
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
  const drawn = (
    path: readonly (readonly number[])[],
    color: string,
    width: number,
    name?: string,
  ): Trace => ({
    type: "scatter",
    mode: "lines",
    x: path.map((p) => p[0] as number),
    y: path.map((p) => p[1] as number),
    line: { color, width },
    hoverinfo: "skip",
    ...(name ? { name } : { showlegend: false }),
  });
  const [blue, red] = [styleOf(0).color, styleOf(1).color];
  const traces = [
    drawn([...upright, ...level], "rgba(128, 128, 128, 0.35)", 1, "grid"),
    drawn(image(upright), translucent(blue, 0.75), 1.4, "image of upright lines"),
    drawn(image(level), translucent(red, 0.75), 1.4, "image of level lines"),
  ];
  if (basis) traces.push(...basisTraces(apply, blue, red));
  return figure("Image of the grid under a map of the plane", traces, { equal: true, ...options });
}

function planeMap(
  map: readonly (readonly number[])[] | ((x: number[]) => readonly number[]),
): (p: readonly number[]) => readonly number[] {
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
  return ([u, v]) => A.map(([a, b]) => a * (u as number) + b * (v as number));
}

/** Images of the unit square and of the two basis vectors. */
function basisTraces(
  apply: (p: readonly number[]) => readonly number[],
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
    x: corners.map((p) => p[0] as number),
    y: corners.map((p) => p[1] as number),
    fill: "toself",
    fillcolor: "rgba(230, 159, 0, 0.35)",
    line: { width: 0 },
    name: "image of the unit square",
    hoverinfo: "skip",
  };
  const arrow = (p: number[], text: string, color: string): Trace => ({
    ...arrowTrace([o], [apply(p)], color, { width: 3.2, head: 15 }),
    mode: "lines+markers+text",
    text: ["", text, ""],
    textposition: "top right",
    textfont: { color, size: 15 },
  });
  return [square, arrow([1, 0], "Ae₁", first), arrow([0, 1], "Ae₂", second)];
}
