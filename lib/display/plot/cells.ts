import type { Figure, Layout, Trace } from "./spec";

/** Where a figure goes: its part of the paper, and the numbers of its axes. */
export interface Cell {
  x: [number, number];
  y: [number, number];
  /** "" for the first pair of axes, "2" for the second, …. */
  no: string;
  /** Number of its second vertical axis. */
  no2: string;
}

/** Width of the paper between its margins, in pixels, that gaps are reckoned against. */
const PAPER = 620;

const hasBar = (f: Figure) =>
  f.data.some((t) => t.colorbar || (t.marker as Layout | undefined)?.colorbar);
export const isBare = (f: Figure) =>
  (f.layout.yaxis as Layout | undefined)?.showticklabels === false;
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
export function cellsOf(
  figures: readonly Figure[],
  rows: number,
  cols: number,
  height: number,
): Cell[] {
  const bare = figures.every(isBare);
  const inner = figures.filter((_, k) => k % cols > 0).map(leftOf);
  const gapX = Math.min(0.8 / cols, Math.max(0, ...inner) / PAPER);
  const gapY = rows > 1 ? Math.min(0.5 / rows, (bare ? 40 : 95) / height) : 0;
  const wide = (1 - gapX * (cols - 1)) / cols;
  const tall = (1 - gapY * (rows - 1)) / rows;
  let second = figures.length;
  return figures.map((f, k) => {
    const left = (k % cols) * (wide + gapX);
    const bottom = Math.max(0, 1 - (Math.floor(k / cols) + 1) * tall - Math.floor(k / cols) * gapY);
    const beside = hasBar(f) || "yaxis2" in f.layout ? 55 / PAPER : 0;
    return {
      x: [left, left + wide - beside],
      y: [bottom, Math.min(1, bottom + tall)],
      no: k === 0 ? "" : String(k + 1),
      no2: "yaxis2" in f.layout ? String(++second) : "",
    };
  });
}

/** The axes (or the scene) of a figure, renumbered and confined to its cell. */
export function axesOf(f: Figure, { x, y, no, no2 }: Cell): Layout {
  const { xaxis, yaxis, yaxis2, scene } = f.layout as Record<string, Layout | undefined>;
  if (scene) return { [`scene${no}`]: { ...scene, domain: { x, y } } };
  const anchored = yaxis?.scaleanchor ? { scaleanchor: `x${no}` } : {};
  return {
    [`xaxis${no}`]: { ...xaxis, domain: x, anchor: `y${no}` },
    [`yaxis${no}`]: { ...yaxis, ...anchored, domain: y, anchor: `x${no}` },
    ...(yaxis2 ? { [`yaxis${no2}`]: { ...yaxis2, overlaying: `y${no}`, anchor: `x${no}` } } : {}),
  };
}

export function placedTrace(trace: Trace, { x, y, no, no2 }: Cell): Trace {
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
export function movedItems(items: unknown, no: string): Layout[] {
  const rename = (ref: unknown, letter: string) =>
    typeof ref === "string" ? ref.replace(new RegExp(`^${letter}(?= |$)`), `${letter}${no}`) : ref;
  return ((items as Layout[] | undefined) ?? []).map((item) => ({
    ...item,
    xref: rename(item.xref, "x"),
    yref: rename(item.yref, "y"),
  }));
}
