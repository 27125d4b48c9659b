import { requireMatrix, requireNumber } from "../../core";
import { formatMatrix } from "../number";
import { colorbar, figure, requireFigureOptions } from "./figure";
import type { Figure, FigureOptions, Trace } from "./spec";
import { SCALES } from "./theme";

/** Options of `plot.heatmap`. */
export interface HeatmapOptions extends FigureOptions {
  /** Labels of the rows and of the columns. */
  rows?: readonly (string | number)[];
  columns?: readonly (string | number)[];
  /** Write the numbers into the cells. Default: when there are at most 12 columns. */
  annotate?: boolean;
  /** Significant digits of those numbers. Default 2. */
  digits?: number;
  /** Scale with a pale middle at 0. Default: when there are entries of both signs. */
  diverging?: boolean;
  /** Ends of the colour scale. Default: the least and greatest entry; symmetric when diverging. */
  zMin?: number;
  zMax?: number;
  /** Title of the colour scale. */
  scaleTitle?: string;
}

const OWN = ["rows", "columns", "annotate", "digits", "diverging", "zMin", "zMax", "scaleTitle"];

function requireLabels(name: string, labels: readonly unknown[] | undefined, n: number): void {
  if (labels && labels.length !== n) {
    throw new RangeError(
      `plot.heatmap: ${name} must have length ${n} (${name} of A), got ${labels.length}`,
    );
  }
}

/**
 * A matrix as coloured cells, the first row on top: correlations, kernels, confusion.
 *
 * @param A - m×n matrix; NaN leaves a cell empty.
 * @throws RangeError for a ragged matrix or labels that do not fit.
 * @example
 * plot.heatmap([[1, -1], [0.5, 0]]).data[0].zmin // => -1
 */
export function heatmap(A: readonly (readonly number[])[], options: HeatmapOptions = {}): Figure {
  requireFigureOptions("plot.heatmap", options, OWN);
  requireMatrix("plot.heatmap", "A", A, { minRows: 1, allowNonFinite: true });
  const m = A.length;
  const n = A[0].length;
  requireLabels("rows", options.rows, m);
  requireLabels("columns", options.columns, n);
  const known = A.flat().filter(Number.isFinite);
  const [least, most] = known.reduce(([a, b], v) => [Math.min(a, v), Math.max(b, v)], [
    Infinity,
    -Infinity,
  ] as const);
  const { diverging = least < 0 && most > 0, annotate = n <= 12 && m <= 20, digits = 2 } = options;
  const limit = Math.max(Math.abs(least), Math.abs(most));
  const zmin = options.zMin ?? (diverging ? -limit : least);
  const zmax = options.zMax ?? (diverging ? limit : most);
  requireNumber("plot.heatmap", "digits", digits, { min: 1, max: 10, integer: true });
  const trace: Trace = {
    type: "heatmap",
    z: A,
    ...(options.columns ? { x: options.columns.map(String) } : {}),
    ...(options.rows ? { y: options.rows.map(String) } : {}),
    zmin,
    zmax,
    colorscale: diverging ? SCALES.diverging : SCALES.sequential,
    xgap: 1,
    ygap: 1,
    colorbar: colorbar(options.scaleTitle),
    ...(annotate
      ? { text: formatMatrix(A, digits), texttemplate: "%{text}", textfont: { size: 12 } }
      : {}),
    hovertemplate: "row %{y}, column %{x}: %{z}<extra></extra>",
  };
  const height = options.height ?? Math.min(640, Math.max(260, 110 + 34 * m));
  return figure(
    "Heatmap",
    [trace],
    { ...options, height },
    {
      xaxis: {
        showgrid: false,
        zeroline: false,
        showline: false,
        ticks: "",
        ...(options.columns ? { type: "category" } : {}),
      },
      yaxis: {
        showgrid: false,
        zeroline: false,
        showline: false,
        ticks: "",
        autorange: "reversed",
        ...(options.rows ? { type: "category" } : {}),
      },
    },
  );
}

/** Options of `plot.image`. */
export interface ImageOptions extends FigureOptions {
  /** Values drawn as black and white. Default: the least and greatest entry. */
  black?: number;
  white?: number;
}

/**
 * A matrix as a greyscale picture with square pixels, the first row on top.
 *
 * @param A - m×n matrix of brightness.
 * @example
 * plot.image([[0, 1], [1, 0]]).data[0].zmax // => 1
 */
export function image(A: readonly (readonly number[])[], options: ImageOptions = {}): Figure {
  requireFigureOptions("plot.image", options, ["black", "white"]);
  requireMatrix("plot.image", "A", A, { minRows: 1, allowNonFinite: true });
  const known = A.flat().filter(Number.isFinite);
  const [least, most] = known.reduce(([a, b], v) => [Math.min(a, v), Math.max(b, v)], [
    Infinity,
    -Infinity,
  ] as const);
  const trace: Trace = {
    type: "heatmap",
    z: A,
    zmin: options.black ?? least,
    zmax: options.white ?? most,
    colorscale: SCALES.grey,
    showscale: false,
    hovertemplate: "row %{y}, column %{x}: %{z}<extra></extra>",
  };
  const bare = {
    showgrid: false,
    zeroline: false,
    showline: false,
    ticks: "",
    showticklabels: false,
  };
  return figure(
    "Greyscale image",
    [trace],
    { ...options, equal: true },
    {
      xaxis: { ...bare },
      yaxis: { ...bare, autorange: "reversed" },
    },
  );
}
