import { requireNumber } from "../../core";
import { figure } from "./figure";
import { requireFigureOptions } from "./options";
import { type Point, requirePoints } from "./series";
import type { Figure, FigureOptions, Trace } from "./spec";

/** Options of `plot.text`. */
export interface TextOptions extends FigureOptions {
  /** Where the text stands. Default "middle center". */
  position?: string;
  size?: number;
}

/**
 * Texts at points.
 *
 * @param points - Rows [x, y].
 * @param texts - One for each point.
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
