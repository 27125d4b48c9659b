import { figure } from "./figure";
import { requireFigureOptions } from "./options";
import { colored } from "./paint";
import { type Series, seriesOf } from "./series";
import type { Figure, FigureOptions } from "./spec";

/** Options of `plot.box` and `plot.violin`. */
export interface SpreadOptions extends FigureOptions {
  /** Draw every point beside the box. Default false. */
  points?: boolean;
}

function spread(kind: "box" | "violin", x: Series, options: SpreadOptions): Figure {
  const caller = `plot.${kind}`;
  requireFigureOptions(caller, options, ["points"]);
  const all = seriesOf(caller, "x", x, { minLength: 1 });
  const shown = options.points ? "all" : kind === "box" ? "outliers" : false;
  const traces = all.map(({ name, values }, k) =>
    colored(undefined, k, ({ color }) => ({
      type: kind,
      y: values,
      name: name ?? "",
      showlegend: false,
      line: { color, width: 1.6 },
      ...(kind === "box"
        ? {
            boxpoints: shown,
            marker: { color, size: 4 },
            ...(options.points ? { jitter: 0.4, pointpos: -1.6 } : {}),
          }
        : {
            points: shown,
            ...(options.points ? { marker: { color, size: 4 } } : {}),
            box: { visible: true },
            meanline: { visible: true },
          }),
    })),
  );
  // names such as "2019" are not places on an axis of numbers or dates
  const xaxis = all.some(({ name }) => name && /^[^\p{L}]/u.test(name)) ? { type: "category" } : {};
  return figure(kind === "box" ? "Box plot" : "Violin plot", traces, options, { xaxis });
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
