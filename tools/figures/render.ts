import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { drawInBrowser, findChromium } from "./browser";
import { FAMILY } from "./fonts";
import { kindsOf, needsBrowser, partOnNetwork } from "./kinds";
import { noticeSvg } from "./notice";
import { drawSvg } from "./plotly";
import { readNote } from "./png";
import { paint } from "./raster";
import type { FigureSpec } from "./spec";
import { thinTrace } from "./thin";
import { lowered, plainText } from "./title";

export type { FigureSpec } from "./spec";

/** A static picture of a figure, or words in its place. */
export interface Picture {
  png: Buffer;
  /** In pixels of the page; the PNG has twice as many. */
  width: number;
  height: number;
  /** What the picture says instead of showing the figure: why it could not be drawn. */
  notice?: string;
}

const WIDTH = 720;
const HEIGHT = 450;
const KEYWORD = "figure";
/** Noted in a picture in words, so that it is drawn anew where the figure can be. */
const UNDRAWN = "undrawn";

/** To be raised whenever the pictures come out differently. */
const VERSION = 2;

/** Milliseconds after which a drawing is given up: a limit for what hangs, on a machine that is busy. */
const PATIENCE = 100_000;

const plotlyVersion = (): string =>
  JSON.parse(readFileSync(require.resolve("plotly.js/package.json"), "utf8")).version;

/** Stands for the figure and the way it is painted. */
function keyOf(spec: FigureSpec): string {
  const { data, layout } = spec;
  const made = JSON.stringify([VERSION, plotlyVersion(), data, layout && lowered(layout)]);
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
    layout: {
      ...lowered(inOurFont(layout) as typeof layout),
      font,
      width,
      height,
      autosize: false,
    },
  };
}

/** The figure as SVG: without a browser if that can be, with one if there is one. */
async function draw(spec: FigureSpec): Promise<string> {
  const part = partOnNetwork(spec);
  if (part) throw new Error(`${part} would have to come from a network`);
  const chromium = findChromium();
  if (needsBrowser(spec)) {
    if (!chromium) throw new Error("WebGL draws it, which needs Chromium, and none was found");
    return drawInBrowser(spec, chromium);
  }
  return drawSvg(spec).catch((error) => {
    if (!chromium) throw error;
    return drawInBrowser(spec, chromium).catch(() => {
      throw error;
    });
  });
}

/** What comes of some work, or an error if it takes too long. */
async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const words = `Plotly did not finish it within ${PATIENCE / 1000} seconds`;
    timer = setTimeout(() => reject(new Error(words)), PATIENCE);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/**
 * A static picture of a Plotly figure, the same bytes on every machine: Plotly runs without a browser
 * and the picture is painted with the project's own fonts. Only figures that need WebGL, such as surfaces, need a browser.
 *
 * @param spec - The figure as a notebook stores it.
 * @returns The picture; of a figure that cannot be drawn, one that says why.
 */
export async function renderFigure(spec: FigureSpec): Promise<Picture> {
  const prepared = prepare(spec);
  const { width, height } = prepared.layout as { width: number; height: number };
  try {
    const svg = await inTime(draw(prepared));
    return { png: paint(svg, KEYWORD, keyOf(spec)), width, height };
  } catch (error) {
    const [why] = String((error as Error).message ?? error).split("\n");
    const notice = `This figure (${kindsOf(spec)}) has no static picture: ${why}.`;
    const svg = noticeSvg(plainText(prepared), notice, width, height);
    return { png: paint(svg, KEYWORD, UNDRAWN), width, height, notice };
  }
}

/**
 * Whether a picture was made from just this figure, so that it need not be made again.
 *
 * @param png - As `renderFigure` made it.
 */
export function isPictureOf(png: Buffer, spec: FigureSpec): boolean {
  return readNote(png, KEYWORD) === keyOf(spec);
}
