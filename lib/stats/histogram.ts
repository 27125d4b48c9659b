import {
  describeValue,
  type ReadonlyVector,
  requireNumber,
  requireOneOf,
  requireOptions,
  requireVector,
} from "../core";
import { unitOf } from "./moments/powerOfTwo";
import { sorted } from "./ranks/order";
import { quantileSorted } from "./ranks/quantileSorted";
import { std } from "./variance";

/** Rules that choose the number of bins from the data. */
export type BinRule = "sturges" | "scott" | "fd" | "auto";

/** Options of `histogram`. */
export interface HistogramOptions {
  /** A number of equal bins, a rule, or the k + 1 ascending edges of k bins. Default "auto". */
  bins?: number | BinRule | ReadonlyVector;
}

/** What `histogram` returns. */
export interface Histogram {
  /** How many entries fall in each of the k bins. */
  counts: number[];
  /** The k + 1 edges. */
  edges: number[];
  /** counts / (n·width): heights of bars whose area is 1; ∞ where that is beyond 1.8e308. */
  density: number[];
}

const RULES: readonly BinRule[] = ["sturges", "scott", "fd", "auto"];
const MOST_BINS = 1_000_000;

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

function equalEdges(x: ReadonlyVector, bins: number | BinRule): number[] {
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

/** count/(n·width), where the width itself may overflow. */
function heightOf(count: number, n: number, low: number, high: number): number {
  const width = high - low;
  return Number.isFinite(width) ? count / n / width : count / n / 2 / (high / 2 - low / 2);
}

function givenEdges(x: ReadonlyVector, bins: ReadonlyVector): number[] {
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

/**
 * Counts of a sample in bins [e₀, e₁), [e₁, e₂), …, [eₖ₋₁, eₖ], the last one closed.
 *
 * Rules for the width h over the range R of n entries: "sturges" R/(log₂n + 1), meant for normal
 * data; "scott" σ·(24√π/n)^⅓, best for normal data (Scott 1979); "fd" 2·IQR·n^(−⅓), robust (Freedman
 * and Diaconis 1981); "auto" the lesser of Sturges' width and the Freedman–Diaconis one, the latter
 * held to at least R/(2√n) so that an outlier does not make countless bins. These are NumPy's. If all
 * entries equal c, the bins span [c − ½, c + ½], or a few roundings of c if that is more (NumPy gives up
 * there); where a rule gives width 0 there is one bin.
 *
 * @param x - n ≥ 1 finite numbers.
 * @param options - `bins`, default "auto".
 * @returns `{ counts, edges, density }` with k, k + 1 and k entries.
 * @throws RangeError if edges do not ascend or do not cover x, or a rule asks for over 10⁶ bins.
 * O(n log n).
 * @example
 * stats.histogram([1, 2, 2, 4], { bins: 3 }) // => { counts: [1, 2, 1], edges: [1, 2, 3, 4], density: [0.25, 0.5, 0.25] }
 * stats.histogram([1, 2, 3], { bins: [0, 2, 4] }).counts // => [1, 2]
 */
export function histogram(x: ReadonlyVector, options: HistogramOptions = {}): Histogram {
  requireVector("histogram", "x", x, { minLength: 1 });
  requireOptions("histogram", options, ["bins"]);
  const { bins = "auto" } = options;
  const ascending = sorted(x);
  let edges: number[];
  if (Array.isArray(bins)) {
    edges = givenEdges(ascending, bins);
  } else if (typeof bins === "number") {
    requireNumber("histogram", "bins", bins, { min: 1, max: MOST_BINS, integer: true });
    edges = equalEdges(ascending, bins);
  } else if (typeof bins === "string") {
    edges = equalEdges(ascending, requireOneOf("histogram", "bins", bins, RULES));
  } else {
    throw new TypeError(
      `histogram: bins must be a number, a rule or the edges, got ${describeValue(bins)}`,
    );
  }
  const k = edges.length - 1;
  const counts = new Array<number>(k).fill(0);
  let bin = 0;
  for (const v of ascending) {
    while (bin < k - 1 && v >= edges[bin + 1]) bin++;
    counts[bin]++;
  }
  const density = counts.map((c, i) => heightOf(c, x.length, edges[i], edges[i + 1]));
  return { counts, edges, density };
}
