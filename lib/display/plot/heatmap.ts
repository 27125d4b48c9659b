import { type ReadonlyMatrix, requireBoolean, requireMatrix, requireNumber } from "../../core";
import { formatMatrix } from "../format/number";
import { colorbar, figure } from "./figure";
import { requireFigureOptions } from "./options";
import { extent } from "./series";
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
  /** Draw the colour scale beside it. Default true; needless where cells show their numbers. */
  colorBar?: boolean;
  /** Pixels of paper between the cells. Default 1; 0 where the cells make a picture. */
  gap?: number;
}

/** An axis along coloured cells needs no lines. */
export const CELL_AXIS = { showgrid: false, zeroline: false, showline: false, ticks: "" } as const;

const OWN = [
  "rows",
  "columns",
  "annotate",
  "digits",
  "diverging",
  "zMin",
  "zMax",
  "scaleTitle",
  "colorBar",
  "gap",
];

/** Asserts that there is a cell to draw: `requireMatrix` lets a row of none through. */
export function requireCells(caller: string, A: ReadonlyMatrix): void {
  requireMatrix(caller, "A", A, { minRows: 1, allowNonFinite: true });
  if (A[0].length === 0) {
    throw new RangeError(`${caller}: A must have at least 1 column, got ${A.length}×0`);
  }
}

function requireLabels(name: string, labels: readonly unknown[] | undefined, n: number): void {
  if (labels && labels.length !== n) {
    throw new RangeError(
      `plot.heatmap: ${name} must have length ${n} (${name} of A), got ${labels.length}`,
    );
  }
}

/** What is written into the cells: nothing into empty ones. */
function numbersOf(A: ReadonlyMatrix, digits: number): string[][] {
  return formatMatrix(A, digits).map((row, i) =>
    row.map((text, j) => (Number.isNaN(A[i][j]) ? "" : text)),
  );
}

/**
 * A matrix as coloured cells, the first row on top: correlations, kernels, confusion.
 *
 * @param A - m×n matrix; NaN leaves a cell empty.
 * @throws RangeError for a ragged matrix, one without columns, or labels that do not fit.
 * @example
 * plot.heatmap([[1, -1], [0.5, 0]]).data[0].zmin // => -1
 * plot.heatmap([[1, -1], [0.5, 0]], { gap: 0 }).data[0].xgap // => 0
 */
export function heatmap(A: ReadonlyMatrix, options: HeatmapOptions = {}): Figure {
  requireFigureOptions("plot.heatmap", options, OWN);
  requireCells("plot.heatmap", A);
  const m = A.length;
  const n = A[0].length;
  requireLabels("rows", options.rows, m);
  requireLabels("columns", options.columns, n);
  const [least, most] = extent(A);
  const { diverging = least < 0 && most > 0, annotate = n <= 12 && m <= 20, digits = 2 } = options;
  const limit = Math.max(Math.abs(least), Math.abs(most));
  const zmin = options.zMin ?? (diverging ? -limit : least);
  const zmax = options.zMax ?? (diverging ? limit : most);
  requireNumber("plot.heatmap", "digits", digits, { min: 1, max: 10, integer: true });
  const bar = requireBoolean("plot.heatmap", "colorBar", options.colorBar ?? true);
  const { gap = 1 } = options;
  requireNumber("plot.heatmap", "gap", gap, { min: 0 });
  const trace: Trace = {
    type: "heatmap",
    z: A,
    x: options.columns?.map(String),
    y: options.rows?.map(String),
    zmin,
    zmax,
    colorscale: diverging ? SCALES.diverging : SCALES.sequential,
    xgap: gap,
    ygap: gap,
    ...(bar ? { colorbar: colorbar(options.scaleTitle) } : { showscale: false }),
    text: annotate ? numbersOf(A, digits) : undefined,
    texttemplate: annotate ? "%{text}" : undefined,
    textfont: { size: 12 },
    hovertemplate: "row %{y}, column %{x}: %{z}<extra></extra>",
  };
  const sized = { height: Math.min(640, Math.max(260, 110 + 34 * m)), ...options };
  const category = (labels: unknown) => (labels ? { type: "category" } : {});
  return figure("Heatmap", [trace], sized, {
    xaxis: { ...CELL_AXIS, ...category(options.columns) },
    yaxis: { ...CELL_AXIS, ...category(options.rows), autorange: "reversed" },
  });
}
