import {
  describeValue,
  type Matrix,
  maxOf,
  type ReadonlyMatrix,
  type ReadonlyVector,
  requireFunction,
  requireMatrix,
  requireNumber,
  requireVector,
  type Vector,
} from "../core";
import { estimate } from "./differences/estimate";
import { requireValue } from "./differences/quotient";
import { type DifferenceOptions, scheme } from "./differences/stencil";
import type { Scalar } from "./tracking/types";

/** What `checkGrad` found. */
export interface GradientCheck {
  /** The largest |got − expected| of all entries. */
  maxAbsError: number;
  /**
   * The largest |got − expected| / max(|got|, |expected|), where a difference that is within the
   * estimated error of differencing counts as none.
   */
  maxRelError: number;
  /** The worst entry: the place in a vector, [row, column] in a matrix, 0 for a number. */
  index: number | [number, number];
  /** The derivative by finite differences at the worst entry. */
  expected: number;
  /** The derivative as g gives it there. */
  got: number;
  /** Whether the differences could be trusted at every entry; see `derivativeEstimate`. */
  converged: boolean;
}

/** A number, vector or matrix as rows, checked and copied. */
function rowsOf(name: string, x: unknown): Matrix {
  if (typeof x === "number") return [[requireNumber("checkGrad", name, x)]];
  const isMatrix = Array.isArray(x) && Array.isArray(x[0]);
  const rows = isMatrix
    ? requireMatrix("checkGrad", name, x)
    : [requireVector("checkGrad", name, x)];
  return rows.map((row) => row.slice());
}

/**
 * Checks a gradient g of f against finite differences of f at x and reports the entry that disagrees
 * most. By default the differences are central and of order 4. The step is chosen as by `derivativeEstimate`
 * (MML 5.1 has the quotient).
 *
 * @param f - A function of a number, vector or matrix with plain numbers.
 * @param g - Its gradient as it is to be checked, of the shape of x.
 * @param x - Where: number, vector or matrix.
 * @returns `{ maxAbsError, maxRelError, index, expected, got, converged }`: see {@link GradientCheck}.
 * @throws TypeError if f or g is not a function; RangeError if f(x) or g(x) is not finite, or g(x) has
 * not the shape of x. Cost: some 30 evaluations of f for each entry of x, and one of g.
 * @example
 * calculus.checkGrad(([x, y]) => x * y, ([x, y]) => [y, x], [2, 3]).maxRelError // => 0
 * calculus.checkGrad(([x, y]) => x * y, ([x, y]) => [y, y], [2, 3]).index // => 1
 */
export function checkGrad(
  f: (x: Vector) => Scalar,
  g: (x: Vector) => Vector,
  x: ReadonlyVector,
  options?: DifferenceOptions,
): GradientCheck;
export function checkGrad(
  f: (x: Matrix) => Scalar,
  g: (x: Matrix) => Matrix,
  x: ReadonlyMatrix,
  options?: DifferenceOptions,
): GradientCheck;
export function checkGrad(
  f: (x: number) => Scalar,
  g: (x: number) => number,
  x: number,
  options?: DifferenceOptions,
): GradientCheck;
export function checkGrad(
  f: (x: never) => Scalar,
  g: (x: never) => unknown,
  x: unknown,
  options: DifferenceOptions = { order: 4 },
): GradientCheck {
  requireFunction("checkGrad", "f", f);
  requireFunction("checkGrad", "g", g);
  const s = scheme("checkGrad", options, 1);
  const rows = rowsOf("x", x);
  const shaped = (A: Matrix): Matrix | Vector | number => {
    if (typeof x === "number") return A[0][0];
    return Array.isArray((x as Matrix | Vector)[0]) ? A : A[0];
  };
  const copy = () => rows.map((row) => row.slice());
  const gradient = g(shaped(copy()) as never);
  const got = rowsOf("g(x)", gradient);
  if (got.length !== rows.length || got.some((row, i) => row.length !== rows[i].length)) {
    throw new RangeError(
      `checkGrad: g(x) must have the shape of x, ${describeValue(x)}, got ${describeValue(gradient)}`,
    );
  }
  const entries = rows.flatMap((row, i) =>
    row.map((xij, j) => {
      const along = (t: number): number => {
        const point = copy();
        point[i][j] += t;
        const where = `${xij + t} in place of ${xij} (entry ${j})`;
        return requireValue("checkGrad", f(shaped(point) as never), where);
      };
      const { value: expected, error, converged } = estimate(along, xij, s);
      const absolute = Math.abs(got[i][j] - expected);
      const size = Math.max(Math.abs(got[i][j]), Math.abs(expected));
      const relative = absolute <= error ? 0 : absolute / size;
      return { i, j, expected, got: got[i][j], absolute, relative, converged };
    }),
  );
  if (entries.length === 0) throw new RangeError("checkGrad: x must have at least 1 entry, got 0");
  const [worst] = entries
    .slice()
    .sort((a, b) => b.relative - a.relative || b.absolute - a.absolute);
  return {
    maxAbsError: maxOf(entries.map((entry) => entry.absolute)),
    maxRelError: worst.relative,
    index: shaped(rows) === rows ? [worst.i, worst.j] : worst.j,
    expected: worst.expected,
    got: worst.got,
    converged: entries.every((entry) => entry.converged),
  };
}
