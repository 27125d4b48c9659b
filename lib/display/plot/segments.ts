import { figure } from "./figure";
import { requireFigureOptions } from "./options";
import { colored } from "./paint";
import { SHAPE_OPTIONS, type ShapeOptions } from "./polygon";
import { legendEntry, type Point, requirePoints } from "./series";
import type { Figure } from "./spec";

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
