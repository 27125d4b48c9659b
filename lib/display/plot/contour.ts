import { type ReadonlyMatrix, type ReadonlyVector, requireNumber, requireVector } from "../../core";
import { colorbar, figure } from "./figure";
import { type Field, type Grid, gridOf, roundHeights } from "./grid";
import { requireFigureOptions } from "./options";
import { colored } from "./paint";
import { type Box, extent, requirePoints } from "./series";
import type { Figure, FigureOptions, Trace } from "./spec";
import { SCALES, styleOf } from "./theme";

/** Options of `plot.contour`. */
export interface ContourOptions extends FigureOptions {
  /** Points a side at which the function is evaluated. Default 61. */
  n?: number;
  /** Heights of the lines, evenly spaced: how many, or [from, to, step]. Default 15. */
  levels?: number | readonly [number, number, number];
  /** Colour by the logarithm of the height, for landscapes with steep walls. Default false. */
  log?: boolean;
  /** Colour between the lines. Default true. */
  filled?: boolean;
  /** A colour scale with its middle at zero, for heights of both signs. Default false. */
  diverging?: boolean;
  /** Paths drawn over the landscape, by name: rows [x, y], from start to end. */
  paths?: Readonly<Record<string, ReadonlyMatrix>>;
  /** Points marked on it, by name. */
  points?: Readonly<Record<string, ReadonlyVector>>;
  /** Title of the colour scale. */
  scaleTitle?: string;
}

const OWN = ["n", "levels", "log", "filled", "diverging", "paths", "points", "scaleTitle"];

/** A step of 1, 2, 2.5 or 5 times a power of ten, at least as wide as asked. */
function niceStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step));
  return power * ([1, 2, 2.5, 5].find((f) => f * power >= step * (1 - 1e-9)) ?? 10);
}

/** First, last and distance of the level lines. */
function levelsOf(heights: ReadonlyMatrix, { levels = 15, diverging = false }: ContourOptions) {
  if (typeof levels !== "number") {
    const [start, end, size] = requireVector("plot.contour", "levels", levels, { length: 3 });
    requireNumber("plot.contour", "levels[2]", size, { above: 0 });
    return { start, end, size };
  }
  requireNumber("plot.contour", "levels", levels, { min: 1, max: 200, integer: true });
  const [low, high] = extent(heights);
  const limit = Math.max(Math.abs(low), Math.abs(high));
  const [least, most] = diverging ? [-limit, limit] : [low, high];
  const size = niceStep((most - least) / (levels + 1) || 1);
  return { start: Math.ceil(least / size) * size, end: Math.floor(most / size) * size, size };
}

function contourTrace({ x, y, z }: Grid, options: ContourOptions): Trace {
  const { log = false, filled = true, diverging = false, scaleTitle = "", paths, points } = options;
  const heights = log ? z.map((row) => row.map((v) => (v > 0 ? Math.log10(v) : Number.NaN))) : z;
  const pale = paths || points ? 0.6 : 0.85;
  return {
    type: "contour",
    x,
    y,
    z: roundHeights(heights),
    colorscale: diverging ? SCALES.diverging : SCALES.sequential,
    contours: { ...levelsOf(heights, options), coloring: filled ? "fill" : "lines" },
    line: filled ? { width: 0.7, color: "rgba(255, 255, 255, 0.6)" } : { width: 1.5 },
    ...(filled ? { opacity: pale } : {}),
    showscale: filled,
    ...(filled ? { colorbar: colorbar(log ? `log₁₀ ${scaleTitle || "f"}` : scaleTitle) } : {}),
    hovertemplate: `(%{x}, %{y}): ${log ? "log₁₀ " : ""}%{z}<extra></extra>`,
    showlegend: false,
  };
}

/** A path with its start hollow and its end as a star. */
function pathTrace(name: string, path: number[][], k: number): Trace {
  const last = path.length - 1;
  return colored(undefined, k + 1, ({ color }) => ({
    type: "scatter",
    mode: "lines+markers",
    x: path.map((p) => p[0]),
    y: path.map((p) => p[1]),
    name,
    showlegend: true,
    line: { color, dash: styleOf(k).dash, width: 2.2 },
    marker: {
      color,
      size: path.map((_, i) => (i === last ? 12 : i === 0 ? 9 : 5)),
      symbol: path.map((_, i) => (i === last ? "star" : i === 0 ? "circle-open" : "circle")),
      line: { color: "#ffffff", width: 0.7 },
    },
  }));
}

function markTrace(name: string, point: ReadonlyVector): Trace {
  return {
    type: "scatter",
    mode: "markers+text",
    x: [point[0]],
    y: [point[1]],
    text: [name],
    textposition: "top center",
    textfont: { color: "#000000" },
    marker: { symbol: "x", size: 9, color: "#000000", line: { color: "#ffffff", width: 1 } },
    showlegend: false,
  };
}

/**
 * A landscape as lines of equal height, with paths and points on it.
 *
 * @param f - Function of [x, y], or its values {x, y, z} with z[i][j] at (x[j], y[i]).
 * @param box - [[x from, x to], [y from, y to]]; not needed with values.
 * @throws TypeError if f is neither; RangeError for a box that is none, or values that do not fit.
 * @example
 * plot.contour(([x, y]) => x * x + y * y, [[-1, 1], [-1, 1]], { n: 3 }).data[0].z[0] // => [2, 1, 2]
 * plot.contour(([x, y]) => 2 * x * y + y, [[-1, 1], [-1, 1]], { diverging: true }).data[0].contours.start // => -3
 */
export function contour(f: Field, box?: Box, options: ContourOptions = {}): Figure {
  requireFigureOptions("plot.contour", options, OWN);
  const { paths = {}, points = {}, n = 61 } = options;
  const grid = gridOf("plot.contour", f, box, n);
  const traces = [contourTrace(grid, options)];
  Object.entries(paths).forEach(([name, path], k) => {
    traces.push(pathTrace(name, requirePoints("plot.contour", `paths.${name}`, path), k));
  });
  for (const [name, point] of Object.entries(points)) {
    requireVector("plot.contour", `points.${name}`, point, { length: 2 });
    traces.push(markTrace(name, point));
  }
  const ends = (v: ReadonlyVector) => [v[0], v[v.length - 1]] as const;
  const { xRange = ends(grid.x), yRange = ends(grid.y), equal = false } = options;
  const sized = { ...options, xRange, yRange, equal };
  return figure(
    "Contour plot",
    traces,
    { height: 460, ...sized },
    {
      xaxis: { showgrid: false, zeroline: false },
      yaxis: { showgrid: false, zeroline: false },
    },
  );
}
