import { requireNumber, requireVector } from "../../core";
import { colored, figure, requireFigureOptions } from "./figure";
import { type Series, seriesOf } from "./series";
import type { Color, Figure, FigureOptions, Trace } from "./spec";

/** Options of `plot.histogram`. */
export interface HistogramOptions extends FigureOptions {
  /** How many bins, or their edges. Default: Freedman and Diaconis's rule, 5 to 60 bins. */
  bins?: number | readonly number[];
  /** Heights such that the area is 1, to be compared with a density. Default false: counts. */
  density?: boolean;
  name?: string;
  color?: Color;
}

/** Edges of equal bins by Freedman and Diaconis: width 2·IQR/∛n, between 5 and 60 bins. */
function defaultBins(sorted: readonly number[]): number {
  const at = (p: number) => sorted[Math.round(p * (sorted.length - 1))] as number;
  const width = (2 * (at(0.75) - at(0.25))) / Math.cbrt(sorted.length);
  const span = at(1) - at(0);
  return width > 0 ? Math.min(60, Math.max(5, Math.ceil(span / width))) : 10;
}

function edgesOf(
  values: readonly number[],
  bins: number | readonly number[] | undefined,
): number[] {
  if (Array.isArray(bins)) {
    const edges = requireVector("plot.histogram", "bins", bins, { minLength: 2 });
    edges.forEach((edge, k) => {
      if (k > 0)
        requireNumber("plot.histogram", `bins[${k}]`, edge, { above: edges[k - 1] as number });
    });
    return [...edges];
  }
  const sorted = [...values].sort((a, b) => a - b);
  const n = requireNumber("plot.histogram", "bins", (bins as number) ?? defaultBins(sorted), {
    min: 1,
    max: 1000,
    integer: true,
  });
  const [lo, hi] = [sorted[0] as number, sorted[sorted.length - 1] as number];
  const [from, to] = lo < hi ? [lo, hi] : [lo - 0.5, lo + 0.5];
  return Array.from({ length: n + 1 }, (_, k) => from + ((to - from) * k) / n);
}

/** Counts of the values in [e₀, e₁), …, the last bin with both its ends. */
function countsOf(values: readonly number[], edges: readonly number[]): number[] {
  const n = edges.length - 1;
  const counts = new Array<number>(n).fill(0);
  for (const v of values) {
    let k = edges.findIndex((edge) => edge > v) - 1;
    if (k === -2 && v === edges[n]) k = n - 1;
    if (k >= 0) counts[k] = (counts[k] as number) + 1;
  }
  return counts;
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
  const { bins, density = false, name, color } = options;
  const all = seriesOf("plot.histogram", "x", x);
  for (const { values, name: key } of all) {
    requireVector("plot.histogram", key ? `x.${key}` : "x", values, { minLength: 1 });
  }
  const edges = edgesOf(
    all.flatMap(({ values }) => values),
    bins,
  );
  const widths = edges.slice(1).map((edge, k) => edge - (edges[k] as number));
  const traces = all.map((series, k) =>
    colored(color, k, (style): Trace => {
      const counts = countsOf(series.values, edges);
      const total = series.values.length;
      return {
        type: "bar",
        x: widths.map((w, b) => (edges[b] as number) + w / 2),
        y: density ? counts.map((c, b) => c / (total * (widths[b] as number))) : counts,
        width: widths,
        marker: {
          color: style.color,
          opacity: all.length > 1 ? 0.55 : 0.85,
          line: { color: "#ffffff", width: 0.5 },
        },
        ...((series.name ?? name)
          ? { name: series.name ?? (name as string) }
          : { showlegend: false }),
      };
    }),
  );
  const y = options.y ?? (density ? "density" : "count");
  return figure("Histogram", traces, { ...options, y }, { barmode: "overlay", bargap: 0 });
}
