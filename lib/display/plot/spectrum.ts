import { type ReadonlyVector, requireNumber, requireVector } from "../../core";
import { figure } from "./figure";
import { requireFigureOptions } from "./options";
import { colored } from "./paint";
import type { Figure, FigureOptions, Trace } from "./spec";
import { styleOf } from "./theme";

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
export function spectrum(values: ReadonlyVector, options: SpectrumOptions = {}): Figure {
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
  const bars = colored(undefined, 0, ({ color }) => ({
    type: "bar",
    x: order,
    y: values.slice(0, count),
    name: options.y ?? "value",
    marker: { color },
  }));
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
    tickmode: "linear",
    dtick: 0.2,
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
