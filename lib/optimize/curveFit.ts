import { jacobianAD } from "../calculus";
import {
  describeValue,
  type Matrix,
  type ReadonlyMatrix,
  type ReadonlyVector,
  requireBoolean,
  requireFunction,
  requireMatrix,
  requireOptions,
  requireVector,
  summarised,
  type Vector,
} from "../core";
import { dense, fromRows, unpack } from "../linalg/flat";
import { fit } from "./fitting/fit";
import { Residuals } from "./fitting/residuals";
import { requireStart } from "./fitting/start";
import type { FitOptions, LeastSquaresResult } from "./fitting/types";
import { whitening } from "./fitting/weights";

/** Options of `curveFit`. `X` is what the model takes: a number, or a row of xdata. */
export interface CurveFitOptions<X = number> extends FitOptions {
  /**
   * The derivatives of the model by the parameters, (x, p) ↦ vector of length n; or "dual" to compute with
   * dual numbers, for a model written with the functions of `calculus`. Default: difference quotients.
   */
  jac?: ((x: X, p: Vector) => Vector) | "dual";
  /** The standard deviation of each observation, length m, or their covariance matrix, m×m. Default: all 1. */
  sigma?: ReadonlyVector | ReadonlyMatrix;
  /**
   * Whether sigma is meant in the units of y. If not, only the ratios count, and the scale is estimated from
   * the residuals. Default false.
   */
  absoluteSigma?: boolean;
}

/** What `curveFit` returns. */
export interface CurveFitResult extends Omit<LeastSquaresResult, "x" | "grad" | "jac"> {
  /** The parameters of the best curve, length n. */
  parameters: Vector;
  /** The model at the data, f(xᵢ, p). */
  fitted: Vector;
  /** yᵢ − f(xᵢ, p). */
  residuals: Vector;
}

/**
 * Fits a curve y ≈ f(x; p) to data by nonlinear least squares: minimises ½·Σ ((yᵢ − f(xᵢ, p))/σᵢ)² over the
 * parameters p, as `leastSquares` does.
 *
 * The covariance of the parameters is s²·(JᵀJ)⁻¹, J the Jacobian of the weighed residuals: s² = 2·cost/(m − n)
 * is estimated from them, or is 1 with `absoluteSigma` (Bates & Watts 1988, "Nonlinear Regression Analysis",
 * section 2.3). The parameters plus or minus two standard errors are rough 95 % intervals.
 *
 * @param f - x, p ↦ the model at one observation: x is an entry of xdata, or a row if that is a matrix.
 * @param xdata - m numbers, or m rows.
 * @param ydata - m observations.
 * @param p0 - Where to start, length n, within the bounds.
 * @returns { parameters, covariance, standardErrors, fitted, residuals, cost, nit, nfev, njev, converged,
 * message, history }; nfev and njev count passes through all data.
 * @throws TypeError or RangeError for data, options or results of f of the wrong kind or length; LinAlgError
 * for a sigma that is not positive definite. Cost: that of `leastSquares`.
 * @example
 * const t = [0, 1, 2, 3], y = [5, 3, 2, 1.3]
 * const decay = optimize.curveFit((x, [a, k]) => a * Math.exp(-k * x), t, y, [1, 1])
 * decay.parameters.map((v) => Number(v.toFixed(4))) // => [4.9544, 0.4625]
 * decay.standardErrors.map((v) => Number(v.toFixed(3))) // => [0.099, 0.02]
 */
export function curveFit(
  f: (x: number, p: Vector) => number,
  xdata: ReadonlyVector,
  ydata: ReadonlyVector,
  p0: ReadonlyVector,
  options?: CurveFitOptions<number>,
): CurveFitResult;
export function curveFit(
  f: (x: Vector, p: Vector) => number,
  xdata: ReadonlyMatrix,
  ydata: ReadonlyVector,
  p0: ReadonlyVector,
  options?: CurveFitOptions<Vector>,
): CurveFitResult;
export function curveFit(
  f: ((x: number, p: Vector) => number) | ((x: Vector, p: Vector) => number),
  xdata: ReadonlyVector | ReadonlyMatrix,
  ydata: ReadonlyVector,
  p0: ReadonlyVector,
  options: CurveFitOptions<number> | CurveFitOptions<Vector> = {},
): CurveFitResult {
  const caller = "curveFit";
  requireFunction(caller, "f", f);
  const y = requireVector(caller, "ydata", ydata, { minLength: 1 }).slice();
  const m = y.length;
  const x = requireData(caller, xdata, m);
  requireOptions(caller, options, [
    "jac",
    "sigma",
    "absoluteSigma",
    "bounds",
    "loss",
    "lossScale",
    "tol",
    "maxIter",
  ]);
  const { jac, sigma, absoluteSigma = false } = options;
  requireBoolean(caller, "absoluteSigma", absoluteSigma);
  if (jac !== undefined && jac !== "dual") requireFunction(caller, "jac", jac);
  const { start, bounds } = requireStart(caller, "p0", p0, options.bounds);
  const white = whitening(caller, sigma, m);
  const model = f as (x: unknown, p: Vector) => unknown;
  const predict = (p: Vector, i: number) => {
    const value = model(x(i), p.slice());
    if (typeof value === "number") return value;
    throw new TypeError(`${caller}: f must return a number, got ${describeValue(value)}`);
  };
  const residuals = (p: Vector): Vector => {
    const r = dense(m, 1);
    for (let i = 0; i < m; i++) r.data[i] = predict(p, i) - y[i];
    return Array.from(white(r).data.subarray(0, m));
  };
  const slopes = (p: Vector): Matrix => {
    const rows = y.map((_, i) => slopesAt(i, p));
    return unpack(white(fromRows(rows)));
  };
  const slopesAt = (i: number, p: Vector): Vector => {
    const dual = () => jacobianAD((q: never) => [model(x(i), q)] as never)(p as never)[0];
    const row: unknown =
      jac === "dual" ? dual() : (jac as CurveFitOptions["jac"] & object)(x(i) as never, p.slice());
    const rule = { length: p.length, lengthOf: "length of p0", allowNonFinite: true };
    return requireVector(caller, "the result of jac", row, rule).slice(); // it may come again
  };
  const problem = new Residuals(caller, residuals, jac && slopes, bounds);
  const found = fit(problem, start, bounds, options, absoluteSigma ? 1 : undefined);
  const fitted = y.map((_, i) => predict(found.x, i));
  const { x: parameters, grad: _, jac: __, ...rest } = found;
  return summarised("curve fit", {
    ...rest,
    parameters,
    fitted,
    residuals: y.map((v, i) => v - fitted[i]),
  });
}

/** xdata as a function of the number of the observation; rows are copied, for f may write to them. */
function requireData(caller: string, xdata: unknown, m: number): (i: number) => number | Vector {
  if (Array.isArray(xdata) && Array.isArray(xdata[0])) {
    const X = requireMatrix(caller, "xdata", xdata, { rows: m, rowsOf: "length of ydata" });
    return (i) => X[i].slice();
  }
  const x = requireVector(caller, "xdata", xdata, { length: m, lengthOf: "length of ydata" });
  return (i) => x[i];
}
