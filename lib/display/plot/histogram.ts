import * as stats from "../../stats";
import { figure } from "./figure";
import { requireFigureOptions } from "./options";
import { colored } from "./paint";
import { type Series, seriesOf } from "./series";
import type { Color, Figure, FigureOptions } from "./spec";

/** Options of `plot.histogram`. */
export interface HistogramOptions extends FigureOptions {
  /** How many bins, a rule for their width, or their edges: as for `stats.histogram`. Default "auto". */
  bins?: stats.HistogramOptions["bins"];
  /** Heights such that the area is 1, to be compared with a density. Default false: counts. */
  density?: boolean;
  name?: string;
  color?: Color;
}

/**
 * Histogram; the bins are counted here, so the figure holds counts and not the data.
 *
 * @param x - Values, or several lists by name, drawn over each other in the same bins.
 * @throws RangeError if a list is empty or holds NaN.
 * @example
 * plot.histogram([1, 2, 2, 3], { bins: [1, 2, 3] }).data[0].y // => [1, 3]
 */
export function histogram(x: Series, options: HistogramOptions = {}): Figure {
  requireFigureOptions("plot.histogram", options, ["bins", "density", "name", "color"]);
  const { bins = "auto", density = false, name, color } = options;
  const all = seriesOf("plot.histogram", "x", x, { minLength: 1 }, name);
  const { edges } = stats.histogram(
    all.flatMap(({ values }) => values),
    { bins },
  );
  const widths = edges.slice(1).map((edge, k) => edge - edges[k]);
  const traces = all.map(({ values, legend }, k) => {
    const heights = stats.histogram(values, { bins: edges });
    return colored(color, k, (style) => ({
      type: "bar",
      x: widths.map((w, b) => edges[b] + w / 2),
      y: density ? heights.density : heights.counts,
      width: widths,
      marker: {
        color: style.color,
        opacity: all.length > 1 ? 0.55 : 0.85,
        line: { color: "#ffffff", width: 0.5 },
      },
      ...legend,
    }));
  });
  const y = options.y ?? (density ? "density" : "count");
  return figure("Histogram", traces, { ...options, y }, { barmode: "overlay", bargap: 0 });
}
