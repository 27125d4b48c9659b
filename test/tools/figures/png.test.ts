import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";
import { PixelCanvas } from "../../../tools/figures/canvas";
import { toPalette } from "../../../tools/figures/palette";
import { encodeIndexed, encodePng, readNote } from "../../../tools/figures/png";

const { Resvg } = createRequire(__filename)("@resvg/resvg-js") as typeof import("@resvg/resvg-js");

/** The pixels of a PNG as another program, resvg, reads them. */
function decode(png: Buffer, width: number, height: number): Buffer {
  const url = `data:image/png;base64,${png.toString("base64")}`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image href="${url}" width="${width}" height="${height}"/></svg>`;
  return new Resvg(svg, { imageRendering: 1, font: { loadSystemFonts: false } }).render().pixels;
}

/** Pixels by a rule. */
function image(width: number, height: number, color: (x: number, y: number) => number[]) {
  const data = new Uint8ClampedArray(4 * width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) data.set(color(x, y), 4 * (y * width + x));
  }
  return { width, height, data };
}

describe("encodePng", () => {
  test("is read by another program pixel for pixel", () => {
    const made = image(7, 5, (x, y) => [30 * x, 50 * y, 5 * x * y, 255]);
    expect([...decode(encodePng(made), 7, 5)]).toEqual([...made.data]);
  });
});

describe("encodeIndexed", () => {
  const made = image(40, 30, (x, y) => [(x * 7) % 16 === 0 ? 0 : 255, y < 15 ? 255 : 90, 255, 255]);
  const indexed = toPalette(40, 30, new Uint8Array(made.data));

  test("is read by another program pixel for pixel", () => {
    expect([...decode(encodeIndexed(indexed, "k", "v"), 40, 30)]).toEqual([...made.data]);
  });

  test("carries a note", () => {
    const png = encodeIndexed(indexed, "figure", "abc123");
    expect(readNote(png, "figure")).toBe("abc123");
    expect(readNote(png, "other")).toBeNull();
    expect(readNote(encodePng(made), "figure")).toBeNull();
  });

  test("does not depend on how zlib looks for matches", () => {
    // bytes as they were when the encoder was written; a change of Node must not change them
    const tiny = toPalette(
      2,
      2,
      new Uint8Array([0, 0, 0, 255, 255, 255, 255, 255, 255, 255, 255, 255, 0, 0, 0, 255]),
    );
    expect(encodeIndexed(tiny, "k", "v").toString("hex")).toMatchInlineSnapshot(
      `"89504e470d0a1a0a0000000d49484452000000020000000208030000004568fd1600000003744558746b0076cb04f39000000006504c5445000000ffffffa5d99fdd0000000e4944415478da6360606460640000000c000325d046790000000049454e44ae426082"`,
    );
  });
});

describe("toPalette", () => {
  test("keeps the colours of an image that has few", () => {
    const { palette, indices } = toPalette(
      2,
      1,
      new Uint8Array([1, 2, 3, 255, 250, 251, 252, 255]),
    );
    expect([...indices].map((i) => palette[i])).toEqual([0x010203, 0xfafbfc]);
  });

  test("brings a smooth image down to 256 colours that are near", () => {
    const made = image(128, 128, (x, y) => [2 * x, 2 * y, 128, 255]);
    const { palette, indices } = toPalette(128, 128, new Uint8Array(made.data));
    expect(palette).toHaveLength(256);
    let worst = 0;
    indices.forEach((index, i) => {
      const color = palette[index] as number;
      const [r, g] = [color >> 16, (color >> 8) & 255];
      worst = Math.max(worst, Math.abs(r - made.data[4 * i]!), Math.abs(g - made.data[4 * i + 1]!));
    });
    expect(worst).toBeLessThanOrEqual(16);
  });

  test("keeps black lines and white paper exactly, whatever else there is", () => {
    const made = image(100, 100, (x, y) =>
      y % 2 ? [255, 255, 255, 255] : x < 10 ? [0, 0, 0, 255] : [2 * x, 2 * y, (x * y) % 256, 255],
    );
    const { palette, indices } = toPalette(100, 100, new Uint8Array(made.data));
    expect(palette[indices[100] as number]).toBe(0xffffff);
    expect(palette[indices[0] as number]).toBe(0x000000);
  });
});

describe("PixelCanvas", () => {
  test("fills rectangles in the colours that Plotly writes, and cuts them at the edge", () => {
    const canvas = new PixelCanvas({ width: 4, height: 3 });
    canvas.fillStyle = "rgba(10,20,30,1)";
    canvas.fillRect(1, 1, 9, 9);
    canvas.fillStyle = "#ff8000";
    canvas.fillRect(-2, -2, 3, 3);
    const png = Buffer.from(canvas.toDataUrl().replace(/^.*,/, ""), "base64");
    const pixels = decode(png, 4, 3);
    expect([...pixels.subarray(0, 4)]).toEqual([255, 128, 0, 255]);
    expect([...pixels.subarray(4, 8)]).toEqual([0, 0, 0, 0]);
    expect([...pixels.subarray(4 * 11, 4 * 12)]).toEqual([10, 20, 30, 255]);
  });

  test("puts pixels, clears them, and is empty when it gets another size", () => {
    const size = { width: 2, height: 2 };
    const canvas = new PixelCanvas(size);
    const pixels = canvas.createImageData(1, 1);
    pixels.data.set([9, 8, 7, 255]);
    canvas.putImageData(pixels, 1, 1);
    const at = (i: number) =>
      [
        ...decode(
          Buffer.from(canvas.toDataUrl().replace(/^.*,/, ""), "base64"),
          size.width,
          size.height,
        ),
      ].slice(4 * i, 4 * i + 4);
    expect(at(3)).toEqual([9, 8, 7, 255]);
    canvas.clearRect(0, 0, 2, 2);
    expect(at(3)).toEqual([0, 0, 0, 0]);
    canvas.putImageData(pixels, 0, 0);
    size.width = 3;
    expect(at(0)).toEqual([0, 0, 0, 0]);
  });
});
