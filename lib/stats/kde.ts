import {
  type ReadonlyVector,
  type Rng,
  requireNumber,
  requireOneOf,
  requireOptions,
  requireRng,
  requireVector,
} from "../core";
import { elementwise, expNegSquare, ndtrAt } from "../core/special";
import type { NumberOrArray, Shaped } from "../prob";
import { maxAbs } from "./moments/powerOfTwo";
import { sorted } from "./ranks/order";
import { std } from "./variance";

/** Options of `kde`. */
export interface KdeOptions {
  /** The bandwidth h itself, in the units of x, or a rule. Default "scott". */
  bandwidth?: "scott" | "silverman" | number;
}

/** What `kde` returns: a smooth law that can be evaluated and sampled, like those of `prob`. */
export interface Kde {
  bandwidth: number;
  /** The density at a point, or at each of a vector of points. */
  pdf<X extends NumberOrArray>(x: X): Shaped<X>;
  /** The distribution function at a point, or at each of a vector of points. */
  cdf<X extends NumberOrArray>(x: X): Shaped<X>;
  /** n draws: a random entry of the sample plus h times a standard normal. */
  sample(random: Rng, n: number): number[];
}

/** What to divide numbers by, without rounding, so that neither their differences nor 39 of them overflow. */
const unitFor = (x: ReadonlyVector) => (maxAbs(x) > 2 ** 960 ? 2 ** 64 : 1);

/** The bandwidth of a rule, or the one given. */
function chooseBandwidth(x: ReadonlyVector, bandwidth: "scott" | "silverman" | number): number {
  if (typeof bandwidth === "number") {
    return requireNumber("kde", "bandwidth", bandwidth, { above: 0 });
  }
  requireOneOf("kde", "bandwidth", bandwidth, ["scott", "silverman"]);
  requireVector("kde", "x", x, { minLength: 2 });
  const n = x.length;
  const unit = unitFor(x);
  const spread = std(
    x.map((v) => v / unit),
    { ddof: 1 },
  );
  const h = spread * (bandwidth === "scott" ? n : (n * 3) / 4) ** -0.2 * unit;
  if (h > 0) return requireNumber("kde", `the bandwidth ${JSON.stringify(bandwidth)}`, h);
  throw new RangeError(
    `kde: x must not be constant for bandwidth ${JSON.stringify(bandwidth)}, all entries are ${x[0]}`,
  );
}

/** Index of the first entry of an ascending list that is ≥ t, or if `after` of the first that is > t. */
function bound(ascending: ReadonlyVector, t: number, after: boolean): number {
  let lo = 0;
  let hi = ascending.length;
  while (lo < hi) {
    const mid = (lo + hi) >> 1;
    if (ascending[mid] < t || (after && ascending[mid] === t)) lo = mid + 1;
    else hi = mid;
  }
  return lo;
}

/** Beyond this many bandwidths the normal kernel is 0 in floating point. */
const REACH = 39;
const SQRT_2PI = Math.sqrt(2 * Math.PI);

/**
 * Kernel density estimate with the normal kernel φ: p̂(t) = (1/(n·h))·Σ φ((t − xᵢ)/h).
 *
 * The bandwidth h sets the smoothness: "scott" s·n^(−1/5), "silverman" s·(3n/4)^(−1/5), with s the
 * standard deviation (ddof 1), both meant for a single normal hump (Scott 1992; Silverman 1986) and
 * too smooth for several. As in SciPy; but a number is h itself, where SciPy's is a factor of s.
 * simple-statistics has another rule (1.06·min(s, IQR/1.34)·n^(−1/5)) and neither cdf nor sampling.
 *
 * @param x - At least 2 finite numbers, not all equal; 1 will do if h is given.
 * @param options - `bandwidth`, default "scott".
 * @returns `{ bandwidth, pdf, cdf, sample }`.
 * @throws TypeError, RangeError for bad x or bandwidth. pdf and cdf cost O(n) a point at most.
 * @example
 * stats.kde([0], { bandwidth: 1 }).pdf(0) // => 1 / Math.sqrt(2 * Math.PI)
 * stats.kde([-1, 1], { bandwidth: 0.5 }).cdf(0) // => 0.5
 */
export function kde(x: ReadonlyVector, options: KdeOptions = {}): Kde {
  requireVector("kde", "x", x, { minLength: 1 });
  requireOptions("kde", options, ["bandwidth"]);
  const { bandwidth = "scott" } = options;
  const h = chooseBandwidth(x, bandwidth);
  const ascending = sorted(x);
  const n = x.length;
  const unit = unitFor([maxAbs(x), h]);
  const [points, width] = [ascending.map((v) => v / unit), h / unit];
  const sumNear = (x0: number, f: (z: number) => number) => {
    const t = x0 / unit;
    const from = bound(points, t - REACH * width, false);
    const to = bound(points, t + REACH * width, true);
    let sum = 0;
    for (let i = from; i < to; i++) sum += f((t - points[i]) / width);
    return { from, sum };
  };
  const density = (t: number) => sumNear(t, (z) => expNegSquare(z, 0.5)).sum / SQRT_2PI / h / n;
  const distribution = (t: number) => {
    const { from, sum } = sumNear(t, ndtrAt);
    return (from + sum) / n;
  };
  return {
    bandwidth: h,
    pdf: (t) => elementwise("kde.pdf", "x", t, density),
    cdf: (t) => elementwise("kde.cdf", "x", t, distribution),
    sample: (random, size) => {
      requireRng("kde.sample", random);
      requireNumber("kde.sample", "n", size, { min: 0, integer: true });
      const centres = random.integers(0, n, size);
      return random.normal(0, h, size).map((e, i) => ascending[centres[i]] + e);
    },
  };
}
