import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ROOT } from "../../../tools/common/project";
import { imageSize } from "../../../tools/export/imageSize";

const hex = (text: string) => Buffer.from(text.replace(/ /g, ""), "hex");

describe("imageSize", () => {
  test("reads the course's own picture", () => {
    const picture = readFileSync(join(ROOT, "Resources", "images", "pca-page.png"));
    const size = imageSize(picture);
    expect(size?.width).toBeGreaterThan(100);
    expect(size?.height).toBeGreaterThan(100);
  });

  test.each([
    ["GIF", hex("474946383961 4001 f000 00"), 320, 240],
    ["JPEG", hex("ffd8 ffe0 0004 0000 ffc0 0011 08 00f0 0140 03 00"), 320, 240],
    [
      "WebP, lossy",
      hex("52494646 00000000 57454250 56503820 00000000 000000 9d012a 4001 f000"),
      320,
      240,
    ],
    ["WebP, lossless", hex("52494646 00000000 57454250 5650384c 00000000 2f 3fc13b00"), 320, 240],
    [
      "WebP, extended",
      hex("52494646 00000000 57454250 56503858 0a000000 00000000 3f0100 ef0000"),
      320,
      240,
    ],
    [
      "SVG with a size",
      Buffer.from('<?xml version="1.0"?><svg width="320px" height="240">'),
      320,
      240,
    ],
    ["SVG with a box", Buffer.from('<svg xmlns="x" viewBox="0 0 320 240"><path/></svg>'), 320, 240],
  ])("%s", (_, bytes, width, height) => {
    expect(imageSize(bytes)).toEqual({ width, height });
  });

  test.each([
    ["what is no picture", Buffer.from("hello")],
    ["nothing", Buffer.alloc(0)],
    ["a picture that is cut short", hex("89504e470d0a1a0a 0000")],
    ["an SVG without a size", Buffer.from("<svg></svg>")],
  ])("does not tell the size of %s", (_, bytes) => {
    expect(imageSize(bytes)).toBeUndefined();
  });
});
