import { markOurs } from "../plotly/ours";
import { describeFigure, ofKind } from "./alt";
import { keepPaint } from "./paint";
import { compact } from "./round";
import type { Figure, FigureOptions, Layout, Trace } from "./spec";
import { spelled } from "./spelling";
import { CONFIG, theme } from "./theme";
import { wrap } from "./wrap";

/** Width of the page, in pixels, that titles and legends are broken for. */
export const PAGE = 700;

/** Width of a letter of a title, in pixels. */
export const TITLE_LETTER = 8.5;

/** Left above the data, below the title. */
const LEGEND_ABOVE = {
  orientation: "h",
  x: 0,
  xanchor: "left",
  y: 1.01,
  yanchor: "bottom",
} as const;

/** Width of a letter of an axis' title, in pixels. */
const AXIS_LETTER = 7.5;

/**
 * One axis of `length` pixels: its title, its range (in powers of ten on a logarithmic one), its kind and
 * named ticks.
 */
function axis(letter: "x" | "y", length: number, options: FigureOptions): Layout {
  const [title, range] = [options[letter], options[`${letter}Range`]];
  const most = length / AXIS_LETTER;
  const [log, ticks] = [options[`${letter}Log`], options[`${letter}Ticks`]];
  return {
    title:
      title === undefined
        ? undefined
        : { text: title.length > most ? wrap(title, most).join("<br>") : title },
    range: log ? range?.map(Math.log10) : range,
    type: log ? "log" : undefined,
    ...(ticks && { tickvals: Object.values(ticks), ticktext: Object.keys(ticks) }),
  };
}

/** Names of the series that the legend lists. */
export function legendNames(data: readonly Trace[]): string[] {
  const names = data
    .filter((t) => t.name !== undefined && t.showlegend !== false)
    .map((t) => t.name as string);
  return [...new Set(names)];
}

/** Lines that a level legend takes on a page of `width` pixels. */
export function legendLines(names: readonly string[], width: number): number {
  let [lines, used] = [names.length > 0 ? 1 : 0, 0];
  for (const name of names) {
    const need = 45 + 7.5 * name.length;
    if (used > 0 && used + need > width - 80) [lines, used] = [lines + 1, 0];
    used += need;
  }
  return lines;
}

/** A slim colour bar with its title along its side. */
export function colorbar(title = ""): Layout {
  return {
    thickness: 14,
    outlinewidth: 0,
    title: { text: title, side: "right", font: { size: 13 } },
  };
}

/** The part of an object that is not undefined. */
function defined(part: unknown): Layout {
  return Object.fromEntries(Object.entries(part ?? {}).filter(([, v]) => v !== undefined));
}

/**
 * The whole figure: theme, title, axes and legend around the traces of a helper.
 *
 * @param kind - What it is, for the description.
 * @param extra - The helper's own layout; what it says of the axes is laid over the options.
 */
export function figure(
  kind: string,
  data: readonly Trace[],
  options: FigureOptions,
  extra: Layout = {},
): Figure {
  const { title, width, equal = false, legend = "top" } = options;
  const { height = equal ? 480 : 400 } = options;
  const names = legendNames(data);
  const shown = legend !== "none" && (names.length > 1 || data.some((t) => t.showlegend === true));
  const onTop = shown && legend === "top";
  const lines = title ? wrap(title, (width ?? PAGE) / TITLE_LETTER) : [];
  const above = 22 * lines.length + (onTop ? 24 * legendLines(names, width ?? PAGE) : 0);
  const layout: Layout = {
    template: theme.light,
    title: title ? { text: lines.join("<br>") } : undefined,
    height,
    width,
    margin: { t: 14 + above + (above > 0 ? 8 : 0) },
    showlegend: shown,
    legend: onTop ? LEGEND_ABOVE : undefined,
    ...extra,
    xaxis: {
      ...axis("x", width ?? PAGE, options),
      constrain: equal ? "domain" : undefined,
      ...defined(extra.xaxis),
    },
    yaxis: {
      ...axis("y", height, options),
      ...(equal ? { scaleanchor: "x", scaleratio: 1, constrain: "domain" } : {}),
      ...defined(extra.yaxis),
    },
  };
  return assemble(kind, data, layout, options);
}

/** What counts as large along an axis (see `compact`), if something is known of it. */
function scaleOf(
  name: string,
  range: readonly [number, number] | undefined,
  log: boolean | undefined,
): Record<string, number> {
  if (log) return { [name]: 0 };
  return range ? { [name]: Math.max(Math.abs(range[0]), Math.abs(range[1])) } : {};
}

/** Asserts that there is nothing on a logarithmic axis that has no place there: NaN leaves a gap. */
function requireLogarithms(data: readonly Trace[], layout: Layout): void {
  for (const trace of data) {
    for (const letter of ["x", "y"] as const) {
      const ref = (trace[`${letter}axis`] as string | undefined) ?? letter;
      const axis = layout[ref.replace(letter, `${letter}axis`)] as Layout | undefined;
      const values = trace[letter];
      if (axis?.type !== "log" || !Array.isArray(values)) continue;
      // a bar of no height is none to be seen
      const least = trace.type === "bar" ? -Number.MIN_VALUE : 0;
      const at = values.findIndex((v) => typeof v === "number" && v <= least);
      if (at < 0) continue;
      const whose = trace.name ? ` of ${JSON.stringify(trace.name)}` : "";
      throw new RangeError(
        `plot: ${letter}${whose} must be > 0 on a logarithmic axis, got ${values[at]} at ${at}; NaN leaves a gap`,
      );
    }
  }
}

/** Rounds, spells, and describes in words what nobody described. */
export function assemble(
  kind: string,
  data: readonly Trace[],
  layout: Layout,
  options: FigureOptions,
): Figure {
  const scales = {
    ...scaleOf("x", options.xRange, options.xLog),
    ...scaleOf("y", options.yRange, options.yLog),
  };
  requireLogarithms(data, layout);
  const made: Figure = {
    data: data.map((trace) =>
      markOurs(keepPaint(trace, (t) => spelled(compact(t, scales)) as Trace)),
    ),
    layout: markOurs(spelled(compact(layout, {})) as Layout),
    config: compact(CONFIG, {}) as Figure["config"],
    alt: options.alt ?? describeFigure(kind, options),
  };
  return options.alt === undefined ? ofKind(kind, made) : made;
}
