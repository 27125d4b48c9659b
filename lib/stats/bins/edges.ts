import { type ReadonlyVector, requireVector } from "../../core";
import { unitOf } from "../moments/powerOfTwo";
import { quantileSorted } from "../ranks/quantileSorted";
import { std } from "../variance";

/** Rules that choose the number of bins from the data. */
export type BinRule = "sturges" | "scott" | "fd" | "auto";

export const RULES: readonly BinRule[] = ["sturges", "scott", "fd", "auto"];
export const MOST_BINS = 1_000_000;

/** The bin width of a rule for an ascending sample; 0 where the rule has none. */
function binWidth(rule: BinRule, x: ReadonlyVector): number {
  const n = x.length;
  const range = x[n - 1] - x[0];
  const sturges = range / (Math.log2(n) + 1);
  if (rule === "sturges") return sturges;
  if (rule === "scott") return Math.cbrt((24 * Math.sqrt(Math.PI)) / n) * std(x);
  const fd = (2 * (quantileSorted(x, 0.75) - quantileSorted(x, 0.25))) / Math.cbrt(n);
  return rule === "fd" ? fd : Math.min(sturges, Math.max(fd, range / Math.sqrt(n) / 2));
}

/** How many bins a rule wants, found in units of the largest entry, where nothing overflows. */
function binsOf(rule: BinRule, x: ReadonlyVector): number {
  const unit = unitOf(x);
  const u = x.map((v) => v / unit);
  const width = binWidth(rule, u);
  const wanted = width > 0 ? Math.max(1, Math.ceil((u[u.length - 1] - u[0]) / width)) : 1;
  if (wanted <= MOST_BINS) return wanted;
  throw new RangeError(
    `histogram: bins ${JSON.stringify(rule)} gives ${wanted} bins, more than ${MOST_BINS}: the range of x is too wide for its bulk`,
  );
}

/** c ± ½, or as much as it takes for `count` bins to be told apart where doubles are further apart than that. */
function around(c: number, count: number): [low: number, high: number] {
  const half = Math.max(0.5, 4 * count * Number.EPSILON * Math.abs(c));
  const most = Number.MAX_VALUE;
  return [Math.max(-most, c - half), Math.min(most, c + half)];
}

/** The edges of so many equal bins over an ascending sample, or of as many as a rule asks for. */
export function equalEdges(x: ReadonlyVector, bins: number | BinRule): number[] {
  const count = typeof bins === "number" ? bins : binsOf(bins, x);
  const [least, largest] = [x[0], x[x.length - 1]];
  const [low, high] = least === largest ? around(least, count) : [least, largest];
  const step = (high - low) / count;
  const edgeAt = Number.isFinite(step)
    ? (i: number) => low + i * step
    : (i: number) => low * (1 - i / count) + high * (i / count);
  const edges = Array.from({ length: count + 1 }, (_, i) => (i === count ? high : edgeAt(i)));
  if (edges.some((edge, i) => i > 0 && edge <= edges[i - 1])) {
    throw new RangeError(
      `histogram: bins must be fewer, ${count} do not fit between ${low} and ${high}`,
    );
  }
  return edges;
}

/** Edges of the reader's own, checked to ascend and to cover an ascending sample. */
export function givenEdges(x: ReadonlyVector, bins: ReadonlyVector): number[] {
  const edges = requireVector("histogram", "bins", bins, { minLength: 2 }).slice();
  edges.forEach((edge, i) => {
    if (i > 0 && edge <= edges[i - 1]) {
      throw new RangeError(
        `histogram: bins must ascend, bins[${i - 1}] is ${edges[i - 1]} and bins[${i}] is ${edge}`,
      );
    }
  });
  const [low, high] = [edges[0], edges[edges.length - 1]];
  const outside = [x[0], x[x.length - 1]].find((v) => v < low || v > high);
  if (outside !== undefined) {
    throw new RangeError(`histogram: bins must cover x, ${outside} is not in [${low}, ${high}]`);
  }
  return edges;
}
