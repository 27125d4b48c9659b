import { type ReadonlyVector, requireVector } from "../../core";
import { figure } from "./figure";
import { requireFigureOptions } from "./options";
import { colored } from "./paint";
import { type Series, seriesOf } from "./series";
import type { Color, Figure, FigureOptions } from "./spec";

/** Options of `plot.stem`. */
export interface StemOptions extends FigureOptions {
  name?: string;
  color?: Color;
}

/**
 * Stems with a dot on top: a probability mass function, the coefficients of a series.
 *
 * @param x - Places on the axis.
 * @param y - Heights as many as x, or several such by name.
 * @throws RangeError if lengths differ.
 * @example
 * plot.stem([0, 1], [0.4, 0.6]).data[1].y // => [0.4, 0.6]
 */
export function stem(x: ReadonlyVector, y: Series, options: StemOptions = {}): Figure {
  requireFigureOptions("plot.stem", options, ["name", "color"]);
  requireVector("plot.stem", "x", x);
  const rule = { length: x.length, lengthOf: "length of x" };
  const all = seriesOf("plot.stem", "y", y, rule, options.name);
  const step = x.length > 1 ? Math.abs(x[1] - x[0]) : 1;
  const traces = all.flatMap(({ values, legend }, k) => {
    const shift = all.length > 1 ? step * 0.14 * (k - (all.length - 1) / 2) : 0;
    const at = x.map((v) => v + shift);
    return [
      colored(options.color, k, ({ color }) => ({
        type: "scatter",
        mode: "lines",
        x: at.flatMap((v) => [v, v, Number.NaN]),
        y: values.flatMap((v) => [0, v, Number.NaN]),
        line: { color, width: 1.6 },
        hoverinfo: "skip",
        showlegend: false,
      })),
      colored(options.color, k, ({ color, symbol }) => ({
        type: "scatter",
        mode: "markers",
        x: at,
        y: values,
        marker: { color, symbol, size: 8 },
        ...legend,
      })),
    ];
  });
  return figure("Stem plot", traces, options);
}
