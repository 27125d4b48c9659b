import { describeValue, type ReadonlyVector, requireVector } from "../../core";
import { figure } from "./figure";
import { requireFigureOptions } from "./options";
import { colored } from "./paint";
import { type Series, seriesOf } from "./series";
import type { Color, Figure, FigureOptions } from "./spec";

/** Options of `plot.bar`. */
export interface BarOptions extends FigureOptions {
  /** Bars that lie, for long labels. Default false. */
  horizontal?: boolean;
  /** Half-length of the error bar of each value. */
  errors?: ReadonlyVector;
  /** Several series on top of each other instead of side by side. Default false. */
  stacked?: boolean;
  name?: string;
  color?: Color;
}

/**
 * Bars, one for each label; several series by name stand side by side.
 *
 * @param labels - One for each value.
 * @param values - Heights, or several lists of heights by name.
 * @throws RangeError if lengths differ or a label comes twice.
 * @example
 * plot.bar(["a", "b"], [3, 1]).data[0].y // => [3, 1]
 */
export function bar(
  labels: readonly (string | number)[],
  values: Series,
  options: BarOptions = {},
): Figure {
  requireFigureOptions("plot.bar", options, ["horizontal", "errors", "stacked", "name", "color"]);
  if (!Array.isArray(labels)) {
    throw new TypeError(`plot.bar: labels must be an array, got ${describeValue(labels)}`);
  }
  const seen = new Set<string | number>();
  const twice = labels.find((label) => seen.size === seen.add(label).size);
  if (twice !== undefined) {
    throw new RangeError(`plot.bar: labels must differ, ${JSON.stringify(twice)} comes twice`);
  }
  const { horizontal = false, errors, stacked = false, name, color } = options;
  const rule = { length: labels.length, lengthOf: "number of labels" };
  const all = seriesOf("plot.bar", "values", values, rule, name);
  if (errors) requireVector("plot.bar", "errors", errors, rule);
  const traces = all.map((series, k) =>
    colored(color, k, (style) => {
      const whiskers = errors && { type: "data", array: errors, thickness: 1.5 };
      const pattern =
        all.length > 1 && style.pattern
          ? {
              shape: style.pattern,
              fillmode: "overlay",
              fgcolor: "rgba(255, 255, 255, 0.7)",
              size: 7,
              solidity: 0.2,
            }
          : undefined;
      return {
        type: "bar",
        ...(horizontal
          ? { x: series.values, y: labels, orientation: "h", error_x: whiskers }
          : { x: labels, y: series.values, error_y: whiskers }),
        marker: { color: style.color, pattern },
        ...series.legend,
      };
    }),
  );
  const category = labels.some((l) => typeof l === "string") ? { type: "category" } : {};
  return figure("Bar chart", traces, options, {
    barmode: stacked ? "stack" : "group",
    ...(horizontal
      ? { yaxis: { ...category, autorange: "reversed" }, xaxis: {} }
      : { xaxis: category }),
  });
}
