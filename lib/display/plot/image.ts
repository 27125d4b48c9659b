import { type ReadonlyMatrix, requireNumber } from "../../core";
import { figure } from "./figure";
import { CELL_AXIS, requireCells } from "./heatmap";
import { requireFigureOptions } from "./options";
import { extent } from "./series";
import type { Figure, FigureOptions, Trace } from "./spec";
import { SCALES } from "./theme";

/** Options of `plot.image`. */
export interface ImageOptions extends FigureOptions {
  /** Values drawn as black and white, either of which may be the greater. Default: the least and greatest entry. */
  black?: number;
  white?: number;
}

/**
 * A matrix as a greyscale picture with square pixels, the first row on top.
 *
 * @param A - m×n matrix of brightness.
 * @throws RangeError for a ragged matrix or one without columns, or if black and white are the same value.
 * @example
 * plot.image([[0, 1], [1, 0]]).data[0].zmax // => 1
 * plot.image([[0, 16]], { black: 16, white: 0 }).data[0].reversescale // => true
 */
export function image(A: ReadonlyMatrix, options: ImageOptions = {}): Figure {
  requireFigureOptions("plot.image", options, ["black", "white"]);
  requireCells("plot.image", A);
  const [least, most] = extent(A);
  const { black, white } = options;
  for (const [name, value] of Object.entries({ black, white })) {
    if (value !== undefined) requireNumber("plot.image", name, value);
  }
  if (black !== undefined && black === white) {
    throw new RangeError(`plot.image: black and white must differ, both are ${black}`);
  }
  const ends = [black ?? least, white ?? most];
  const negative = (black ?? white) !== undefined && ends[0] > ends[1];
  const trace: Trace = {
    type: "heatmap",
    z: A,
    zmin: Math.min(...ends),
    zmax: Math.max(...ends),
    colorscale: SCALES.grey,
    ...(negative ? { reversescale: true } : {}),
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
