import {
  GAUSS,
  highestPolynomials,
  interpolationWeights,
  KRONROD,
  KRONROD_MIDDLE,
  POINTS,
} from "./points";

/** The two polynomials of highest degree that are orthonormal on the 21 points, weighed by Kronrod. */
const [ODD, EVEN] = highestPolynomials();

/** What of those two is in f, in units of the difference of the rules. */
const NULL_RULES = 0.5;

/**
 * Between an end and the first point a jump goes unseen. So f is looked up this close to each end too, in
 * units of half the interval, and compared with the polynomial through the 21 points.
 */
const NEAR_END = 2e-6;
const GAP = 1 - POINTS[0];

/** What is larger than this beside the rest of f is no singularity that could be integrated. */
const SINGULAR = 1e7;
const [AT_END_BELOW, AT_END_ABOVE, AT_END_MIDDLE] = interpolationWeights(1 - NEAR_END);

/** No estimate is smaller than this many units of rounding of ∫|f|. */
const ROUNDING = 50 * Number.EPSILON;

/**
 * What an end of an interval is: one inside of the range, an end of the range, where a singularity is no
 * surprise, or one that stands for infinity, which must not be approached.
 */
export type End = "inner" | "outer" | "infinite";

/** What a rule finds on an interval. */
export interface Estimate {
  area: number;
  error: number;
  /** ∫|f|. */
  absolute: number;
  /** The largest |f| that was met. */
  largest: number;
}

/**
 * ∫f over [lo, hi] by the 21 points, exact for polynomials up to degree 31. The error comes from the
 * difference to the 10 among them, which is far too large an estimate where f is smooth: it is brought
 * down by the power 3/2, relative to ∫|f − mean| (QUADPACK 2.2.1.2), but not below twice the difference. Jumps may lie so that both rules err
 * alike; so the parts of degree 19 and 20 in f, to which both are blind, count as a difference too
 * (null rules; Lyness 1965, Berntsen & Espelid 1991).
 */
export function kronrod(
  f: (x: number) => number,
  lo: number,
  hi: number,
  ends: readonly [End, End] = ["outer", "outer"],
): Estimate {
  const middle = lo / 2 + hi / 2;
  const half = hi / 2 - lo / 2;
  const center = f(middle);
  const below = new Array<number>(POINTS.length);
  const above = new Array<number>(POINTS.length);
  let fine = KRONROD_MIDDLE * center;
  let absolute = Math.abs(fine);
  let coarse = 0;
  let largest = Math.abs(center);
  let odd = 0;
  let even = EVEN[POINTS.length] * center;
  for (let k = 0; k < POINTS.length; k++) {
    const t = half * POINTS[k];
    below[k] = f(middle - t);
    above[k] = f(middle + t);
    const both = below[k] + above[k];
    fine += KRONROD[k] * both;
    absolute += KRONROD[k] * (Math.abs(below[k]) + Math.abs(above[k]));
    largest = Math.max(largest, Math.abs(below[k]), Math.abs(above[k]));
    odd += ODD[k] * (above[k] - below[k]);
    even += EVEN[k] * both;
    if (k % 2 === 1) coarse += GAUSS[(k - 1) / 2] * both;
  }
  const mean = fine / 2;
  let spread = KRONROD_MIDDLE * Math.abs(center - mean);
  for (let k = 0; k < POINTS.length; k++) {
    spread += KRONROD[k] * (Math.abs(below[k] - mean) + Math.abs(above[k] - mean));
  }
  const difference = Math.max(Math.abs(fine - coarse), NULL_RULES * Math.hypot(odd, even));
  let atLo = AT_END_MIDDLE * center;
  let atHi = atLo;
  for (let k = 0; k < POINTS.length; k++) {
    atLo += AT_END_ABOVE[k] * below[k] + AT_END_BELOW[k] * above[k];
    atHi += AT_END_ABOVE[k] * above[k] + AT_END_BELOW[k] * below[k];
  }
  const surprise = (x: number, expected: number, end: End): number => {
    if (end === "infinite" || x <= lo || x >= hi) return 0;
    const miss = Math.abs(f(x) - expected);
    const singular = end === "outer" && miss < SINGULAR * spread;
    return singular ? Math.min(GAP * miss, 10 * spread) : GAP * miss;
  };
  const unseen =
    surprise(lo + NEAR_END * half, atLo, ends[0]) + surprise(hi - NEAR_END * half, atHi, ends[1]);
  const smooth =
    spread === 0 ? difference : spread * Math.min(1, (200 * difference) / spread) ** 1.5;
  return {
    area: fine * half,
    error: Math.max(smooth, 2 * difference, unseen, ROUNDING * absolute) * half,
    absolute: absolute * half,
    largest,
  };
}
