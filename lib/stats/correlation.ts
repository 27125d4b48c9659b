import {
  type Matrix,
  type ReadonlyMatrix,
  type ReadonlyVector,
  requireOneOf,
  requireOptions,
} from "../core";
import { pairOrColumns, symmetricMatrix } from "./arguments/pairOrColumns";
import { centre, powerSum, productSum } from "./moments/centre";
import { kendallTau } from "./ranks/kendall";
import { rankWithTies } from "./ranks/midranks";

/** Options of `correlation`. */
export interface CorrelationOptions {
  /**
   * "pearson" (default): strength of a linear relation. "spearman": Pearson's of the midranks.
   * "kendall": τ_b, concordant less discordant pairs, corrected for ties.
   */
  method?: "pearson" | "spearman" | "kendall";
}

/** A sample prepared once for all the pairs it takes part in: Pearson's r of `d`, or τ of `raw`. */
interface Prepared {
  raw: ReadonlyVector;
  d: ReadonlyVector;
  square: number;
}

/** The correlation of two prepared samples; rounding may not carry it past ±1. */
function ofPair(a: Prepared, b: Prepared, method: string): number {
  if (method === "kendall") return kendallTau(a.raw, b.raw);
  const r = productSum(a.d, b.d) / Math.sqrt(a.square * b.square);
  return Math.max(-1, Math.min(1, r));
}

/**
 * The correlation of two samples, or the d×d correlation matrix of the columns of X: n×d.
 *
 * Pearson's r = Σ(xᵢ − x̄)(yᵢ − ȳ)/√(Σ(xᵢ − x̄)²·Σ(yᵢ − ȳ)²) (MML 6.4.2, Definition 6.8); Spearman's ρ is r of
 * the midranks; Kendall's τ_b = (C − D)/√((P − Tx)(P − Ty)) over all P pairs, ties counted out
 * (Kendall 1945). All lie in [−1, 1].
 *
 * simple-statistics' `sampleCorrelation` is NaN for a constant sample and where squares over- or
 * underflow, and it has no τ.
 *
 * @param x - n ≥ 2 numbers, or the matrix X: n×d.
 * @param y - n numbers.
 * @param options - `method`, default "pearson".
 * @returns A number, or for a matrix the symmetric d×d matrix with unit diagonal.
 * @throws RangeError if a sample is constant (its correlation is 0/0), too short, or lengths differ.
 * O(n·d²), Kendall O(n log n·d²).
 * @example
 * stats.correlation([1, 2, 3], [2, 4, 6]) // => 1
 * stats.correlation([1, 2, 3, 4], [1, 4, 9, 16], { method: "spearman" }) // => 1
 * stats.correlation([1, 2, 3], [1, 3, 2], { method: "kendall" }) // => 1 / 3
 */
export function correlation(X: ReadonlyMatrix, options?: CorrelationOptions): Matrix;
export function correlation(
  x: ReadonlyVector,
  y: ReadonlyVector,
  options?: CorrelationOptions,
): number;
export function correlation(
  first: ReadonlyVector | ReadonlyMatrix,
  ...rest: readonly unknown[]
): number | Matrix {
  const data = pairOrColumns<CorrelationOptions>("correlation", first, rest, 2);
  requireOptions("correlation", data.options, ["method"]);
  const { method = "pearson" } = data.options;
  requireOneOf("correlation", "method", method, ["pearson", "spearman", "kendall"]);
  const prepare = (x: ReadonlyVector, name: string): Prepared => {
    if (x.every((v) => v === x[0])) {
      throw new RangeError(`correlation: ${name} must not be constant, all entries are ${x[0]}`);
    }
    const { d } = centre(method === "pearson" ? x : rankWithTies(x).ranks);
    return { raw: x, d, square: powerSum(d, 2) };
  };
  if (!data.columns) return ofPair(prepare(data.x, "x"), prepare(data.y, "y"), method);
  const columns = data.columns.map((x, j) => prepare(x, `column ${j} of X`));
  return symmetricMatrix(columns, (a, b) => (a === b ? 1 : ofPair(a, b, method)));
}
