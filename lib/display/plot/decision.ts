import { type ReadonlyMatrix, requireFunction, requireNumber } from "../../core";
import { figure } from "./figure";
import { requireFigureOptions } from "./options";
import { colored } from "./paint";
import { type Box, linspace, requireBox, requirePoints } from "./series";
import type { Figure, FigureOptions, Trace } from "./spec";

/** Options of `plot.decisionRegions`. */
export interface DecisionOptions extends FigureOptions {
  /** The points that were learnt from, rows [x, y], and the class of each. */
  points?: ReadonlyMatrix;
  labels?: readonly (string | number | boolean)[];
  /** Names of the classes in the legend, by label. */
  names?: Readonly<Record<string, string>>;
  /** Points a side at which the classifier is asked. Default 101. */
  n?: number;
}

/**
 * The regions that a classifier makes of the plane, with the points over them.
 *
 * @param predict - [x, y] ↦ label.
 * @param box - [[x from, x to], [y from, y to]].
 * @throws RangeError if there are more than 8 classes, or points and labels differ in number.
 * @example
 * plot.decisionRegions(([x]) => x > 0, [[-1, 1], [-1, 1]], { n: 3 }).data[0].z[0] // => [0, 0, 1]
 */
export function decisionRegions(
  predict: (x: number[]) => string | number | boolean,
  box: Box,
  options: DecisionOptions = {},
): Figure {
  const caller = "plot.decisionRegions";
  requireFigureOptions(caller, options, ["points", "labels", "names", "n"]);
  requireFunction(caller, "predict", predict);
  const [[x0, x1], [y0, y1]] = requireBox(caller, box);
  const { n = 101, names = {}, labels = [] } = options;
  requireNumber(caller, "n", n, { min: 2, max: 400, integer: true });
  const points = requirePoints(caller, "points", options.points ?? []);
  if (points.length !== labels.length) {
    throw new RangeError(
      `${caller}: labels must have length ${points.length} (number of points), got ${labels.length}`,
    );
  }
  const x = linspace(x0, x1, n);
  const y = linspace(y0, y1, n);
  const asked = y.map((v) => x.map((u) => String(predict([u, v]))));
  const classes = [...new Set([...labels.map(String), ...asked.flat()])].sort((a, b) =>
    a.localeCompare(b, "en", { numeric: true }),
  );
  if (classes.length > 8) {
    throw new RangeError(`${caller}: predict must have at most 8 classes, got ${classes.length}`);
  }
  const name = (c: string) => names[c] ?? c;
  const clouds = classes.map((c, k) =>
    colored(k, k, ({ color, symbol }) => {
      const members = points.filter((_, i) => String(labels[i]) === c);
      return {
        type: "scatter",
        mode: "markers",
        x: members.length > 0 ? members.map((p) => p[0]) : [null],
        y: members.length > 0 ? members.map((p) => p[1]) : [null],
        name: name(c),
        showlegend: true,
        marker: { color, symbol, size: 7, line: { color: "#ffffff", width: 0.7 } },
      };
    }),
  );
  const tints = clouds.map((trace) => (trace.marker as { color: string }).color);
  const regions: Trace = {
    type: "heatmap",
    x,
    y,
    z: asked.map((row) => row.map((c) => classes.indexOf(c))),
    zmin: -0.5,
    zmax: classes.length - 0.5,
    colorscale: tints.flatMap((tint, k) => [
      [k / tints.length, tint],
      [(k + 1) / tints.length, tint],
    ]),
    opacity: 0.28,
    showscale: false,
    hoverinfo: "skip",
  };
  return figure(
    "Decision regions",
    [regions, ...clouds],
    { xRange: [x0, x1], yRange: [y0, y1], ...options },
    {
      xaxis: { showgrid: false, zeroline: false },
      yaxis: { showgrid: false, zeroline: false },
    },
  );
}
