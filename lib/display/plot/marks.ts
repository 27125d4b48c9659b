import { describeValue, requireNumber } from "../../core";
import { colored, figure, requireFigureOptions } from "./figure";
import { SHAPE_OPTIONS, type ShapeOptions } from "./polygon";
import { legendEntry, type Point, requirePoints } from "./series";
import type { Figure, FigureOptions, Trace } from "./spec";
import { PALETTE } from "./theme";

/** Options of `plot.segments`. */
export interface SegmentsOptions extends ShapeOptions {
  /** Dashed lines. Default false. */
  dashed?: boolean;
}

/**
 * Straight pieces from each point to its partner: residuals, projections, edges of a graph.
 *
 * @param from - Points [x, y].
 * @param to - As many points.
 * @throws RangeError if the numbers differ.
 * @example
 * plot.segments([[0, 0]], [[1, 2]]).data[0].y.slice(0, 2) // => [0, 2]
 */
export function segments(
  from: readonly Point[],
  to: readonly Point[],
  options: SegmentsOptions = {},
): Figure {
  requireFigureOptions("plot.segments", options, [...SHAPE_OPTIONS, "dashed"]);
  const starts = requirePoints("plot.segments", "from", from);
  const ends = requirePoints("plot.segments", "to", to);
  if (starts.length !== ends.length) {
    throw new RangeError(
      `plot.segments: to must have length ${starts.length} (length of from), got ${ends.length}`,
    );
  }
  const along = (k: 0 | 1) => starts.flatMap((p, i) => [p[k], ends[i]?.[k], Number.NaN]);
  const trace = colored(options.color, 0, ({ color }) => ({
    type: "scatter",
    mode: "lines",
    x: along(0),
    y: along(1),
    line: { color, width: 1.3, ...(options.dashed ? { dash: "dash" } : {}) },
    ...legendEntry(options.name),
  }));
  return figure("Line segments", [trace], options);
}

/** Options of `plot.text`. */
export interface TextOptions extends FigureOptions {
  /** Where the text stands. Default "middle center". */
  position?: string;
  size?: number;
}

/**
 * Texts at points.
 *
 * @throws RangeError if the numbers of points and texts differ.
 * @example
 * plot.text([[0, 0]], ["origin"]).data[0].text // => ["origin"]
 */
export function text(
  points: readonly Point[],
  texts: readonly (string | number)[],
  options: TextOptions = {},
): Figure {
  requireFigureOptions("plot.text", options, ["position", "size"]);
  const at = requirePoints("plot.text", "points", points);
  if (texts.length !== at.length) {
    throw new RangeError(
      `plot.text: texts must have length ${at.length} (number of points), got ${texts.length}`,
    );
  }
  const { position = "middle center", size = 13 } = options;
  const trace: Trace = {
    type: "scatter",
    mode: "text",
    x: at.map((p) => p[0]),
    y: at.map((p) => p[1]),
    text: texts.map(String),
    textposition: position,
    textfont: { size: requireNumber("plot.text", "size", size, { min: 4, max: 60 }) },
    showlegend: false,
  };
  return figure("Texts in the plane", [trace], options);
}

/** Where `plot.rule` draws its lines. */
export interface RulePlace {
  /** Upright lines at these abscissae. */
  x?: number | readonly number[];
  /** Level lines at these ordinates. */
  y?: number | readonly number[];
}

/** Options of `plot.rule`. */
export interface RuleOptions extends FigureOptions {
  /** Written at the end of the first line. */
  label?: string;
  /** Any CSS colour. Default vermilion. */
  color?: string;
}

/**
 * Lines across the whole figure, upright or level: a threshold, a mean. To be laid over another
 * figure with `plot.layers`.
 *
 * @example
 * plot.rule({ y: 0.05 }).layout.shapes.length // => 1
 */
export function rule(place: RulePlace, options: RuleOptions = {}): Figure {
  requireFigureOptions("plot.rule", options, ["label", "color"]);
  const { label, color = PALETTE[1], ...rest } = options;
  if (place.x === undefined && place.y === undefined) {
    throw new TypeError(`plot.rule: place must be { x } or { y }, got ${describeValue(place)}`);
  }
  const list = (v: number | readonly number[] | undefined) => (v === undefined ? [] : [v].flat());
  const line = { color, width: 1.4, dash: "dash" };
  const upright = list(place.x).map((x) => {
    requireNumber("plot.rule", "x", x);
    return { type: "line", xref: "x", yref: "y domain", x0: x, x1: x, y0: 0, y1: 1, line };
  });
  const level = list(place.y).map((y) => {
    requireNumber("plot.rule", "y", y);
    return { type: "line", xref: "x domain", yref: "y", x0: 0, x1: 1, y0: y, y1: y, line };
  });
  const at = upright[0]
    ? {
        xref: "x",
        x: upright[0].x0,
        yref: "y domain",
        y: 1,
        xanchor: "left",
        yanchor: "top",
        xshift: 3,
      }
    : { xref: "x domain", x: 1, yref: "y", y: level[0]?.y0, xanchor: "right", yanchor: "bottom" };
  const annotations = label
    ? [{ ...at, text: label, showarrow: false, font: { color, size: 12 } }]
    : [];
  return figure("Lines across", [], rest, {
    shapes: [...upright, ...level],
    ...(annotations.length > 0 ? { annotations } : {}),
  });
}
