import { jacobianAD } from "../../calculus";
import { requireFunction, requireMatrix, requireVector, type Vector } from "../../core";
import { type Dense, dense, fromRows } from "../../linalg/flat";
import { differenceStep } from "../descent/differences";
import { maxAbs, powerOfTwo } from "../kernels/vectors";
import type { Bound } from "../types";
import type { LeastSquaresOptions } from "./types";

/** The square of it, and of its inverse, is well within the doubles. */
const HUGE = 1e100;

/** A residual function and its Jacobian, with what they return checked and how often they are called counted. */
export class Residuals {
  nfev = 0;
  njev = 0;
  /**
   * A power of two that residuals and Jacobian are divided by, so that squares neither over- nor underflow: 1, but
   * where the residuals at the start are huge or tiny.
   */
  unit = 1;
  private m: number | null = null;
  /** The largest |xⱼ| so far. */
  private reach: Vector = [];

  constructor(
    readonly caller: string,
    private readonly f: (x: Vector) => Vector,
    private readonly jac: LeastSquaresOptions["jac"],
    private readonly bounds: readonly Bound[] | undefined,
  ) {
    requireFunction(caller, "f", f);
    if (jac !== undefined && jac !== "dual") requireFunction(caller, "jac", jac);
  }

  /** The error of the Jacobian relative to its size: what rounding does to difference quotients. */
  get error(): number {
    return this.jac === undefined ? 1e-11 : 0;
  }

  /** r(x), which may hold NaN or infinities. */
  value(x: Vector): Float64Array {
    // The functions of calculus refuse what is not a number; after the start that is a step too long.
    if (this.jac !== "dual" || this.m === null) return this.plain(x);
    try {
      return this.plain(x);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return new Float64Array(this.m).fill(Number.NaN);
    }
  }

  private plain(x: Vector): Float64Array {
    this.nfev++;
    const rule = {
      ...(this.m === null ? { minLength: 1 } : { length: this.m, lengthOf: "its length at x0" }),
      allowNonFinite: true,
    };
    const r = requireVector(this.caller, "the result of f", this.f(x.slice()), rule);
    if (this.m === null) {
      const size = maxAbs(r);
      if (size > HUGE || (size > 0 && size < 1 / HUGE)) this.unit = powerOfTwo(size);
    }
    this.m = r.length;
    return Float64Array.from(r, (v) => v / this.unit);
  }

  /** The m×n Jacobian at x. */
  jacobian(x: Vector, r: Float64Array): Dense {
    this.njev++;
    if (this.jac === undefined) return this.quotients(x, r);
    const J = this.jac === "dual" ? jacobianAD(this.f as never)(x as never) : this.jac(x.slice());
    const [rows, cols] = [r.length, x.length];
    const shape = { rows, cols, rowsOf: "length of f(x)", colsOf: "length of x0" };
    const rule = { ...shape, allowNonFinite: true };
    const packed = fromRows(requireMatrix(this.caller, "the result of jac", J, rule));
    return { ...packed, data: packed.data.map((v) => v / this.unit) };
  }

  /**
   * Central difference quotients within the bounds, one-sided of second order where there is no room. The
   * step goes by the size of each parameter, which may be any, now or (a thousandth of it) so far. Cost: 2n
   * evaluations.
   */
  private quotients(x: Vector, r: Float64Array): Dense {
    const J = dense(r.length, x.length);
    this.reach = x.map((v, j) => Math.max(Math.abs(v), this.reach[j] ?? 0));
    x.forEach((v, j) => {
      const [lower, upper] = this.bounds?.[j] ?? [-Infinity, Infinity];
      const at = (w: number) => this.value([...x.slice(0, j), w, ...x.slice(j + 1)]);
      const wish = differenceStep(v, this.reach[j] / 1000 || 1);
      if (v - wish >= lower && v + wish <= upper) {
        const [right, left] = [at(v + wish), at(v - wish)];
        const width = v + wish - (v - wish);
        for (let i = 0; i < r.length; i++) J.data[i * J.cols + j] = (right[i] - left[i]) / width;
        return;
      }
      const room = upper - v > v - lower ? upper - v : lower - v;
      const h = Math.sign(room) * Math.min(wish, Math.abs(room) / 2);
      if (h === 0) return;
      const [near, far] = [at(v + h), at(v + 2 * h)];
      for (let i = 0; i < r.length; i++) {
        J.data[i * J.cols + j] = (-3 * r[i] + 4 * near[i] - far[i]) / (2 * h);
      }
    });
    return J;
  }
}
