import {
  describeValue,
  requireFunction,
  requireMatrix,
  requireNumber,
  requireVector,
} from "../../core";
import { colored, figure, requireFigureOptions } from "./figure";
import { type Box, linspace, requireBox, requirePoints } from "./series";
import type { Figure, FigureOptions, Trace } from "./spec";
import { SCALES } from "./theme";

/** A function on the plane. It gets the coordinates as one vector, as `optimize` and `calculus` call it. */
export type PlaneFunction = (x: number[]) => number;

/** A function on the plane, or its values z[i][j] at (x[j], y[i]). */
export type Field =
  | PlaneFunction
  | { x: readonly number[]; y: readonly number[]; z: readonly (readonly number[])[] };

interface Grid {
  x: readonly number[];
  y: readonly number[];
  z: readonly (readonly number[])[];
}

/** The values of a field on an n×n grid over the box; a field given by values brings its own grid. */
function gridOf(caller: string, field: Field, box: Box | undefined, n: number): Grid {
  if (typeof field === "function") {
    const [[x0, x1], [y0, y1]] = requireBox(caller, box);
    requireNumber(caller, "n", n, { min: 2, max: 400, integer: true });
    const x = linspace(x0, x1, n);
    const y = linspace(y0, y1, n);
    return { x, y, z: y.map((v) => x.map((u) => field([u, v]))) };
  }
  if (typeof field !== "object" || field === null) {
    throw new TypeError(
      `${caller}: f must be a function of [x, y], or {x, y, z}, got ${describeValue(field)}`,
    );
  }
  const x = requireVector(caller, "x", field.x);
  const y = requireVector(caller, "y", field.y);
  const rule = { rows: y.length, rowsOf: "length of y", cols: x.length, colsOf: "length of x" };
  return { x, y, z: requireMatrix(caller, "z", field.z, { ...rule, allowNonFinite: true }) };
}

/** Heights need fewer digits than coordinates: five of the range. */
function roundHeights(z: readonly (readonly number[])[]): number[][] {
  const max = Math.max(...z.flat().filter(Number.isFinite).map(Math.abs));
  const decimals = Math.min(15, Math.max(0, 5 - Math.ceil(Math.log10(max || 1))));
  const unit = 10 ** decimals;
  return z.map((row) => row.map((v) => Math.round(v * unit) / unit));
}

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
  /** Paths drawn over the landscape, by name: rows [x, y], from start to end. */
  paths?: Readonly<Record<string, readonly (readonly number[])[]>>;
  /** Points marked on it, by name. */
  points?: Readonly<Record<string, readonly number[]>>;
  /** Title of the colour scale. */
  scaleTitle?: string;
}

const OWN = ["n", "levels", "log", "filled", "paths", "points", "scaleTitle"];

function contourTrace({ x, y, z }: Grid, options: ContourOptions): Trace {
  const { levels = 15, log = false, filled = true, scaleTitle = "" } = options;
  const heights = log ? z.map((row) => row.map((v) => (v > 0 ? Math.log10(v) : Number.NaN))) : z;
  const known = heights.flat().filter(Number.isFinite);
  const least = known.reduce((a, b) => Math.min(a, b), Infinity);
  const most = known.reduce((a, b) => Math.max(a, b), -Infinity);
  let [start, end, size] = [least, most, (most - least) / 10];
  if (typeof levels === "number") {
    requireNumber("plot.contour", "levels", levels, { min: 1, max: 200, integer: true });
    size = (most - least) / (levels + 1) || 1;
    [start, end] = [least + size, most - size / 2];
  } else {
    [start, end, size] = requireVector("plot.contour", "levels", levels, { length: 3 }) as [
      number,
      number,
      number,
    ];
    requireNumber("plot.contour", "levels[2]", size, { above: 0 });
  }
  return {
    type: "contour",
    x,
    y,
    z: roundHeights(heights),
    colorscale: SCALES.sequential,
    contours: { start, end, size, coloring: filled ? "fill" : "lines" },
    line: { width: filled ? 0.6 : 1.5, ...(filled ? { color: "rgba(255, 255, 255, 0.55)" } : {}) },
    showscale: filled,
    colorbar: {
      thickness: 14,
      outlinewidth: 0,
      title: { text: log ? `log₁₀ ${scaleTitle || "f"}` : scaleTitle, side: "right" },
    },
    hovertemplate: `(%{x}, %{y}): ${log ? "log₁₀ " : ""}%{z}<extra></extra>`,
    showlegend: false,
  };
}

/** A path with its start hollow and its end as a star. */
function pathTrace(name: string, path: number[][], k: number): Trace {
  const last = path.length - 1;
  return colored(
    undefined,
    k + 1,
    ({ color, dash }): Trace => ({
      type: "scatter",
      mode: "lines+markers",
      x: path.map((p) => p[0] as number),
      y: path.map((p) => p[1] as number),
      name,
      showlegend: true,
      line: { color, dash, width: 2.2 },
      marker: {
        color,
        size: path.map((_, i) => (i === last ? 12 : i === 0 ? 9 : 5)),
        symbol: path.map((_, i) => (i === last ? "star" : i === 0 ? "circle-open" : "circle")),
        line: { color: "#ffffff", width: 0.7 },
      },
    }),
  );
}

function markTrace(name: string, point: readonly number[]): Trace {
  return {
    type: "scatter",
    mode: "markers+text",
    x: [point[0]],
    y: [point[1]],
    text: [name],
    textposition: "top center",
    textfont: { color: "#ffffff" },
    marker: { symbol: "x", size: 10, color: "#ffffff", line: { color: "#000000", width: 1 } },
    showlegend: false,
  };
}

/**
 * A landscape as lines of equal height, with paths and points on it.
 *
 * @param f - Function of [x, y], or its values {x, y, z} with z[i][j] at (x[j], y[i]).
 * @param box - [[x from, x to], [y from, y to]]; not needed with values.
 * @example
 * plot.contour(([x, y]) => x * x + y * y, [[-1, 1], [-1, 1]], { n: 3 }).data[0].z[0] // => [2, 1, 2]
 */
export function contour(f: Field, box?: Box, options: ContourOptions = {}): Figure {
  requireFigureOptions("plot.contour", options, OWN);
  const { paths = {}, points = {}, n = 61, filled = true } = options;
  const grid = gridOf("plot.contour", f, box, n);
  const traces = [contourTrace(grid, options)];
  Object.entries(paths).forEach(([name, path], k) => {
    traces.push(pathTrace(name, requirePoints("plot.contour", `paths.${name}`, path), k));
  });
  for (const [name, point] of Object.entries(points)) {
    requireVector("plot.contour", `points.${name}`, point, { length: 2 });
    const mark = markTrace(name, point);
    traces.push(filled ? mark : { ...mark, textfont: {} });
  }
  const ends = (v: readonly number[]) => [v[0] as number, v[v.length - 1] as number] as const;
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

/** Options of `plot.surface`. */
export interface SurfaceOptions extends FigureOptions {
  /** Title of the height axis. */
  z?: string;
  /** Points a side at which the function is evaluated. Default 41. */
  n?: number;
  opacity?: number;
  /** Paths in space, by name: rows [x, y, z]. */
  paths?: Readonly<Record<string, readonly (readonly number[])[]>>;
  /** Where the eye stands, as [x, y, z]. Default [1.4, -1.5, 0.9]. */
  eye?: readonly number[];
}

/**
 * A landscape as a surface in space.
 *
 * @param f - Function of [x, y], or its values {x, y, z}.
 * @param box - [[x from, x to], [y from, y to]]; not needed with values.
 * @example
 * plot.surface(([x, y]) => x * y, [[0, 1], [0, 1]], { n: 2 }).data[0].z // => [[0, 0], [0, 1]]
 */
export function surface(f: Field, box?: Box, options: SurfaceOptions = {}): Figure {
  requireFigureOptions("plot.surface", options, ["z", "n", "opacity", "paths", "eye"]);
  const { n = 41, opacity = 1, paths = {}, eye = [1.4, -1.5, 0.9] } = options;
  const grid = gridOf("plot.surface", f, box, n);
  const [ex, ey, ez] = requireVector("plot.surface", "eye", eye, { length: 3 });
  const traces: Trace[] = [
    {
      type: "surface",
      ...grid,
      z: roundHeights(grid.z),
      opacity,
      colorscale: SCALES.sequential,
      showscale: false,
    },
    ...Object.entries(paths).map(([name, path], k) =>
      colored(
        undefined,
        k + 1,
        ({ color }): Trace => ({
          type: "scatter3d",
          mode: "lines+markers",
          x: path.map((p) => p[0] as number),
          y: path.map((p) => p[1] as number),
          z: path.map((p) => p[2] as number),
          name,
          line: { color, width: 5 },
          marker: { color, size: 3 },
        }),
      ),
    ),
  ];
  return spatial("Surface", traces, options, [ex as number, ey as number, ez as number]);
}

/** A figure with three axes. */
export function spatial(
  kind: string,
  traces: readonly Trace[],
  options: FigureOptions & { z?: string },
  eye: readonly [number, number, number],
): Figure {
  const title = (text: string | undefined) => ({ title: { text: text ?? "" } });
  return figure(
    kind,
    traces,
    { ...options, height: options.height ?? 480 },
    {
      scene: {
        xaxis: title(options.x),
        yaxis: title(options.y),
        zaxis: title(options.z),
        camera: { eye: { x: eye[0], y: eye[1], z: eye[2] } },
        ...(options.equal ? { aspectmode: "data" } : {}),
      },
      xaxis: { visible: false },
      yaxis: { visible: false },
    },
  );
}

/** Options of `plot.decisionRegions`. */
export interface DecisionOptions extends FigureOptions {
  /** The points that were learnt from, rows [x, y], and the class of each. */
  points?: readonly (readonly number[])[];
  labels?: readonly (string | number | boolean)[];
  /** Names of the classes in the legend, by label. */
  names?: Readonly<Record<string, string>>;
  /** Points a side at which the classifier is asked. Default 101. */
  n?: number;
}

/**
 * The regions that a classifier makes of the plane, with the points over them.
 *
 * @param predict - [x, y] ↦ label.
 * @param box - [[x from, x to], [y from, y to]].
 * @throws RangeError if there are more than 8 classes, or points and labels differ in number.
 * @example
 * plot.decisionRegions(([x]) => x > 0, [[-1, 1], [-1, 1]], { n: 3 }).data[0].z[0] // => [0, 0, 1]
 */
export function decisionRegions(
  predict: (x: number[]) => string | number | boolean,
  box: Box,
  options: DecisionOptions = {},
): Figure {
  const caller = "plot.decisionRegions";
  requireFigureOptions(caller, options, ["points", "labels", "names", "n"]);
  requireFunction(caller, "predict", predict);
  const [[x0, x1], [y0, y1]] = requireBox(caller, box);
  const { n = 101, names = {}, labels = [] } = options;
  requireNumber(caller, "n", n, { min: 2, max: 400, integer: true });
  const points = requirePoints(caller, "points", options.points ?? []);
  if (points.length !== labels.length) {
    throw new RangeError(
      `${caller}: labels must have length ${points.length} (number of points), got ${labels.length}`,
    );
  }
  const x = linspace(x0, x1, n);
  const y = linspace(y0, y1, n);
  const asked = y.map((v) => x.map((u) => String(predict([u, v]))));
  const classes = [...new Set([...labels.map(String), ...asked.flat()])].sort((a, b) =>
    a.localeCompare(b, "en", { numeric: true }),
  );
  if (classes.length > 8) {
    throw new RangeError(`${caller}: predict must have at most 8 classes, got ${classes.length}`);
  }
  const name = (c: string) => names[c] ?? c;
  const clouds = classes.map((c, k) =>
    colored(k, k, ({ color, symbol }): Trace => {
      const members = points.filter((_, i) => String(labels[i]) === c);
      return {
        type: "scatter",
        mode: "markers",
        x: members.length > 0 ? members.map((p) => p[0] as number) : [null],
        y: members.length > 0 ? members.map((p) => p[1] as number) : [null],
        name: name(c),
        showlegend: true,
        marker: { color, symbol, size: 7, line: { color: "#ffffff", width: 0.7 } },
      };
    }),
  );
  const tints = clouds.map((trace) => (trace.marker as { color: string }).color);
  const regions: Trace = {
    type: "heatmap",
    x,
    y,
    z: asked.map((row) => row.map((c) => classes.indexOf(c))),
    zmin: -0.5,
    zmax: classes.length - 0.5,
    colorscale: tints.flatMap((tint, k) => [
      [k / tints.length, tint],
      [(k + 1) / tints.length, tint],
    ]),
    opacity: 0.28,
    showscale: false,
    hoverinfo: "skip",
  };
  return figure(
    "Decision regions",
    [regions, ...clouds],
    { xRange: [x0, x1], yRange: [y0, y1], ...options },
    {
      xaxis: { showgrid: false, zeroline: false },
      yaxis: { showgrid: false, zeroline: false },
    },
  );
}
