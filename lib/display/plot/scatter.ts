import { describeValue, type ReadonlyVector, requireVector } from "../../core";
import { colorbar, figure } from "./figure";
import { requireFigureOptions } from "./options";
import { colored } from "./paint";
import { groupsOf, legendEntry, type Point, requirePoints } from "./series";
import type { Color, Figure, FigureOptions } from "./spec";
import { SCALES } from "./theme";

/** Options of `plot.scatter`. */
export interface ScatterOptions extends FigureOptions {
  /** A label for each point: points of one label share colour and marker. */
  groups?: readonly (string | number | boolean)[];
  /** A text for each point, shown on hovering. */
  labels?: readonly (string | number)[];
  /** Write the labels beside the points as well. Default false. */
  showLabels?: boolean;
  /** A number for each point, shown as a colour scale, instead of groups. */
  values?: ReadonlyVector;
  /** Title of that colour scale. */
  valuesTitle?: string;
  /** Size of the markers in pixels. Default 7, or less for many points. */
  size?: number;
  /** Opacity of the markers. Default 0.85. */
  opacity?: number;
  /** Name in the legend, when there are no groups. */
  name?: string;
  color?: Color;
}

const OWN = [
  "groups",
  "labels",
  "showLabels",
  "values",
  "valuesTitle",
  "size",
  "opacity",
  "name",
  "color",
];

/** Whether the first argument is a list of points, which may be empty, and not the abscissae alone. */
const isPoints = (first: unknown, second: unknown) =>
  Array.isArray(first) && (first.length > 0 ? Array.isArray(first[0]) : !Array.isArray(second));

/** Rows [x, y], or the two coordinates as lists. */
function coordinates(
  caller: string,
  first: unknown,
  second: unknown,
): { x: ReadonlyVector; y: ReadonlyVector } {
  if (isPoints(first, second)) {
    const points = requirePoints(caller, "points", first);
    return { x: points.map((p) => p[0]), y: points.map((p) => p[1]) };
  }
  const x = requireVector(caller, "x", first, { allowNonFinite: true });
  const rule = { length: x.length, lengthOf: "length of x", allowNonFinite: true };
  return { x, y: requireVector(caller, "y", second, rule) };
}

function requireSameLength(
  caller: string,
  name: string,
  list: readonly unknown[],
  n: number,
): void {
  if (!Array.isArray(list)) {
    throw new TypeError(`${caller}: ${name} must be an array, got ${describeValue(list)}`);
  }
  if (list.length !== n) {
    throw new RangeError(
      `${caller}: ${name} must have length ${n} (number of points), got ${list.length}`,
    );
  }
}

/**
 * Points in the plane, in groups of one colour and marker each if they have labels.
 *
 * @param points - Rows [x, y]; or x and y as two vectors.
 * @throws RangeError if lengths differ.
 * @example
 * plot.scatter([[0, 1], [2, 3]], { groups: ["a", "b"] }).data[1].x // => [2]
 * plot.scatter([0, 2], [1, 3]).data[0].y // => [1, 3]
 */
export function scatter(points: readonly Point[], options?: ScatterOptions): Figure;
export function scatter(x: ReadonlyVector, y: ReadonlyVector, options?: ScatterOptions): Figure;
export function scatter(first: unknown, second?: unknown, third?: ScatterOptions): Figure {
  const { x, y } = coordinates("plot.scatter", first, second);
  const options = ((isPoints(first, second) ? second : third) ?? {}) as ScatterOptions;
  requireFigureOptions("plot.scatter", options, OWN);
  const { groups, labels, values } = options;
  if (groups) requireSameLength("plot.scatter", "groups", groups, x.length);
  if (labels) requireSameLength("plot.scatter", "labels", labels, x.length);
  if (values) requireSameLength("plot.scatter", "values", values, x.length);
  const everyone = x.map((_, i) => i);
  const parts: [string | undefined, number[]][] = groups
    ? [...groupsOf(groups)]
    : [[options.name, everyone]];
  const traces = parts.map(([name, members], k) =>
    colored(options.color, k, ({ color, symbol }) => {
      const { size = x.length > 400 ? 5 : 7, opacity = 0.85, showLabels = false } = options;
      const text = labels && members.map((i) => String(labels[i]));
      const scale = values && {
        color: members.map((i) => values[i]),
        colorscale: SCALES.sequential,
        showscale: true,
        colorbar: colorbar(options.valuesTitle),
      };
      return {
        type: "scatter",
        mode: showLabels && text ? "markers+text" : "markers",
        x: members.map((i) => x[i]),
        y: members.map((i) => y[i]),
        marker: { size, opacity, symbol, color, line: { width: 0.5, color: "#ffffff" }, ...scale },
        text,
        textposition: text && "top center",
        hovertemplate: text && "%{text}<br>%{x}, %{y}<extra></extra>",
        ...legendEntry(name),
      };
    }),
  );
  return figure("Scatter plot", traces, options);
}
