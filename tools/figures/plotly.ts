import { readFileSync } from "node:fs";
import { type Box, boxOf, lengthOf, placedBox } from "./boxes";
import { PixelCanvas } from "./canvas";
import type { SvgElement } from "./dom";
import { coastLines } from "./globe";
import { isOnGlobe, typeOf } from "./kinds";
import { Way } from "./path";
import type { FigureSpec } from "./spec";

interface PlotlyWindow {
  Plotly: {
    toImage(figure: unknown, options: object): Promise<string>;
  };
  JSON: { parse(text: string): unknown };
  eval(code: string): void;
  Element: { prototype: Record<string, unknown> };
  SVGElement: { prototype: Record<string, unknown> };
  HTMLCanvasElement: { prototype: Record<string, unknown> };
  URL: Record<string, unknown>;
  PlotlyGeoAssets?: { topojson: object };
}

/** Traces that Plotly's build for flat axes draws; others need the whole. */
const CARTESIAN = new Set(
  "bar box contour heatmap histogram histogram2d histogram2dcontour image pie scatter scatterternary violin".split(
    " ",
  ),
);

const windows = new Map<string, PlotlyWindow>();

const rectangle = (box: Box | null) => {
  const { left, top, right, bottom } = box ?? { left: 0, top: 0, right: 0, bottom: 0 };
  const [width, height] = [right - left, bottom - top];
  return { x: left, y: top, left, top, right, bottom, width, height };
};

/** The way along the path that was asked for last: Plotly asks for many points of one path. */
let known: { d: string; way: Way } = { d: "", way: new Way("") };

function wayOf(path: SvgElement): Way {
  const d = path.getAttribute("d") ?? "";
  if (known.d !== d) known = { d, way: new Way(d) };
  return known.way;
}

/** A window without a screen, in which elements of an SVG can be measured and a canvas be painted. */
function openWindow(file: string): PlotlyWindow {
  const { JSDOM, VirtualConsole } = require("jsdom");
  const virtualConsole = new VirtualConsole();
  const options = { runScripts: "outside-only", pretendToBeVisual: true, virtualConsole };
  const window = new JSDOM("<!DOCTYPE html><body></body>", options).window as PlotlyWindow;
  window.URL.createObjectURL = () => "";
  // which jsdom lacks, and Plotly's maps ask for when they are loaded
  Object.assign(window, { TextDecoder, TextEncoder });
  Object.assign(window.Element.prototype, {
    getBoundingClientRect(this: SvgElement) {
      return rectangle(placedBox(this));
    },
  });
  Object.assign(window.SVGElement.prototype, {
    getBBox(this: SvgElement) {
      return rectangle(boxOf(this));
    },
    getComputedTextLength(this: SvgElement) {
      return lengthOf(this);
    },
    getTotalLength(this: SvgElement) {
      return wayOf(this).length;
    },
    getPointAtLength(this: SvgElement, way: number) {
      return wayOf(this).at(way);
    },
  });
  const painters = new WeakMap<object, PixelCanvas>();
  const painterOf = (canvas: { width: number; height: number }) => {
    const painter = painters.get(canvas) ?? new PixelCanvas(canvas);
    painters.set(canvas, painter);
    return painter;
  };
  Object.assign(window.HTMLCanvasElement.prototype, {
    getContext(this: { width: number; height: number }, kind: string) {
      return kind === "2d" ? painterOf(this) : null;
    },
    toDataURL(this: { width: number; height: number }) {
      return painterOf(this).toDataUrl();
    },
  });
  window.eval(readFileSync(require.resolve(`plotly.js/dist/${file}`), "utf8"));
  return window;
}

/**
 * Draws a figure as an SVG, with no browser: Plotly runs in jsdom, which is told how large things are.
 *
 * @param spec - Figure whose layout holds width and height.
 */
export async function drawSvg(spec: FigureSpec): Promise<string> {
  const flat = spec.data.every((trace) => CARTESIAN.has(typeOf(trace)));
  const file = flat ? "plotly-cartesian.min.js" : "plotly.min.js";
  const window = windows.get(file) ?? openWindow(file);
  windows.set(file, window);
  if (isOnGlobe(spec)) window.PlotlyGeoAssets = { topojson: coastLines() };
  const { width, height } = spec.layout as { width: number; height: number };
  const figure = window.JSON.parse(JSON.stringify(spec));
  const options = { format: "svg", imageDataOnly: true, width, height };
  return window.Plotly.toImage(figure, options);
}
