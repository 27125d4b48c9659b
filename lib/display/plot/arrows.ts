import type { ReadonlyMatrix, ReadonlyVector } from "../../core";
import { figure } from "./figure";
import { requireFigureOptions } from "./options";
import { colored } from "./paint";
import { requirePoints } from "./series";
import type { Color, Figure, FigureOptions, Trace } from "./spec";

/** Arrows from tails to heads as one trace: the marker at each head is turned along its arrow. */
export function arrowTrace(
  tails: ReadonlyMatrix,
  heads: ReadonlyMatrix,
  color: string,
  { width = 2.2, head = 14 } = {},
): Trace {
  const along = (k: 0 | 1) => tails.flatMap((tail, i) => [tail[k], heads[i]?.[k], Number.NaN]);
  return {
    type: "scatter",
    mode: "lines+markers",
    x: along(0),
    y: along(1),
    line: { color, width },
    marker: {
      color,
      symbol: "arrow-wide",
      angleref: "previous",
      opacity: 1,
      line: { width: 0 },
      size: tails.flatMap(() => [0, head, 0]),
    },
    showlegend: false,
  };
}

/** Texts at points, each on the given side of its point and clear of an arrow's head. */
export function labelTrace(
  at: ReadonlyMatrix,
  names: readonly string[],
  sides: readonly string[],
  color: string,
  size = 15,
): Trace {
  return {
    type: "scatter",
    mode: "markers+text",
    marker: { size: 14, opacity: 0 },
    x: at.map((p) => p[0]),
    y: at.map((p) => p[1]),
    text: names,
    textposition: sides,
    textfont: { color, size },
    cliponaxis: false,
    hoverinfo: "skip",
    showlegend: false,
  };
}

/** The side of an arrow's head that looks away from its tail. */
export function sideOf(tail: ReadonlyVector, head: ReadonlyVector): string {
  const [u, v] = [head[0] - tail[0], head[1] - tail[1]];
  if (Math.abs(v) > 1.5 * Math.abs(u)) return v > 0 ? "top center" : "bottom center";
  return u > 0 ? "middle right" : "middle left";
}

/** Options of `plot.arrows`. */
export interface ArrowsOptions extends FigureOptions {
  /** Where the arrows begin. Default: all at the origin. */
  origins?: ReadonlyMatrix;
  /** A name for each, written at its head. */
  names?: readonly string[];
  /** A colour for all; default: each its own when they are named, otherwise one. */
  color?: Color;
}

/** The square that holds the points, with room around them. */
function roomFor(points: ReadonlyMatrix): {
  xRange: [number, number];
  yRange: [number, number];
} {
  const side = (k: 0 | 1): [number, number] => {
    const values = points.map((p) => p[k]).filter(Number.isFinite);
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
export function arrows(vectors: ReadonlyMatrix, options: ArrowsOptions = {}): Figure {
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
  const heads = vectors.map((v, i) => v.map((c, k) => c + origins[i]?.[k]));
  const traces = names
    ? names.flatMap((name, i) => {
        const [tail, head] = [origins[i], heads[i]];
        return [
          colored(color, i, (style) => ({ ...arrowTrace([tail], [head], style.color), name })),
          colored(color, i, (style) =>
            labelTrace([head], [name], [sideOf(tail, head)], style.color),
          ),
        ];
      })
    : [colored(color, 0, (style) => arrowTrace(origins, heads, style.color))];
  return figure("Vectors in the plane", traces, {
    equal: true,
    ...roomFor([...heads, ...origins]),
    ...options,
  });
}
