import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { drawInBrowser, findChromium } from "./browser";
import { FAMILY } from "./fonts";
import { drawSvg, type FigureSpec } from "./plotly";
import { readNote } from "./png";
import { paint } from "./raster";
import { thinTrace } from "./thin";

export type { FigureSpec } from "./plotly";

/** A static picture of a figure. */
export interface Picture {
  png: Buffer;
  /** In pixels of the page; the PNG has twice as many. */
  width: number;
  height: number;
}

/** Said of figures that WebGL draws (those in space) where there is no browser. */
export const NO_BROWSER =
  "a figure in space has no static picture: it needs Chromium, and none was found";

const WIDTH = 720;
const HEIGHT = 450;
const KEYWORD = "figure";

/** To be raised whenever the pictures come out differently. */
const VERSION = 2;

/** Traces that are drawn by WebGL. */
const BY_WEBGL =
  /3d$|gl$|^(surface|isosurface|volume|cone|streamtube|splom|parcoords|(scatter|density|choropleth)map)$/;

const plotlyVersion = (): string =>
  JSON.parse(readFileSync(require.resolve("plotly.js/package.json"), "utf8")).version;

/** Stands for the figure and the way it is painted. */
function keyOf(spec: FigureSpec): string {
  const { data, layout } = spec;
  const made = JSON.stringify([VERSION, plotlyVersion(), data, layout]);
  return createHash("sha256").update(made).digest("hex").slice(0, 32);
}

/** Every font of the figure replaced by ours: sizes and weights stay. */
function inOurFont(value: unknown): unknown {
  if (Array.isArray(value)) {
    return typeof value[0] === "object" ? value.map(inOurFont) : value;
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, v]) => [key, key === "family" ? FAMILY : inOurFont(v)]),
  );
}

/** The figure as it is painted: in our font, of a fixed size, with no more points than show. */
function prepare({ data, layout = {} }: FigureSpec): FigureSpec {
  const width = (layout.width as number | undefined) ?? WIDTH;
  const height = (layout.height as number | undefined) ?? HEIGHT;
  const font = { ...(layout.font as object), family: FAMILY };
  return {
    data: data.map((trace) => thinTrace(inOurFont(trace) as typeof trace, width)),
    layout: { ...(inOurFont(layout) as object), font, width, height, autosize: false },
  };
}

/**
 * A static picture of a Plotly figure, the same bytes on every machine: Plotly runs without a browser
 * and the picture is painted with the project's own fonts. Only figures that need WebGL, such as surfaces, need a browser.
 *
 * @param spec - The figure as a notebook stores it.
 * @returns The picture, or a notice if there is none because no browser was found.
 */
export async function renderFigure(spec: FigureSpec): Promise<Picture | { notice: string }> {
  const prepared = prepare(spec);
  const webgl = spec.data.some(({ type }) => BY_WEBGL.test((type as string) ?? "scatter"));
  const chromium = webgl ? findChromium() : null;
  if (webgl && !chromium) return { notice: NO_BROWSER };
  const svg = chromium ? await drawInBrowser(prepared, chromium) : await drawSvg(prepared);
  const { width, height } = prepared.layout as { width: number; height: number };
  return { png: paint(svg, KEYWORD, keyOf(spec)), width, height };
}

/**
 * Whether a picture was made from just this figure, so that it need not be made again.
 *
 * @param png - As `renderFigure` made it.
 */
export function isPictureOf(png: Buffer, spec: FigureSpec): boolean {
  return readNote(png, KEYWORD) === keyOf(spec);
}
