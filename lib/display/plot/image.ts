import { type ReadonlyMatrix, requireMatrix } from "../../core";
import { figure } from "./figure";
import { CELL_AXIS } from "./heatmap";
import { requireFigureOptions } from "./options";
import { extent } from "./series";
import type { Figure, FigureOptions, Trace } from "./spec";
import { SCALES } from "./theme";

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
export function image(A: ReadonlyMatrix, options: ImageOptions = {}): Figure {
  requireFigureOptions("plot.image", options, ["black", "white"]);
  requireMatrix("plot.image", "A", A, { minRows: 1, allowNonFinite: true });
  const [least, most] = extent(A);
  const trace: Trace = {
    type: "heatmap",
    z: A,
    zmin: options.black ?? least,
    zmax: options.white ?? most,
    colorscale: SCALES.grey,
    showscale: false,
    hovertemplate: "row %{y}, column %{x}: %{z}<extra></extra>",
  };
  const bare = { ...CELL_AXIS, showticklabels: false };
  const square = { equal: true, ...options };
  return figure("Greyscale image", [trace], square, {
    xaxis: bare,
    yaxis: { ...bare, autorange: "reversed" },
  });
}
