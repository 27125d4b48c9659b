import type { Matrix, ReadonlyVector } from "../../core";

/** The methods of `root`. */
export type RootMethod = "brent" | "secant" | "newton";

/** Options of `root`. `X` is number for one equation in one unknown, number[] for a system. */
export interface RootOptions<X = number> {
  /** Default "brent" with a bracket, "secant" from a number, "newton" from a vector. */
  method?: RootMethod;
  /** brent: an interval [a, b] with f(a) and f(b) of opposite signs, in the place of x0. */
  bracket?: ReadonlyVector;
  /** newton: the derivative of f, or the Jacobian of F. Default: difference quotients. */
  jac?: (x: X) => X extends number ? number : Matrix;
  /**
   * brent: length of the interval; secant: length of the last step, relative to 1 + |x|; newton: size of
   * each |Fᵢ|, relative to the size of equation i where that is below 1. Default 1e-12 for brent and
   * secant, 1e-10 for newton.
   */
  tol?: number;
  /** Stop, not converged, after so many iterations. Default 100. */
  maxIter?: number;
}

/** One point of the path of `root`. */
export interface RootHistoryEntry<X = number> {
  x: X;
  /** f(x). */
  fun: X;
  /** brent, secant: x minus the point before; newton: the part of Newton's step that was taken. */
  step: number;
  /** The interval that holds the root, where one is known. */
  bracket?: [number, number];
}

/** What `root` returns. */
export interface RootResult<X = number> {
  x: X;
  /** f(x), near zero if it converged. */
  fun: X;
  nit: number;
  /** Number of evaluations of f, those for difference quotients included. */
  nfev: number;
  converged: boolean;
  message: string;
  history: RootHistoryEntry<X>[];
}

/** What the methods are given. */
export interface RootRun<X = number> {
  tol: number;
  maxIter: number;
  record: (entry: RootHistoryEntry<X>) => void;
}

/** How a method ended. */
export interface RootEnd {
  converged: boolean;
  message: string;
}
