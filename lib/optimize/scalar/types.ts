import type { ReadonlyVector } from "../../core";

/** The methods of `minimizeScalar`. */
export type ScalarMethod = "brent" | "golden" | "bounded";

/** Options of `minimizeScalar`. */
export interface MinimizeScalarOptions {
  /** Default "bounded" with bounds, else "brent". */
  method?: ScalarMethod;
  /**
   * brent, golden: [a, b, c] with f(b) below f(a) and f(c), a < b < c or a > b > c; or two points [a, b] to
   * go downhill from until there is such a triple. Default [0, 1].
   */
  bracket?: ReadonlyVector;
  /** bounded: the interval [a, b] to stay in. */
  bounds?: ReadonlyVector;
  /**
   * Stop when x is known to this, relative to |x|. Below √ε, about 1.5e-8, values of f no longer tell points
   * apart. Default 1.5e-8.
   */
  tol?: number;
  /** Stop, not converged, after so many iterations. Default 500. */
  maxIter?: number;
}

/** One point of the path of `minimizeScalar`. */
export interface ScalarHistoryEntry {
  /** The best point so far. */
  x: number;
  fun: number;
  /** The interval that holds a minimum. */
  bracket: [number, number];
}

/** What `minimizeScalar` returns. */
export interface MinimizeScalarResult {
  x: number;
  fun: number;
  nit: number;
  nfev: number;
  converged: boolean;
  message: string;
  history: ScalarHistoryEntry[];
}

/** A function whose NaN counts as +∞, worse than anything. */
export type Value = (x: number) => number;

/** Two ends and a point between them where f is no higher. */
export interface Triple {
  a: number;
  b: number;
  c: number;
  fb: number;
}

/** What the methods are given. */
export interface ScalarRun {
  f: Value;
  tol: number;
  maxIter: number;
  record: (entry: ScalarHistoryEntry) => void;
}

/** The share of an interval that the golden section cuts off: (3 − √5)/2. */
export const GOLDEN = (3 - Math.sqrt(5)) / 2;

/** How near to x the minimum must be known: tol·|x|, but no nearer than tol² of the first interval. */
export const resolution = (tol: number, x: number, width: number): number =>
  Math.max(tol, Number.EPSILON) * Math.abs(x) + Math.max(tol * tol, 2 ** -100) * width;
