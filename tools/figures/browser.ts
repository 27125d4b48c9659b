import { existsSync, readFileSync } from "node:fs";
import { FAMILY } from "./fonts";
import { SCALE } from "./raster";
import type { FigureSpec } from "./spec";

const PLACES = [
  process.env.CHROMIUM ?? "",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** The system's Chromium, or null if it has none. */
export function findChromium(): string | null {
  return PLACES.find(existsSync) ?? null;
}

const FLAGS = [
  "--no-sandbox",
  "--disable-background-networking",
  "--use-gl=angle",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
];

/** Name of our font in the browser: one with a digit in it would have to be quoted, and Plotly does not. */
const FAMILY_THERE = "Figure Sans";

/** Runs in the browser's page. */
const DRAW = `async ([figure, options]) => {
  await document.fonts.load("16px '${FAMILY_THERE}'");
  return Plotly.toImage(JSON.parse(figure), options);
}`;

/**
 * Draws a figure in space, which needs WebGL, with Chromium's own software renderer.
 *
 * @param chromium - The browser's program.
 * @returns An SVG that holds a picture of the scene; its text is still text.
 */
export async function drawInBrowser(spec: FigureSpec, chromium: string): Promise<string> {
  const { chromium: driver } = await import("playwright-core");
  const browser = await driver.launch({ executablePath: chromium, args: FLAGS });
  try {
    const page = await browser.newPage();
    await page.route("**/*", (route) => route.abort());
    const font = readFileSync(
      require.resolve("@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff2"),
    ).toString("base64");
    await page.setContent(
      `<style>@font-face{font-family:"${FAMILY_THERE}";src:url(data:font/woff2;base64,${font})}</style>`,
    );
    await page.addScriptTag({ path: require.resolve("plotly.js/dist/plotly.min.js") });
    const { width, height } = spec.layout as { width: number; height: number };
    const figure = JSON.stringify({ ...spec, config: { plotGlPixelRatio: SCALE } });
    const given = [
      figure.replaceAll(JSON.stringify(FAMILY), JSON.stringify(FAMILY_THERE)),
      { format: "svg", width, height, imageDataOnly: true },
    ];
    const svg = await page.evaluate<string>(`(${DRAW})(${JSON.stringify(given)})`);
    return svg.replaceAll(FAMILY_THERE, FAMILY);
  } finally {
    await browser.close();
  }
}
