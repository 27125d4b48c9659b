import { requireNumber, requireOptions } from "../../core";
import { kindOf, withoutStop } from "./alt";
import { axesOf, type Cell, cellsOf, isBare, movedItems, placedTrace } from "./cells";
import { assemble, legendLines, legendNames, PAGE, TITLE_LETTER } from "./figure";
import { requireFigures } from "./options";
import type { Figure, Layout, Trace } from "./spec";
import { theme } from "./theme";
import { wrap } from "./wrap";

/** Options of `plot.subplots`. */
export interface SubplotsOptions {
  title?: string;
  alt?: string;
  /** Default: as many as needed. */
  rows?: number;
  /** Default: all side by side up to three, otherwise as square as can be. */
  cols?: number;
  width?: number;
  /** Default about 310 a row. */
  height?: number;
}

/** The legend stands at the foot, below the axes' titles. */
const LEGEND = {
  orientation: "h",
  x: 0,
  xanchor: "left",
  yref: "container",
  y: 0.01,
  yanchor: "bottom",
} as const;

/** The number of rows and columns, as given or as needed. */
function shapeOf(n: number, options: SubplotsOptions): [number, number] {
  const square = n <= 3 ? n : Math.ceil(Math.sqrt(n));
  const cols = options.cols ?? (options.rows === undefined ? square : Math.ceil(n / options.rows));
  requireNumber("plot.subplots", "cols", cols, { min: 1, integer: true });
  const rows = options.rows ?? Math.ceil(n / cols);
  requireNumber("plot.subplots", "rows", rows, { min: 1, integer: true });
  if (rows * cols < n) {
    throw new RangeError(
      `plot.subplots: rows × cols must be at least ${n} (number of figures), got ${rows} × ${cols}`,
    );
  }
  return [rows, cols];
}

function titleOf(f: Figure, { x, y }: Cell, cols: number): Layout[] {
  const title = (f.layout.title as { text?: string } | undefined)?.text?.replace(/<br>/g, " ");
  if (!title) return [];
  const place = {
    xref: "paper",
    yref: "paper",
    x: x[0],
    xanchor: "left",
    y: y[1],
    yanchor: "bottom",
  };
  const text = wrap(title, 84 / cols).join("<br>");
  return [{ ...place, text, align: "left", yshift: 4, showarrow: false, font: { size: 14 } }];
}

/** One entry in the legend for each name; says whether a legend is wanted. */
function dedupeLegend(data: readonly Trace[]): { data: Trace[]; wanted: boolean } {
  const seen = new Set<string>();
  const marked = data.map((trace) => {
    if (trace.name === undefined || trace.showlegend === false) return trace;
    const showlegend = !seen.has(trace.name);
    seen.add(trace.name);
    return { ...trace, legendgroup: trace.name, showlegend };
  });
  return { data: marked, wanted: seen.size > 1 };
}

function altOf(figures: readonly Figure[], title: string | undefined): string {
  const kinds = new Set(figures.map(kindOf));
  const [kind] = kinds;
  if (kinds.size === 1 && kind !== undefined && figures.length > 4) {
    return `${title ? `${withoutStop(title)}: ` : ""}${figures.length} figures side by side, each a ${kind.toLowerCase()}.`;
  }
  return [title && `${withoutStop(title)}.`, ...figures.map((f) => f.alt)]
    .filter(Boolean)
    .join(" ");
}

/**
 * Figures side by side, row by row, each with its own axes and title.
 *
 * @param figures - Figures, none of them an animation.
 * @throws RangeError if rows × cols is less than the number of figures.
 * @example
 * plot.subplots([plot.line([0], [1]), plot.line([0], [2])]).layout.xaxis2.anchor // => "y2"
 */
export function subplots(figures: readonly Figure[], options: SubplotsOptions = {}): Figure {
  const all = requireFigures("plot.subplots", "figures", figures);
  requireOptions("plot.subplots", options, ["title", "alt", "rows", "cols", "width", "height"]);
  const { title, width } = options;
  const [rows, cols] = shapeOf(all.length, options);
  const lines = title ? wrap(title, (width ?? PAGE) / TITLE_LETTER) : [];
  const inner = all.map((f) => wrap(textOf(f), 84 / cols).length);
  const top = 20 + 24 * lines.length + 19 * Math.max(0, ...inner.slice(0, cols));
  const { data, wanted } = dedupeLegend(
    all.flatMap((f, k) => f.data.map((trace) => ({ ...trace, cell: k }))),
  );
  const listed = wanted ? legendLines(legendNames(data), width ?? PAGE) : 0;
  const bottom = wanted ? 60 + 24 * listed : all.every(isBare) ? 16 : 50;
  const height = options.height ?? top + bottom + 250 * rows;
  const cells = cellsOf(all, rows, cols, height - top - bottom);
  const layout: Layout = {
    template: theme.light,
    ...(title ? { title: { text: lines.join("<br>") } } : {}),
    height,
    ...(width === undefined ? {} : { width }),
    margin: { t: top, b: bottom },
    showlegend: wanted,
    ...(wanted ? { legend: LEGEND } : {}),
    ...Object.assign({}, ...all.map((f, k) => axesOf(f, cells[k]))),
    ...Object.assign({}, ...all.map(({ layout: { barmode, bargap } }) => ({ barmode, bargap }))),
    shapes: all.flatMap((f, k) => movedItems(f.layout.shapes, cells[k]?.no ?? "")),
    annotations: all.flatMap((f, k) => [
      ...titleOf(f, cells[k], cols),
      ...movedItems(f.layout.annotations, cells[k]?.no ?? ""),
    ]),
  };
  const placed = data.map(({ cell, ...trace }) =>
    placedTrace(trace as Trace, cells[cell as number]),
  );
  const alt = options.alt ?? altOf(all, title);
  return assemble("Subplots", placed, layout, { alt });
}

const textOf = (f: Figure) => (f.layout.title as { text?: string } | undefined)?.text ?? "";
