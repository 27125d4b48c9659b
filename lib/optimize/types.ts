import type { Matrix, Vector } from "../core";

/** A function to be minimised: a point in, a number out. */
export type Scalar = (x: Vector) => number;

/** The gradient of a function: a point in, the vector of partial derivatives out. */
export type Gradient = (x: Vector) => Vector;

/** A function that returns its value and its gradient at once, as `calculus.valueAndGrad(f)` does. */
export type ValueAndGradient = (x: Vector) => { value: number; grad: Vector };

/** Lower and upper bound of one variable; ±Infinity where there is none. */
export type Bound = readonly [lower: number, upper: number];

/** One point of the path that an optimiser takes. */
export interface HistoryEntry {
  /** The point. */
  x: Vector;
  /** The function there. */
  fun: number;
  /**
   * The largest |∂f/∂xᵢ| there, which is what `tol` is compared with (with bounds, of the projected
   * gradient). NaN for Nelder–Mead, which uses no gradient.
   */
  gradNorm: number;
  /** The step length that led here: the multiple of the search direction; 0 at the start. */
  step: number;
  /** Nelder–Mead only: the corners of the simplex, best first. */
  simplex?: Vector[];
}

/** What an optimiser returns. */
export interface MinimizeResult {
  /** The last point reached. */
  x: Vector;
  /** The function there. */
  fun: number;
  /** The gradient there; empty for Nelder–Mead. */
  grad: Vector;
  /** Number of iterations. */
  nit: number;
  /** Number of evaluations of f, those for finite differences included. */
  nfev: number;
  /** Number of evaluations of the gradient. */
  ngev: number;
  /** Whether the stopping test was met. */
  converged: boolean;
  /** Why it stopped, in words. */
  message: string;
  /** The path: the start, then every `historyEvery`-th iterate, and the last. */
  history: HistoryEntry[];
}

/** The Hessian of a function: a point in, the n×n matrix of second derivatives out. */
export type Hessian = (x: Vector) => Matrix;

/** A point and a vector v in, the product ∇²f(x)·v out. */
export type HessianVector = (x: Vector, v: Vector) => Vector;
