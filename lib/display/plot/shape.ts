import { requireMatrix, requireNumber, requireVector } from "../../core";
import { colored, figure, requireFigureOptions } from "./figure";
import { type Box, type Point, requireBox, requirePoints } from "./series";
import type { Color, Figure, FigureOptions, Trace } from "./spec";
import { translucent } from "./theme";

/** Options of the shapes. */
export interface ShapeOptions extends FigureOptions {
  name?: string;
  color?: Color;
}

const OWN = ["name", "color"];

/** Name and place in the legend: a trace without a name has none. */
const named = (name: string | undefined) => (name === undefined ? { showlegend: false } : { name });

/**
 * A filled polygon.
 *
 * @param vertices - Corners [x, y] in order; the last is joined to the first.
 * @example
 * plot.polygon([[0, 0], [1, 0], [0, 1]]).data[0].x // => [0, 1, 0, 0]
 */
export function polygon(vertices: readonly Point[], options: ShapeOptions = {}): Figure {
  requireFigureOptions("plot.polygon", options, OWN);
  const corners = requirePoints("plot.polygon", "vertices", vertices);
  const closed = corners.length > 0 ? [...corners, corners[0] as number[]] : [];
  const trace = colored(
    options.color,
    0,
    ({ color }): Trace => ({
      type: "scatter",
      mode: "lines",
      x: closed.map((p) => p[0] as number),
      y: closed.map((p) => p[1] as number),
      fill: "toself",
      fillcolor: translucent(color, 0.25),
      line: { color, width: 1.8 },
      ...named(options.name),
    }),
  );
  return figure("Polygon", [trace], options);
}

/** The part of a convex polygon where aᵀx ≤ b (Sutherland & Hodgman 1974, one half-plane). */
function clip(polygon: readonly number[][], a: readonly number[], b: number): number[][] {
  const slack = (p: readonly number[]) =>
    b - (a[0] as number) * (p[0] as number) - (a[1] as number) * (p[1] as number);
  return polygon.flatMap((p, i) => {
    const q = polygon[(i + 1) % polygon.length] as number[];
    const [sp, sq] = [slack(p), slack(q)];
    const out = sp >= 0 ? [p] : [];
    if (sp >= 0 !== sq >= 0) {
      const t = sp / (sp - sq);
      out.push(p.map((c, k) => c + t * ((q[k] as number) - c)));
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
  A: readonly (readonly number[])[],
  b: readonly number[],
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
    corners = clip(corners, row, b[i] as number);
  });
  if (corners.length === 0) {
    throw new RangeError("plot.region: no point of the box satisfies A x ≤ b");
  }
  return polygon(corners, { xRange: [x0, x1], yRange: [y0, y1], ...options });
}

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
  requireFigureOptions("plot.segments", options, [...OWN, "dashed"]);
  const starts = requirePoints("plot.segments", "from", from);
  const ends = requirePoints("plot.segments", "to", to);
  if (starts.length !== ends.length) {
    throw new RangeError(
      `plot.segments: to must have length ${starts.length} (length of from), got ${ends.length}`,
    );
  }
  const along = (k: 0 | 1) =>
    starts.flatMap((p, i) => [p[k] as number, ends[i]?.[k] as number, Number.NaN]);
  const trace = colored(
    options.color,
    0,
    ({ color }): Trace => ({
      type: "scatter",
      mode: "lines",
      x: along(0),
      y: along(1),
      line: { color, width: 1.3, ...(options.dashed ? { dash: "dash" } : {}) },
      ...named(options.name),
    }),
  );
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
    x: at.map((p) => p[0] as number),
    y: at.map((p) => p[1] as number),
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
  /** Written at the end of the line. */
  label?: string;
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
  const { label, color = "#666666", ...rest } = options;
  requireFigureOptions("plot.rule", rest, []);
  const list = (v: number | readonly number[] | undefined) => (v === undefined ? [] : [v].flat());
  const line = { color, width: 1.4, dash: "dash" };
  const text = label
    ? { label: { text: label, textposition: "end", font: { color, size: 12 } } }
    : {};
  const upright = list(place.x).map((x, i) => {
    requireNumber("plot.rule", "x", x);
    return {
      type: "line",
      xref: "x",
      yref: "y domain",
      x0: x,
      x1: x,
      y0: 0,
      y1: 1,
      line,
      ...(i === 0 ? text : {}),
    };
  });
  const level = list(place.y).map((y, i) => {
    requireNumber("plot.rule", "y", y);
    return {
      type: "line",
      xref: "x domain",
      yref: "y",
      x0: 0,
      x1: 1,
      y0: y,
      y1: y,
      line,
      ...(i === 0 ? text : {}),
    };
  });
  return figure("Lines across", [], rest, { shapes: [...upright, ...level] });
}
