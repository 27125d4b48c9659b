import { type ReadonlyVector, requireVector } from "../../core";
import { figure } from "./figure";
import { requireFigureOptions } from "./options";
import { colored } from "./paint";
import type { Color, Figure, FigureOptions } from "./spec";
import { translucent } from "./theme";

/** Options of `plot.band`. */
export interface BandOptions extends FigureOptions {
  /** Name of the line in the legend. */
  name?: string;
  /** Name of the band in the legend. */
  bandName?: string;
  color?: Color;
}

/**
 * A line inside a band: a mean with its interval, a median with quantiles.
 *
 * @param x - Abscissae, ascending.
 * @param mid - The line.
 * @param lower - Lower edge of the band.
 * @param upper - Upper edge.
 * @throws RangeError if lengths differ.
 * @example
 * plot.band([0, 1], [1, 2], [0, 1], [2, 3]).data.length // => 2
 */
export function band(
  x: ReadonlyVector,
  mid: ReadonlyVector,
  lower: ReadonlyVector,
  upper: ReadonlyVector,
  options: BandOptions = {},
): Figure {
  requireFigureOptions("plot.band", options, ["name", "bandName", "color"]);
  const rule = { length: x.length, lengthOf: "length of x", allowNonFinite: true };
  requireVector("plot.band", "x", x);
  requireVector("plot.band", "mid", mid, rule);
  requireVector("plot.band", "lower", lower, rule);
  requireVector("plot.band", "upper", upper, rule);
  const { name = "mean", bandName = "interval", color } = options;
  const area = colored(color, 0, (style) => ({
    type: "scatter",
    mode: "lines",
    x: [...x, ...[...x].reverse()],
    y: [...upper, ...[...lower].reverse()],
    fill: "toself",
    fillcolor: translucent(style.color, 0.22),
    line: { width: 0 },
    hoverinfo: "skip",
    name: bandName,
  }));
  const middle = colored(color, 0, (style) => ({
    type: "scatter",
    mode: "lines",
    x,
    y: mid,
    line: { color: style.color, width: 2.2 },
    name,
  }));
  return figure("Line with a band around it", [area, middle], options);
}
