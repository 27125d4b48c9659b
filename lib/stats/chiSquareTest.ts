import {
  type Matrix,
  type ReadonlyMatrix,
  type ReadonlyVector,
  requireBoolean,
  requireNumber,
  requireVector,
  summarised,
  type Vector,
} from "../core";
import { chiSquare } from "../prob";
import { contingency, requireCounts, totalOf } from "./arguments/contingency";
import { requireTestOptions } from "./inference/options";

/** Options of `chiSquareTest` for a vector of counts (goodness of fit). */
export interface FitOptions {
  /** Expected counts, with the total of the observed ones. Default: all equal. */
  expected?: ReadonlyVector;
  /** Parameters that were estimated from the counts: degrees of freedom are k − 1 − ddof. Default 0. */
  ddof?: number;
}

/** Options of `chiSquareTest` for a table of counts (independence). */
export interface IndependenceOptions {
  /** Yates' continuity correction, applied to 2×2 tables only. Default true, as in R and SciPy. */
  yates?: boolean;
}

/** What `chiSquareTest` returns; `expected` and `residuals` have the shape of the counts. */
export interface ChiSquareResult<T> {
  /** χ² = Σ(O − E)²/E. */
  statistic: number;
  pValue: number;
  df: number;
  /** The expected counts E. */
  expected: T;
  /** Pearson's residuals (O − E)/√E, which show where the misfit lies. */
  residuals: T;
  /** What makes the approximation doubtful: expected counts below 5. */
  warnings: string[];
}

const caller = "chiSquareTest";

function result<T>(
  observed: ReadonlyVector,
  expected: ReadonlyVector,
  df: number,
  correction: number,
  shape: (values: number[]) => T,
): ChiSquareResult<T> {
  const statistic = observed.reduce((sum, o, i) => {
    const gap = Math.abs(o - expected[i]);
    const part = gap - Math.min(correction, gap);
    return sum + part * (part / expected[i]); // the square itself may overflow
  }, 0);
  const small = expected.filter((e) => e < 5).length;
  const warnings =
    small > 0
      ? [`${small} of ${expected.length} expected counts are below 5: the p-value is approximate`]
      : [];
  return summarised("chi-square test", {
    statistic,
    pValue: chiSquare(df).sf(statistic),
    df,
    expected: shape([...expected]),
    residuals: shape(observed.map((o, i) => (o - expected[i]) / Math.sqrt(expected[i]))),
    warnings,
  });
}

function goodnessOfFit(observed: ReadonlyVector, options: FitOptions): ChiSquareResult<Vector> {
  requireVector(caller, "observed", observed, { minLength: 2 });
  requireCounts(caller, "observed", observed);
  requireTestOptions(caller, options, ["expected", "ddof"]);
  const k = observed.length;
  const total = totalOf(caller, observed, "observed");
  const { expected = observed.map(() => total / k), ddof = 0 } = options;
  requireVector(caller, "expected", expected, { length: k, lengthOf: "length of observed" });
  if (total === 0) throw new RangeError(`${caller}: observed must not be all zeros`);
  expected.forEach((e, i) => {
    requireNumber(caller, `expected[${i}]`, e, { above: 0 });
  });
  const expectedTotal = totalOf(caller, expected, "expected");
  if (Math.abs(expectedTotal - total) > 1e-8 * total) {
    throw new RangeError(
      `${caller}: expected must have the total of observed, ${total}, got ${expectedTotal}`,
    );
  }
  requireNumber(caller, "ddof", ddof, { min: 0, max: k - 2, integer: true });
  return result(observed, expected, k - 1 - ddof, 0, (v) => v);
}

function independence(table: Matrix, options: IndependenceOptions): ChiSquareResult<Matrix> {
  requireTestOptions(caller, options, ["yates"]);
  const { yates = true } = options;
  requireBoolean(caller, "yates", yates);
  const { rows, cols, total } = contingency(caller, "observed", table);
  const expected = rows.flatMap((a) => cols.map((b) => (a / total) * b));
  const c = cols.length;
  const shape = (v: number[]) => table.map((_, i) => v.slice(i * c, (i + 1) * c));
  const df = (rows.length - 1) * (c - 1);
  return result(table.flat(), expected, df, yates && df === 1 ? 0.5 : 0, shape);
}

/**
 * Pearson's chi-square test: χ² = Σ(O − E)²/E over all cells against the law χ²(df) (Pearson 1900).
 *
 * For a vector of k counts it tests goodness of fit, df = k − 1 − ddof. For an r×c table it tests
 * independence of rows and columns, Eᵢⱼ = (row total)·(column total)/total, df = (r − 1)(c − 1); 2×2
 * tables get Yates' correction, |O − E| less ½ (but not below 0). simple-statistics looks its p-value
 * up in a table of a few levels; ours is the survival function.
 *
 * @param observed - Counts ≥ 0: a vector of at least 2, or a matrix of at least 2×2 without empty rows or columns.
 * @param options - For a vector `expected`, `ddof`; for a matrix `yates`.
 * @returns `{ statistic, pValue, df, expected, residuals, warnings }`.
 * @throws TypeError, RangeError for counts that are not such, or totals that differ. O(cells).
 * @example
 * stats.chiSquareTest([16, 18, 16, 14, 12, 12]).statistic // => 2
 * stats.chiSquareTest([[10, 20], [20, 40]]).expected // => [[10, 20], [20, 40]]
 */
export function chiSquareTest(
  observed: ReadonlyVector,
  options?: FitOptions,
): ChiSquareResult<Vector>;
export function chiSquareTest(
  observed: ReadonlyMatrix,
  options?: IndependenceOptions,
): ChiSquareResult<Matrix>;
export function chiSquareTest(
  observed: ReadonlyVector | ReadonlyMatrix,
  options: FitOptions | IndependenceOptions = {},
  ...further: unknown[]
): ChiSquareResult<Vector> | ChiSquareResult<Matrix> {
  if (further.length > 0) {
    throw new TypeError(
      `${caller}: expected counts and ddof go into one object of options, got ${further.length} more`,
    );
  }
  return Array.isArray(observed) && Array.isArray(observed[0])
    ? independence(observed as Matrix, options as IndependenceOptions)
    : goodnessOfFit(observed as Vector, options as FitOptions);
}
