import { requireNumber } from "../../core";
import { isFigure } from "../kinds";
import {
  assemble,
  figure,
  requireFigureOptions,
  requireFigures,
  restyle,
  slotsOf,
  wrap,
} from "./figure";
import type { Figure, FigureOptions, Layout, Trace } from "./spec";
import { theme } from "./theme";

/** What a layout says of title, axes and scale, as options again. */
function optionsOf({ layout, alt }: Figure): FigureOptions {
  const text = (v: unknown) => (v as { title?: { text?: string } } | undefined)?.title?.text;
  const { xaxis, yaxis, width, height } = layout as {
    xaxis?: Layout;
    yaxis?: Layout;
    width?: number;
    height?: number;
  };
  const [title, x, y] = [text(layout), text(xaxis), text(yaxis)];
  return {
    ...(title ? { title: title.replace(/<br>/g, " ") } : {}),
    ...(x ? { x } : {}),
    ...(y ? { y } : {}),
    ...(width ? { width } : {}),
    ...(height ? { height } : {}),
    ...(yaxis?.scaleanchor ? { equal: true } : {}),
    ...(xaxis?.type === "log" ? { xLog: true } : {}),
    ...(yaxis?.type === "log" ? { yLog: true } : {}),
    alt,
  };
}

/**
 * Figures laid over each other on the axes of the first: points, and the line fitted to them. Series
 * without a colour of their own move on in the palette, so that no two look alike.
 *
 * @param layers - Figures, the lowest first, and last, if wanted, options for the whole.
 * @returns One figure. Title and axes are the first figure's unless the options say otherwise.
 * @throws TypeError if a layer is not a figure.
 * @example
 * plot.layers(plot.scatter([0, 1], [0, 1]), plot.line([0, 1], [0, 1])).data.length // => 2
 */
export function layers(...layers: (Figure | FigureOptions)[]): Figure {
  const last = layers[layers.length - 1];
  const given = layers.length > 1 && !isFigure(last) ? (last as FigureOptions) : {};
  const figures = requireFigures(
    "plot.layers",
    "layers",
    isFigure(last) ? layers : layers.slice(0, -1),
  );
  requireFigureOptions("plot.layers", given, []);
  const data: Trace[] = [];
  const extra: Layout = {};
  for (const f of figures) {
    const shift = slotsOf(data);
    data.push(...f.data.map((trace) => restyle(trace, shift)));
    const { template, title, xaxis, yaxis, height, width, margin, showlegend, legend, ...rest } =
      f.layout;
    for (const [key, value] of Object.entries(rest)) {
      extra[key] = Array.isArray(value)
        ? [...((extra[key] as unknown[]) ?? []), ...value]
        : (extra[key] ?? value);
    }
  }
  const first = figures[0] as Figure;
  const options = { ...optionsOf(first), ...given };
  if (given.alt === undefined) {
    options.alt = figures.map((f) => f.alt).join(" ");
  }
  const { xaxis, yaxis } = first.layout as { xaxis?: Layout; yaxis?: Layout };
  const ranged = (axis: Layout | undefined, own: unknown) =>
    own ? { ...axis, title: undefined, range: undefined } : { ...axis, title: undefined };
  return figure("Figure", data, options, {
    ...extra,
    xaxis: { ...withoutTitle(ranged(xaxis, given.xRange)) },
    yaxis: { ...withoutTitle(ranged(yaxis, given.yRange)) },
  });
}

/** The axis without the entries that are undefined, which would erase those of the options. */
function withoutTitle(axis: Layout): Layout {
  return Object.fromEntries(Object.entries(axis).filter(([, v]) => v !== undefined));
}

/** Options of `plot.subplots`. */
export interface SubplotsOptions {
  title?: string;
  alt?: string;
  /** Default: as many as needed. */
  rows?: number;
  /** Default: all side by side up to three, otherwise as square as can be. */
  cols?: number;
  width?: number;
  /** Default 320 a row. */
  height?: number;
}

const SUBPLOT_OPTIONS = ["rows", "cols"];

/**
 * Figures side by side, row by row, each with its own axes and title.
 *
 * @param figures - Figures; where there is no place for one more, say rows and cols.
 * @throws RangeError if rows × cols is less than the number of figures.
 * @example
 * plot.subplots([plot.line([0], [1]), plot.line([0], [2])]).layout.xaxis2.anchor // => "y2"
 */
export function subplots(figures: readonly Figure[], options: SubplotsOptions = {}): Figure {
  requireFigures("plot.subplots", "figures", figures);
  requireFigureOptions("plot.subplots", options as FigureOptions, SUBPLOT_OPTIONS);
  const n = figures.length;
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
  const titleLines = options.title ? wrap(options.title, (options.width ?? 700) / 8.5).length : 0;
  const height = options.height ?? 40 + 22 * titleLines + 310 * rows;
  const place = placer(rows, cols, height, figures);
  const data: Trace[] = [];
  const layout: Layout = {
    template: theme.light,
    ...(options.title
      ? { title: { text: wrap(options.title, (options.width ?? 700) / 8.5).join("<br>") } }
      : {}),
    height,
    ...(options.width === undefined ? {} : { width: options.width }),
    margin: { t: 44 + 24 * titleLines },
    annotations: [],
    shapes: [],
  };
  figures.forEach((f, k) => {
    place(f, k, data, layout);
  });
  dedupeLegend(data, layout);
  return assemble("Subplots", data, layout, {
    ...(options.title ? { title: options.title } : {}),
    alt:
      options.alt ??
      [options.title && `${options.title}.`, ...figures.map((f) => f.alt)]
        .filter(Boolean)
        .join(" "),
  });
}

/** One entry in the legend for each name, and a legend only if there are several names. */
function dedupeLegend(data: Trace[], layout: Layout): void {
  const seen = new Set<string>();
  for (const trace of data) {
    if (trace.name === undefined || trace.showlegend === false) continue;
    trace.legendgroup = trace.name;
    trace.showlegend = !seen.has(trace.name);
    seen.add(trace.name);
  }
  layout.showlegend = seen.size > 1;
  layout.legend = { orientation: "h", x: 0, xanchor: "left", y: -0.12, yanchor: "top" };
}

/** Puts figure k into its cell of the grid: own axes, title above, references renumbered. */
function placer(rows: number, cols: number, height: number, figures: readonly Figure[]) {
  const gapX = cols > 1 ? 0.24 / cols : 0;
  const gapY = rows > 1 ? Math.min(0.5 / rows, 95 / height) : 0;
  const wide = (1 - gapX * (cols - 1)) / cols;
  const tall = (1 - gapY * (rows - 1)) / rows;
  const second = figures.map((f) => "yaxis2" in f.layout);
  let extraAxis = figures.length;
  return (f: Figure, k: number, data: Trace[], layout: Layout) => {
    const [i, j] = [Math.floor(k / cols), k % cols];
    const left = j * (wide + gapX);
    const bottom = 1 - (i + 1) * tall - i * gapY;
    const [x, y] = [
      [left, left + wide],
      [bottom, bottom + tall],
    ];
    const no = k === 0 ? "" : String(k + 1);
    const y2 = second[k] ? String(++extraAxis) : "";
    const is3d = "scene" in f.layout;
    const { xaxis, yaxis, yaxis2, scene } = f.layout as Record<string, Layout | undefined>;
    if (is3d) layout[`scene${no}`] = { ...scene, domain: { x, y } };
    const hidden = is3d ? { visible: false } : {};
    layout[`xaxis${no}`] = { ...xaxis, domain: x, anchor: `y${no}`, ...hidden };
    const anchored = yaxis?.scaleanchor ? { scaleanchor: `x${no}` } : {};
    layout[`yaxis${no}`] = { ...yaxis, ...anchored, domain: y, anchor: `x${no}`, ...hidden };
    if (yaxis2) layout[`yaxis${y2}`] = { ...yaxis2, overlaying: `y${no}`, anchor: `x${no}` };
    for (const trace of f.data) {
      const axes =
        is3d && isSpatial(trace)
          ? { scene: `scene${no}` }
          : { xaxis: `x${no}`, yaxis: trace.yaxis === "y2" ? `y${y2}` : `y${no}` };
      const bar = trace.colorbar
        ? {
            colorbar: {
              ...(trace.colorbar as object),
              x: left + wide + 0.005,
              xanchor: "left",
              y: bottom + tall / 2,
              len: tall,
              thickness: 10,
            },
          }
        : {};
      data.push({ ...trace, ...axes, ...bar });
    }
    const rename = (ref: unknown, letter: "x" | "y") =>
      typeof ref === "string"
        ? ref.replace(new RegExp(`^${letter}(?= |$)`), `${letter}${no}`)
        : ref;
    for (const key of ["shapes", "annotations"] as const) {
      for (const item of (f.layout[key] as Layout[] | undefined) ?? []) {
        (layout[key] as Layout[]).push({
          ...item,
          xref: rename(item.xref, "x"),
          yref: rename(item.yref, "y"),
        });
      }
    }
    const title = (f.layout.title as { text?: string } | undefined)?.text?.replace(/<br>/g, " ");
    if (title) {
      (layout.annotations as Layout[]).push({
        text: wrap(title, 78 / cols).join("<br>"),
        xref: "paper",
        yref: "paper",
        x: left,
        xanchor: "left",
        y: bottom + tall,
        yanchor: "bottom",
        align: "left",
        yshift: 4,
        showarrow: false,
        font: { size: 14 },
      });
    }
    for (const key of ["barmode", "bargap"]) {
      if (f.layout[key] !== undefined) layout[key] = f.layout[key];
    }
  };
}

const isSpatial = (trace: Trace) => /3d$|^surface$/.test(trace.type);
