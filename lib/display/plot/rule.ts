import { describeValue, type ReadonlyVector, requireNumber } from "../../core";
import { figure } from "./figure";
import { requireFigureOptions } from "./options";
import type { Figure, FigureOptions } from "./spec";
import { PALETTE } from "./theme";

/** Where `plot.rule` draws its lines. */
export interface RulePlace {
  /** Upright lines at these abscissae. */
  x?: number | ReadonlyVector;
  /** Level lines at these ordinates. */
  y?: number | ReadonlyVector;
}

/** Options of `plot.rule`. */
export interface RuleOptions extends FigureOptions {
  /** Written at the end of the first line. */
  label?: string;
  /** Any CSS colour. Default vermilion. */
  color?: string;
}

/**
 * Lines across the whole figure, upright or level: a threshold, a mean. To be laid over another
 * figure with `plot.layers`.
 *
 * @param place - `{ x }` for upright lines, `{ y }` for level ones, a number or several each.
 * @throws TypeError if there is neither.
 * @example
 * plot.rule({ y: 0.05 }).layout.shapes.length // => 1
 */
export function rule(place: RulePlace, options: RuleOptions = {}): Figure {
  requireFigureOptions("plot.rule", options, ["label", "color"]);
  const { label, color = PALETTE[1], ...rest } = options;
  if (place.x === undefined && place.y === undefined) {
    throw new TypeError(`plot.rule: place must be { x } or { y }, got ${describeValue(place)}`);
  }
  const list = (v: number | ReadonlyVector | undefined) => (v === undefined ? [] : [v].flat());
  const line = { color, width: 2, dash: "dash" };
  const upright = list(place.x).map((x) => {
    requireNumber("plot.rule", "x", x);
    return { type: "line", xref: "x", yref: "y domain", x0: x, x1: x, y0: 0, y1: 1, line };
  });
  const level = list(place.y).map((y) => {
    requireNumber("plot.rule", "y", y);
    return { type: "line", xref: "x domain", yref: "y", x0: 0, x1: 1, y0: y, y1: y, line };
  });
  const at = upright[0]
    ? {
        xref: "x",
        x: upright[0].x0,
        yref: "y domain",
        y: 1,
        xanchor: "left",
        yanchor: "top",
        xshift: 3,
      }
    : { xref: "x domain", x: 1, yref: "y", y: level[0]?.y0, xanchor: "right", yanchor: "bottom" };
  const annotations = label
    ? [{ ...at, text: label, showarrow: false, font: { color, size: 12 } }]
    : [];
  return figure("Lines across", [], rest, {
    shapes: [...upright, ...level],
    ...(annotations.length > 0 ? { annotations } : {}),
  });
}
