import { encodePng } from "./png";

/** As much of an image's pixels as Plotly handles: red, green, blue, opacity, row by row. */
interface Pixels {
  width: number;
  height: number;
  data: Uint8ClampedArray;
}

function parseColor(text: string): [number, number, number, number] {
  const hex = /^#([0-9a-f]{6})$/i.exec(text)?.[1];
  if (hex) {
    return [0, 2, 4].map((i) => Number.parseInt(hex.slice(i, i + 2), 16)).concat(255) as [
      number,
      number,
      number,
      number,
    ];
  }
  const [r = 0, g = 0, b = 0, a = 1] = (text.match(/[\d.]+/g) ?? []).map(Number);
  return [r, g, b, Math.round(255 * a)];
}

/**
 * A canvas for jsdom that does what Plotly asks of one when it draws heatmaps and images: fill
 * rectangles, put pixels, and give them back as a PNG.
 */
export class PixelCanvas {
  fillStyle = "#000000";
  private pixels: Pixels = this.createImageData(0, 0);

  constructor(readonly canvas: { width: number; height: number }) {}

  createImageData(width: number, height: number): Pixels {
    return { width, height, data: new Uint8ClampedArray(4 * width * height) };
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    const { width: w, height: h, data } = this.sized();
    const color = parseColor(this.fillStyle);
    const [fromX, toX] = [Math.max(0, Math.round(x)), Math.min(w, Math.round(x + width))];
    const [fromY, toY] = [Math.max(0, Math.round(y)), Math.min(h, Math.round(y + height))];
    for (let row = fromY; row < toY; row++) {
      for (let column = fromX; column < toX; column++) data.set(color, 4 * (row * w + column));
    }
  }

  clearRect(x: number, y: number, width: number, height: number): void {
    const before = this.fillStyle;
    this.fillStyle = "rgba(0, 0, 0, 0)";
    this.fillRect(x, y, width, height);
    this.fillStyle = before;
  }

  putImageData(image: Pixels, x: number, y: number): void {
    const { width: w, height: h, data } = this.sized();
    for (let row = 0; row < image.height; row++) {
      for (let column = 0; column < image.width; column++) {
        const [toX, toY] = [x + column, y + row];
        if (toX < 0 || toX >= w || toY < 0 || toY >= h) continue;
        const from = 4 * (row * image.width + column);
        data.set(image.data.subarray(from, from + 4), 4 * (toY * w + toX));
      }
    }
  }

  toDataUrl(): string {
    const { width, height, data } = this.sized();
    return `data:image/png;base64,${encodePng({ width, height, data }).toString("base64")}`;
  }

  /** The pixels, cleared when the canvas has been given another size. */
  private sized(): Pixels {
    const { width, height } = this.canvas;
    if (this.pixels.width !== width || this.pixels.height !== height) {
      this.pixels = this.createImageData(width, height);
    }
    return this.pixels;
  }
}
