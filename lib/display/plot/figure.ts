import { describeValue, requireNumber, requireOneOf, requireOptions } from "../../core";
import { isFigure } from "../kinds";
import { compact } from "./round";
import {
  type Color,
  FIGURE_OPTIONS,
  type Figure,
  type FigureOptions,
  type Layout,
  type Trace,
} from "./spec";
import { CONFIG, type Style, styleOf, theme } from "./theme";

/** How a trace was painted, so that laying figures over each other can give it another colour. */
interface Paint {
  slot: number;
  build: (style: Style) => Trace;
}

const PAINT = Symbol("paint");

/** A trace in the look of place `slot` of the palette, which `restyle` may move on. */
export function painted(slot: number, build: (style: Style) => Trace): Trace {
  return Object.assign(build(styleOf(slot)), { [PAINT]: { slot, build } });
}

/** A trace in a colour the caller chose, or, failing that, in the look of place `slot`. */
export function colored(
  color: Color | undefined,
  slot: number,
  build: (style: Style) => Trace,
): Trace {
  if (typeof color === "number") return build(styleOf(color));
  if (typeof color === "string") return build({ ...styleOf(slot), color });
  return painted(slot, build);
}

const paintOf = (trace: Trace): Paint | undefined =>
  (trace as unknown as { [PAINT]?: Paint })[PAINT];

/** How many places of the palette the traces take. */
export function slotsOf(traces: readonly Trace[]): number {
  return traces.reduce((most, trace) => Math.max(most, (paintOf(trace)?.slot ?? -1) + 1), 0);
}

/** The trace moved on by `shift` places of the palette. */
export function restyle(trace: Trace, shift: number): Trace {
  const paint = paintOf(trace);
  if (!paint || shift === 0) return trace;
  const { slot, build } = paint;
  const { xaxis, yaxis } = trace;
  return Object.assign(painted(slot + shift, build), {
    ...(xaxis ? { xaxis } : {}),
    ...(yaxis ? { yaxis } : {}),
  });
}

/** Checks the options that all figures share, and that there are no others but the helper's own. */
export function requireFigureOptions<T extends FigureOptions>(
  caller: string,
  options: T,
  own: readonly string[],
): T {
  requireOptions(caller, options, [...FIGURE_OPTIONS, ...own] as (keyof T & string)[]);
  for (const key of ["title", "x", "y", "alt"] as const) {
    if (options[key] !== undefined && typeof options[key] !== "string") {
      throw new TypeError(`${caller}: ${key} must be a string, got ${describeValue(options[key])}`);
    }
  }
  for (const key of ["width", "height"] as const) {
    if (options[key] !== undefined)
      requireNumber(caller, key, options[key], { min: 50, max: 4000 });
  }
  for (const key of ["xRange", "yRange"] as const) {
    const range = options[key];
    if (range === undefined) continue;
    if (!Array.isArray(range) || range.length !== 2) {
      throw new TypeError(`${caller}: ${key} must be [from, to], got ${describeValue(range)}`);
    }
    for (const end of range) requireNumber(caller, key, end);
  }
  if (options.legend !== undefined) {
    requireOneOf(caller, "legend", options.legend, ["top", "right", "none"]);
  }
  return options;
}

/** Breaks a title into lines of at most `width` characters. */
export function wrap(title: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of title.split(/\s+/)) {
    const last = lines[lines.length - 1];
    if (last !== undefined && last.length + word.length < width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function axis(
  title: string | undefined,
  range: readonly [number, number] | undefined,
  log: boolean | undefined,
): Layout {
  const ends = range && (log ? range.map(Math.log10) : [...range]);
  return {
    ...(title === undefined ? {} : { title: { text: title } }),
    ...(ends ? { range: ends } : {}),
    ...(log ? { type: "log" } : {}),
  };
}

/** Names of the series that the legend lists. */
function legendNames(data: readonly Trace[]): string[] {
  const names = data
    .filter((t) => t.name !== undefined && t.showlegend !== false)
    .map((t) => t.name as string);
  return [...new Set(names)];
}

/** Lines that a legend above the data takes. */
function legendLines(names: readonly string[], width: number): number {
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

/** The whole figure: theme, title, axes and legend around the traces of a helper. */
export function figure(
  kind: string,
  data: readonly Trace[],
  options: FigureOptions,
  extra: Layout = {},
): Figure {
  const { title, x, y, width, equal = false, legend = "top" } = options;
  const names = legendNames(data);
  const shown = legend !== "none" && (names.length > 1 || data.some((t) => t.showlegend === true));
  const titleLines = title ? wrap(title, (width ?? 700) / 8.5) : [];
  const above = shown && legend === "top" ? legendLines(names, width ?? 700) : 0;
  const top = 14 + 22 * titleLines.length + 24 * above + (titleLines.length + above > 0 ? 8 : 0);
  const xaxis = axis(x, options.xRange, options.xLog);
  const yaxis = axis(y, options.yRange, options.yLog);
  if (equal) Object.assign(yaxis, { scaleanchor: "x", scaleratio: 1, constrain: "domain" });
  if (equal) Object.assign(xaxis, { constrain: "domain" });
  const layout: Layout = {
    template: theme.light,
    ...(title ? { title: { text: titleLines.join("<br>") } } : {}),
    xaxis,
    yaxis,
    height: options.height ?? (equal ? 480 : 400),
    ...(width === undefined ? {} : { width }),
    margin: { t: top },
    showlegend: shown,
    ...(shown && legend === "top"
      ? { legend: { orientation: "h", x: 0, xanchor: "left", y: 1.01, yanchor: "bottom" } }
      : {}),
    ...mergeAxes(extra, xaxis, yaxis),
  };
  return assemble(kind, data, layout, options);
}

/** A helper's own settings for the axes are laid over those from the options. */
function mergeAxes(extra: Layout, xaxis: Layout, yaxis: Layout): Layout {
  return {
    ...extra,
    xaxis: { ...xaxis, ...(extra.xaxis as Layout) },
    yaxis: { ...yaxis, ...(extra.yaxis as Layout) },
  };
}

const KIND = Symbol("kind");

/** The kind of a figure that was described by nobody, so that a figure made of it can name it. */
export function kindOf(f: Figure): string | undefined {
  return (f as unknown as { [KIND]?: string })[KIND];
}

/** Rounds, and describes in words what nobody described. */
export function assemble(
  kind: string,
  data: readonly Trace[],
  layout: Layout,
  options: FigureOptions,
): Figure {
  const logs = new Set<string>();
  if (options.xLog) logs.add("x");
  if (options.yLog) logs.add("y");
  const rounded = data.map((trace) => {
    const paint = paintOf(trace);
    return Object.assign(compact(trace, logs) as Trace, paint ? { [PAINT]: paint } : {});
  });
  const made = {
    data: rounded,
    layout: compact(layout, logs) as Layout,
    config: { ...CONFIG, modeBarButtonsToRemove: [...CONFIG.modeBarButtonsToRemove] },
    alt: options.alt ?? describe(kind, options),
  };
  return options.alt === undefined ? Object.assign(made, { [KIND]: kind }) : made;
}

/** "Scatter plot: what the title says (horizontal axis: …, vertical axis: …)." */
function describe(kind: string, { title, x, y }: FigureOptions): string {
  const axes = [x && `horizontal axis: ${x}`, y && `vertical axis: ${y}`]
    .filter(Boolean)
    .join(", ");
  const head = `${kind}${title ? `: ${title.replace(/[.\s]+$/, "")}` : ""}`;
  return `${head}${axes ? ` (${axes})` : ""}.`;
}

/** Asserts that `figures` is a list of figures, at least one. */
export function requireFigures(
  caller: string,
  name: string,
  figures: readonly unknown[],
): Figure[] {
  if (!Array.isArray(figures) || figures.length === 0) {
    throw new TypeError(
      `${caller}: ${name} must be an array of figures, got ${describeValue(figures)}`,
    );
  }
  figures.forEach((f, i) => {
    if (!isFigure(f)) {
      throw new TypeError(`${caller}: ${name}[${i}] must be a figure, got ${describeValue(f)}`);
    }
  });
  return figures as Figure[];
}
