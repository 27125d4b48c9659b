/** An image in at most 256 colours: for each pixel the place of its colour in the palette. */
export interface Indexed {
  width: number;
  height: number;
  /** Colours as 0xRRGGBB. */
  palette: number[];
  indices: Uint8Array;
}

const MOST = 256;
const channel = (color: number, k: number) => (color >> (16 - 8 * k)) & 0xff;

interface Bucket {
  colors: { color: number; count: number }[];
  /** Channel in which the colours differ most, and by how much. */
  widest: number;
  spread: number;
}

function bucketOf(colors: Bucket["colors"]): Bucket {
  let [widest, spread] = [0, -1];
  for (const k of [0, 1, 2]) {
    let [low, high] = [255, 0];
    for (const { color } of colors) {
      low = Math.min(low, channel(color, k));
      high = Math.max(high, channel(color, k));
    }
    if (high - low > spread) [widest, spread] = [k, high - low];
  }
  return { colors, widest, spread };
}

/** Halves a bucket across its widest channel, where half of its pixels lie on either side. */
function halve({ colors, widest }: Bucket): [Bucket, Bucket] {
  const sorted = [...colors].sort(
    (a, b) => channel(a.color, widest) - channel(b.color, widest) || a.color - b.color,
  );
  const total = sorted.reduce((sum, { count }) => sum + count, 0);
  let [at, seen] = [0, 0];
  while (at < sorted.length - 1 && seen + (sorted[at]?.count as number) <= total / 2) {
    seen += sorted[at]?.count as number;
    at += 1;
  }
  const cut = Math.max(1, at);
  return [bucketOf(sorted.slice(0, cut)), bucketOf(sorted.slice(cut))];
}

/** The colour that most pixels of a bucket have: lines and paper keep their own colour exactly. */
function commonest({ colors }: Bucket): number {
  return colors.reduce((best, next) => (next.count > best.count ? next : best)).color;
}

/**
 * Reduces an opaque image to 256 colours by median cut (Heckbert 1982); an image that has no more
 * keeps its own.
 *
 * @param rgba - Pixels as red, green, blue, opacity; opacity is taken to be full.
 */
export function toPalette(width: number, height: number, rgba: Uint8Array): Indexed {
  const counts = new Map<number, number>();
  const pixels = new Uint32Array(width * height);
  for (let i = 0; i < pixels.length; i++) {
    const [r, g, b] = [rgba[4 * i], rgba[4 * i + 1], rgba[4 * i + 2]] as [number, number, number];
    const color = (r << 16) | (g << 8) | b;
    pixels[i] = color;
    counts.set(color, (counts.get(color) ?? 0) + 1);
  }
  const buckets = [bucketOf([...counts].map(([color, count]) => ({ color, count })))];
  while (buckets.length < Math.min(MOST, counts.size)) {
    const widest = buckets.reduce((best, next, i) => {
      const one = buckets[best] as Bucket;
      return next.spread * next.colors.length > one.spread * one.colors.length ? i : best;
    }, 0);
    if ((buckets[widest] as Bucket).colors.length < 2) break;
    buckets.splice(widest, 1, ...halve(buckets[widest] as Bucket));
  }
  const place = new Map<number, number>();
  buckets.forEach(({ colors }, i) => {
    for (const { color } of colors) place.set(color, i);
  });
  return {
    width,
    height,
    palette: buckets.map(commonest),
    indices: Uint8Array.from(pixels, (color) => place.get(color) as number),
  };
}
