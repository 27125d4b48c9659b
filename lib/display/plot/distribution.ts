import { requireNumber, requireVector } from "../../core";
import { colored, figure, requireFigureOptions } from "./figure";
import { type Series, seriesOf } from "./series";
import type { Color, Figure, FigureOptions, Trace } from "./spec";
import { styleOf } from "./theme";

/** Options of `plot.box` and `plot.violin`. */
export interface SpreadOptions extends FigureOptions {
  /** Draw every point beside the box. Default false. */
  points?: boolean;
}

function spread(kind: "box" | "violin", x: Series, options: SpreadOptions): Figure {
  const caller = `plot.${kind}`;
  requireFigureOptions(caller, options, ["points"]);
  const all = seriesOf(caller, "x", x);
  for (const { name, values } of all) {
    requireVector(caller, name ? `x.${name}` : "x", values, { minLength: 1 });
  }
  const shown = options.points ? "all" : kind === "box" ? "outliers" : false;
  const traces = all.map(({ name, values }, k) =>
    colored(
      undefined,
      k,
      ({ color }): Trace => ({
        type: kind,
        y: values,
        name: name ?? "",
        showlegend: false,
        marker: { color, size: 4 },
        line: { color, width: 1.6 },
        ...(kind === "box"
          ? { boxpoints: shown, ...(options.points ? { jitter: 0.4, pointpos: -1.6 } : {}) }
          : { points: shown, box: { visible: true }, meanline: { visible: true } }),
      }),
    ),
  );
  return figure(kind === "box" ? "Box plot" : "Violin plot", traces, options);
}

/**
 * Box plots: median, quartiles, whiskers to the last point within 1.5 interquartile ranges, points
 * beyond.
 *
 * @param x - Values, or several lists by name.
 * @throws RangeError if a list is empty or holds NaN.
 * @example
 * plot.box({ a: [1, 2, 3], b: [2, 3, 9] }).data.length // => 2
 */
export function box(x: Series, options: SpreadOptions = {}): Figure {
  return spread("box", x, options);
}

/**
 * Violin plots: the density on both sides of a box.
 *
 * @param x - Values, or several lists by name.
 * @throws RangeError if a list is empty or holds NaN.
 * @example
 * plot.violin([1, 2, 3]).data[0].type // => "violin"
 */
export function violin(x: Series, options: SpreadOptions = {}): Figure {
  return spread("violin", x, options);
}

/** Options of `plot.stem`. */
export interface StemOptions extends FigureOptions {
  name?: string;
  color?: Color;
}

/**
 * Stems with a dot on top: a probability mass function, the coefficients of a series.
 *
 * @throws RangeError if lengths differ.
 * @example
 * plot.stem([0, 1], [0.4, 0.6]).data[1].y // => [0.4, 0.6]
 */
export function stem(x: readonly number[], y: Series, options: StemOptions = {}): Figure {
  requireFigureOptions("plot.stem", options, ["name", "color"]);
  requireVector("plot.stem", "x", x);
  const all = seriesOf("plot.stem", "y", y, { length: x.length, lengthOf: "length of x" });
  const step = x.length > 1 ? Math.abs((x[1] as number) - (x[0] as number)) : 1;
  const traces = all.flatMap(({ name = options.name, values }, k) => {
    const shift = all.length > 1 ? step * 0.14 * (k - (all.length - 1) / 2) : 0;
    const at = x.map((v) => v + shift);
    return [
      colored(
        options.color,
        k,
        ({ color }): Trace => ({
          type: "scatter",
          mode: "lines",
          x: at.flatMap((v) => [v, v, Number.NaN]),
          y: values.flatMap((v) => [0, v, Number.NaN]),
          line: { color, width: 1.6 },
          hoverinfo: "skip",
          showlegend: false,
        }),
      ),
      colored(
        options.color,
        k,
        ({ color, symbol }): Trace => ({
          type: "scatter",
          mode: "markers",
          x: at,
          y: values,
          marker: { color, symbol, size: 8 },
          ...(name === undefined ? { showlegend: false } : { name }),
        }),
      ),
    ];
  });
  return figure("Stem plot", traces, options);
}

/** Options of `plot.spectrum`. */
export interface SpectrumOptions extends FigureOptions {
  /** Draw the cumulative share on a second axis. Default true. */
  cumulative?: boolean;
  /** How many values are drawn. Default: all. */
  count?: number;
}

/**
 * A spectrum (scree plot): values in the order given as bars, and the share that the first k of
 * them have of the sum as a line.
 *
 * @param values - Eigenvalues, variances, squared singular values; ≥ 0.
 * @throws RangeError for a negative value.
 * @example
 * plot.spectrum([3, 1]).data[1].y // => [0.75, 1]
 */
export function spectrum(values: readonly number[], options: SpectrumOptions = {}): Figure {
  requireFigureOptions("plot.spectrum", options, ["cumulative", "count"]);
  requireVector("plot.spectrum", "values", values, { minLength: 1 });
  values.forEach((v, k) => {
    requireNumber("plot.spectrum", `values[${k}]`, v, { min: 0 });
  });
  const { cumulative = true, count = values.length } = options;
  requireNumber("plot.spectrum", "count", count, { min: 1, max: values.length, integer: true });
  const total = values.reduce((a, b) => a + b, 0) || 1;
  let sum = 0;
  const shares = values.map((v) => {
    sum += v;
    return sum / total;
  });
  const order = values.slice(0, count).map((_, k) => k + 1);
  const bars = colored(
    undefined,
    0,
    ({ color }): Trace => ({
      type: "bar",
      x: order,
      y: values.slice(0, count),
      name: options.y ?? "value",
      marker: { color },
    }),
  );
  const { color } = styleOf(1);
  const curve: Trace = {
    type: "scatter",
    mode: "lines+markers",
    x: order,
    y: shares.slice(0, count),
    yaxis: "y2",
    name: "cumulative share",
    line: { color, width: 2 },
    marker: { color, symbol: "square", size: 6 },
  };
  const right = {
    title: { text: "cumulative share" },
    overlaying: "y",
    side: "right",
    range: [0, 1.05],
    tickformat: ".0%",
    showgrid: false,
  };
  return figure(
    "Spectrum",
    cumulative ? [bars, curve] : [bars],
    { x: "component", ...options },
    {
      xaxis: { dtick: count <= 20 ? 1 : undefined },
      yaxis: { rangemode: "tozero" },
      ...(cumulative ? { yaxis2: right } : {}),
    },
  );
}
