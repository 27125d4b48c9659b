import {
  type ReadonlyVector,
  requireFunction,
  requireNumber,
  requireOptions,
  requireVector,
} from "../core";
import { integrate } from "./quadrature/adapt";
import { checked, piecesOf } from "./quadrature/pieces";

/** Options of `quad`. */
export interface QuadOptions {
  /** The absolute error that is good enough. Default 0: the relative one decides. */
  epsabs?: number;
  /** The relative error that is good enough. Default 1e-10. */
  epsrel?: number;
  /** Into how many intervals the range is cut at most. Default 500. */
  limit?: number;
  /**
   * Points inside of the range at which f has a singularity, a jump or a kink, or where a narrow peak
   * stands. It is cut there.
   */
  points?: ReadonlyVector;
}

/** What `quad` found. */
export interface QuadResult {
  /** The integral. */
  value: number;
  /** An estimate of |value − ∫f|. */
  error: number;
  /** Whether the error is within what was asked for, or within rounding. */
  converged: boolean;
  /** Why it ended. */
  message: string;
  /** How often f was evaluated. */
  nfev: number;
}

const EXACT = { value: 0, error: 0, converged: true, message: "the range is empty", nfev: 0 };

/**
 * The integral ∫f(x)dx from a to b, either of which may be infinite, by adaptive Gauss–Kronrod
 * quadrature: rules of 10 and 21 points on intervals, of which the one with the largest error is
 * halved until all together are good enough. Singularities at the ends or at `points` are dealt with by
 * extrapolation, an infinite range by x = c ± s(1 − t)/t.
 *
 * f is never evaluated at the ends and at `points`. A peak much narrower than the range may go unseen
 * unless one of `points` is at it.
 *
 * @param a - May be greater than b: then it is −∫ from b to a.
 * @param f - From a number to a number.
 * @param b - The other end; both may be infinite.
 * @returns { value, error, converged, message, nfev }; without convergence the best that was found.
 * @throws TypeError if f is no function, or returns no number; RangeError if it returns NaN or ±∞ (a
 * pole that is met), a or b is NaN, or an option is out of its range.
 * Cost: 69 evaluations of f where it is smooth, 46 for each further halving, some 35 to try where an
 * infinite range or one of `points` begins.
 * Source: Piessens, de Doncker, Überhuber, Kahaner 1983, QUADPACK (QAGS, QAGI, QAGP).
 * @example
 * calculus.quad(Math.sin, 0, Math.PI).value // => 2
 * calculus.quad((x) => Math.exp(-x * x), -Infinity, Infinity).value // => Math.sqrt(Math.PI)
 * calculus.quad((x) => 1 / Math.sqrt(x), 0, 1).value // => 2
 * calculus.quad((x) => Math.log(Math.abs(x - 0.3)), 0, 1, { points: [0.3] }).converged // => true
 * calculus.quad((x) => 1 / x, 0, 1).converged // => false
 */
export function quad(
  f: (x: number) => number,
  a: number,
  b: number,
  options: QuadOptions = {},
): QuadResult {
  requireFunction("quad", "f", f);
  requireNumber("quad", "a", a, { allowInfinite: true });
  requireNumber("quad", "b", b, { allowInfinite: true });
  requireOptions("quad", options, ["epsabs", "epsrel", "limit", "points"]);
  const { epsabs = 0, epsrel = 1e-10, limit = 500, points = [] } = options;
  requireNumber("quad", "epsabs", epsabs, { min: 0 });
  requireNumber("quad", "epsrel", epsrel, { min: 0 });
  requireNumber("quad", "limit", limit, { min: 1, integer: true });
  const [lo, hi] = a < b ? [a, b] : [b, a];
  const cuts = [...new Set(requireVector("quad", "points", points))].sort((p, q) => p - q);
  for (const point of cuts) requireNumber("quad", "points", point, { above: lo, below: hi });
  if (lo === hi) return EXACT;

  let nfev = 0;
  const count = () => nfev++;
  const value = checked(f, count);
  const trial = (x: number): number => {
    count();
    const y: unknown = f(x);
    return typeof y === "number" ? y : Number.NaN;
  };
  const found = integrate(piecesOf(value, trial, lo, hi, cuts), { epsabs, epsrel, limit });
  return { ...found, value: a < b ? found.value : -found.value, nfev };
}
