import {
  describeValue,
  type ReadonlyVector,
  requireNumber,
  requireOneOf,
  requireOptions,
  requireVector,
} from "../core";
import { type BinRule, equalEdges, givenEdges, MOST_BINS, RULES } from "./bins/edges";
import { sorted } from "./ranks/order";

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

/** count/(n·width), where the width itself may overflow. */
function heightOf(count: number, n: number, low: number, high: number): number {
  const width = high - low;
  return Number.isFinite(width) ? count / n / width : count / n / 2 / (high / 2 - low / 2);
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
