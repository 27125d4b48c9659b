import { createRequire } from "node:module";
import { join } from "node:path";
import { CACHE } from "../common/project";
import { drawable } from "./families";
import { FAMILY, fontFiles } from "./fonts";
import { toPalette } from "./palette";
import { encodeIndexed } from "./png";

const { Resvg } = createRequire(__filename)("@resvg/resvg-js") as typeof import("@resvg/resvg-js");

const FONTS = join(CACHE, "figures", "fonts");

/** Pixels of the picture for one of the figure's: sharp on a dense screen and in print. */
export const SCALE = 2;

/** Leaves no trace. */
const DOT = '<rect width="1" height="1" fill="#fff" fill-opacity="0.001"/>';

/** Groups that are clipped, or seen through. */
const LAYER = /<g\b[^>]*(?:\bclip-path=|[\s";]opacity: 0?\.)[^>]*[^/]>/g;

/** Shapes that are seen through and stand where they say: bars. */
const GLASS = /<path\b(?![^>]*\btransform=)[^>]*[\s";](opacity: 0?\.\d+;)[^>]*\/>/g;

/**
 * Gives what is painted in a layer of its own a dot in the picture: resvg ends the process where all of a
 * layer lies outside, as a curve does that passes by its view, or a bar of no height on a logarithmic axis.
 */
const withDots = (svg: string) =>
  svg
    .replace(LAYER, `$&${DOT}`)
    .replace(GLASS, (path, glass) => `<g style="${glass}">${DOT}${path.replace(glass, "")}</g>`);

/**
 * Paints an SVG as a PNG of 256 colours on white, with no fonts but the project's own.
 *
 * @param note - Kept in the file, under the keyword.
 */
export function paint(svg: string, keyword: string, note: string): Buffer {
  const unquoted = svg.replace(/url\(['"](#[\w-]+)['"]\)/g, "url($1)"); // resvg reads no quotes there
  const image = new Resvg(drawable(withDots(unquoted)), {
    fitTo: { mode: "zoom", value: SCALE },
    background: "#ffffff",
    imageRendering: 1, // the cells of a heatmap are squares, not a blur
    font: { loadSystemFonts: false, fontFiles: fontFiles(FONTS), defaultFontFamily: FAMILY },
  }).render();
  return encodeIndexed(toPalette(image.width, image.height, image.pixels), keyword, note);
}
