import { requireNumber } from "../../core";
import { assemble, kindOf, requireFigureOptions, requireFigures, wrap } from "./figure";
import type { Figure, FigureOptions, Layout, Trace } from "./spec";
import { theme } from "./theme";

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

/** Where a figure goes: its part of the paper, and the numbers of its axes. */
interface Cell {
  x: [number, number];
  y: [number, number];
  /** "" for the first pair of axes, "2" for the second, …. */
  no: string;
  /** Number of its second vertical axis. */
  no2: string;
  /** Whether a colour bar stands beside it. */
  bar: boolean;
}

/** Pixels of the page that margins, colour bars and gaps are reckoned against. */
const PAGE = 620;

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

const hasBar = (f: Figure) =>
  f.data.some((t) => t.colorbar || (t.marker as Layout | undefined)?.colorbar);
const isBare = (f: Figure) => (f.layout.yaxis as Layout | undefined)?.showticklabels === false;
const isSpatial = (trace: Trace) => /3d$|^surface$|^cone$/.test(trace.type);

/** Pixels that the ticks and the title of a figure's vertical axis take, left of it. */
function leftOf(f: Figure): number {
  if (isBare(f) || "scene" in f.layout) return 18;
  const words = f.data
    .flatMap((t) => (Array.isArray(t.y) ? t.y : []))
    .filter((v) => typeof v === "string");
  const longest = words.reduce((most, word) => Math.max(most, word.length), 0);
  const title = (f.layout.yaxis as Layout | undefined)?.title ? 24 : 0;
  return 14 + title + (longest > 0 ? 7 * longest : 34);
}

/** The cells of the grid, row by row, with room between them for ticks, titles and colour bars. */
function cellsOf(figures: readonly Figure[], rows: number, cols: number, height: number): Cell[] {
  const bare = figures.every(isBare);
  const inner = figures.filter((_, k) => k % cols > 0).map(leftOf);
  const gapX = Math.min(0.8 / cols, Math.max(0, ...inner) / PAGE);
  const gapY = rows > 1 ? Math.min(0.5 / rows, (bare ? 40 : 95) / height) : 0;
  const wide = (1 - gapX * (cols - 1)) / cols;
  const tall = (1 - gapY * (rows - 1)) / rows;
  let second = figures.length;
  return figures.map((f, k) => {
    const left = (k % cols) * (wide + gapX);
    const bottom = Math.max(0, 1 - (Math.floor(k / cols) + 1) * tall - Math.floor(k / cols) * gapY);
    const bar = hasBar(f);
    const beside = bar || "yaxis2" in f.layout ? 55 / PAGE : 0;
    return {
      x: [left, left + wide - beside],
      y: [bottom, Math.min(1, bottom + tall)],
      no: k === 0 ? "" : String(k + 1),
      no2: "yaxis2" in f.layout ? String(++second) : "",
      bar,
    };
  });
}

/** The axes (or the scene) of a figure, renumbered and confined to its cell. */
function axesOf(f: Figure, { x, y, no, no2 }: Cell): Layout {
  const { xaxis, yaxis, yaxis2, scene } = f.layout as Record<string, Layout | undefined>;
  if (scene) return { [`scene${no}`]: { ...scene, domain: { x, y } } };
  const anchored = yaxis?.scaleanchor ? { scaleanchor: `x${no}` } : {};
  return {
    [`xaxis${no}`]: { ...xaxis, domain: x, anchor: `y${no}` },
    [`yaxis${no}`]: { ...yaxis, ...anchored, domain: y, anchor: `x${no}` },
    ...(yaxis2 ? { [`yaxis${no2}`]: { ...yaxis2, overlaying: `y${no}`, anchor: `x${no}` } } : {}),
  };
}

function placedTrace(trace: Trace, { x, y, no, no2 }: Cell): Trace {
  const axes = isSpatial(trace)
    ? { scene: `scene${no}` }
    : { xaxis: `x${no}`, yaxis: `y${trace.yaxis === "y2" ? no2 : no}` };
  const beside = (bar: unknown) => ({
    ...(bar as Layout),
    title: { text: "" },
    x: x[1] + 0.005,
    xanchor: "left",
    y: (y[0] + y[1]) / 2,
    len: y[1] - y[0],
    thickness: 10,
  });
  const marker = trace.marker as Layout | undefined;
  return {
    ...trace,
    ...axes,
    ...(trace.colorbar ? { colorbar: beside(trace.colorbar) } : {}),
    ...(marker?.colorbar ? { marker: { ...marker, colorbar: beside(marker.colorbar) } } : {}),
  };
}

/** Shapes and annotations of a figure, referring to its renumbered axes. */
function movedItems(items: unknown, no: string): Layout[] {
  const rename = (ref: unknown, letter: string) =>
    typeof ref === "string" ? ref.replace(new RegExp(`^${letter}(?= |$)`), `${letter}${no}`) : ref;
  return ((items as Layout[] | undefined) ?? []).map((item) => ({
    ...item,
    xref: rename(item.xref, "x"),
    yref: rename(item.yref, "y"),
  }));
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
    return `${title ? `${title.replace(/[.\s]+$/, "")}: ` : ""}${figures.length} figures side by side, each a ${kind.toLowerCase()}.`;
  }
  return [title && `${title.replace(/[.\s]+$/, "")}.`, ...figures.map((f) => f.alt)]
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
  requireFigures("plot.subplots", "figures", figures);
  requireFigureOptions("plot.subplots", options as FigureOptions, ["rows", "cols"]);
  const { title, width } = options;
  const [rows, cols] = shapeOf(figures.length, options);
  const lines = title ? wrap(title, (width ?? 700) / 8.5) : [];
  const inner = figures.map((f) => wrap(textOf(f), 84 / cols).length);
  const top = 20 + 24 * lines.length + 19 * Math.max(0, ...inner.slice(0, cols));
  const { data, wanted } = dedupeLegend(
    figures.flatMap((f, k) => f.data.map((trace) => ({ ...trace, cell: k }))),
  );
  const bottom = wanted ? 84 : figures.every(isBare) ? 16 : 50;
  const height = options.height ?? top + bottom + 250 * rows;
  const cells = cellsOf(figures, rows, cols, height - top - bottom);
  const layout: Layout = {
    template: theme.light,
    ...(title ? { title: { text: lines.join("<br>") } } : {}),
    height,
    ...(width === undefined ? {} : { width }),
    margin: { t: top, b: bottom },
    showlegend: wanted,
    ...(wanted ? { legend: LEGEND } : {}),
    ...Object.assign({}, ...figures.map((f, k) => axesOf(f, cells[k]))),
    ...Object.assign(
      {},
      ...figures.map(({ layout: { barmode, bargap } }) => ({ barmode, bargap })),
    ),
    shapes: figures.flatMap((f, k) => movedItems(f.layout.shapes, cells[k]?.no ?? "")),
    annotations: figures.flatMap((f, k) => [
      ...titleOf(f, cells[k], cols),
      ...movedItems(f.layout.annotations, cells[k]?.no ?? ""),
    ]),
  };
  const placed = data.map(({ cell, ...trace }) =>
    placedTrace(trace as Trace, cells[cell as number]),
  );
  const alt = options.alt ?? altOf(figures, title);
  return assemble("Subplots", placed, layout, { alt });
}

const textOf = (f: Figure) => (f.layout.title as { text?: string } | undefined)?.text ?? "";
