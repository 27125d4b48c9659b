/** What is to be seen in a picture of a figure. */
import { createRequire } from "node:module";
import type { Picture } from "../../../tools/figures/render";

const { Resvg } = createRequire(__filename)("@resvg/resvg-js") as typeof import("@resvg/resvg-js");

export type Pixel = readonly [red: number, green: number, blue: number];

/** The picture's pixels, a colour at each place of the figure. */
export function pixelsOf({ png, width, height }: Picture): (x: number, y: number) => Pixel {
  const url = `data:image/png;base64,${png.toString("base64")}`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${2 * width}" height="${2 * height}"><image href="${url}" width="${2 * width}" height="${2 * height}"/></svg>`;
  const { pixels } = new Resvg(svg, {
    imageRendering: 1,
    font: { loadSystemFonts: false },
  }).render();
  return (x, y) => {
    const at = 4 * (Math.round(2 * y) * 2 * width + Math.round(2 * x));
    return [pixels[at], pixels[at + 1], pixels[at + 2]] as unknown as Pixel;
  };
}

export const isWhite = ([r, g, b]: Pixel) => r === 255 && g === 255 && b === 255;

/** How many places of the picture are not white, of those that `among` names. */
export function inkOf(
  picture: Picture,
  among: (x: number, y: number) => boolean = () => true,
): number {
  const at = pixelsOf(picture);
  let ink = 0;
  for (let x = 0; x < picture.width; x++) {
    for (let y = 0; y < picture.height; y++) if (among(x, y) && !isWhite(at(x, y))) ink += 1;
  }
  return ink;
}

/** How many places are not white in a frame of the given depth, at the edge of the picture. */
export const inkAtEdge = (picture: Picture, depth: number): number =>
  inkOf(
    picture,
    (x, y) => x < depth || y < depth || x >= picture.width - depth || y >= picture.height - depth,
  );

/** The first row of the picture, in pixels of the page, that is not white. */
export function topOf(picture: Picture): number {
  const at = pixelsOf(picture);
  for (let y = 0; y < picture.height; y += 0.5) {
    for (let x = 0; x < picture.width; x++) if (!isWhite(at(x, y))) return y;
  }
  return picture.height;
}
