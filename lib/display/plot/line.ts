import { type ReadonlyVector, requireFunction, requireNumber, requireVector } from "../../core";
import { isPlainObject } from "../render/kinds";
import { figure } from "./figure";
import { requireFigureOptions } from "./options";
import { colored } from "./paint";
import { linspace, type Series, seriesOf } from "./series";
import type { Color, Figure, FigureOptions } from "./spec";
import { translucent } from "./theme";

/** Options of `plot.line` and `plot.steps`. */
export interface LineOptions extends FigureOptions {
  /** Draw the points as well. Default false. */
  markers?: boolean;
  /** Name in the legend, when there is one series. */
  name?: string;
  color?: Color;
  /** Shade the area down to zero. Default false. */
  fill?: boolean;
}

const OWN = ["markers", "name", "color", "fill"];

function drawLines(
  kind: "line" | "steps",
  x: ReadonlyVector,
  y: Series,
  options: LineOptions,
): Figure {
  const caller = `plot.${kind}`;
  requireFigureOptions(caller, options, OWN);
  requireVector(caller, "x", x, { allowNonFinite: true });
  // a line through one point cannot be seen
  const { markers = x.length === 1, name, color, fill = false } = options;
  const rule = { length: x.length, lengthOf: "length of x", allowNonFinite: true };
  const all = seriesOf(caller, "y", y, rule, name);
  const traces = all.map((series, k) =>
    colored(color, k, (style) => ({
      type: "scatter",
      mode: markers ? "lines+markers" : "lines",
      x,
      y: series.values,
      ...series.legend,
      line: {
        color: style.color,
        dash: style.dash,
        width: 2.2,
        ...(kind === "steps" ? { shape: "hv" } : {}),
      },
      ...(markers ? { marker: { color: style.color, symbol: style.symbol, size: 7 } } : {}),
      ...(fill ? { fill: "tozeroy", fillcolor: translucent(style.color, 0.2) } : {}),
    })),
  );
  return figure(kind === "steps" ? "Step chart" : "Line chart", traces, options);
}

/**
 * Lines through points, one or several by name.
 *
 * @param x - Abscissae.
 * @param y - Ordinates as long as x, or several such by name: { train, test }.
 * @returns Figure for `show`.
 * @throws RangeError if lengths differ.
 * @example
 * plot.line([0, 1, 2], [0, 1, 4], { x: "t", y: "t²" }).data[0].y // => [0, 1, 4]
 */
export function line(x: ReadonlyVector, y: Series, options: LineOptions = {}): Figure {
  return drawLines("line", x, y, options);
}

/**
 * A function that is constant between jumps: the value y[i] holds from x[i] to x[i + 1].
 *
 * @param x - Where it jumps, ascending.
 * @param y - The values from there on, as long as x, or several such by name.
 * @throws RangeError if lengths differ.
 * @example
 * plot.steps([0, 1], [0.5, 1]).data[0].line.shape // => "hv"
 */
export function steps(x: ReadonlyVector, y: Series, options: LineOptions = {}): Figure {
  return drawLines("steps", x, y, options);
}

/** Options of `plot.curve`. */
export interface CurveOptions extends LineOptions {
  /** Points at which the function is evaluated. Default 201. */
  n?: number;
}

/** A real function of one variable. */
export type Curve = (x: number) => number;

/**
 * The graph of a function, or of several by name, over an interval.
 *
 * @param f - x ↦ number; where it is not finite the curve has a gap.
 * @param interval - [from, to].
 * @throws TypeError if f is no function; RangeError unless from < to.
 * @example
 * plot.curve((x) => x * x, [-1, 1], { n: 3 }).data[0].y // => [1, 0, 1]
 */
export function curve(
  f: Curve | Readonly<Record<string, Curve>>,
  interval: readonly [number, number] | ReadonlyVector,
  options: CurveOptions = {},
): Figure {
  requireFigureOptions("plot.curve", options, [...OWN, "n"]);
  const { n = 201, ...rest } = options;
  requireNumber("plot.curve", "n", n, { min: 2, max: 20000, integer: true });
  const [from, to] = requireVector("plot.curve", "interval", interval, { length: 2 });
  requireNumber("plot.curve", "interval[1]", to, { above: from });
  const x = linspace(from, to, n);
  const graph = (name: string, g: Curve) => {
    requireFunction("plot.curve", name, g);
    return x.map((v) => g(v));
  };
  if (!isPlainObject(f)) return line(x, graph("f", f as Curve), rest);
  const graphs = Object.entries(f).map(([name, g]) => [name, graph(`f.${name}`, g)] as const);
  return line(x, Object.fromEntries(graphs), rest);
}
