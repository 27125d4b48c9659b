import { describeValue } from "./describe";
import { requireNumber, requireOptions } from "./guards";

/** Anything `allClose` compares: numbers, or arrays of them nested to any depth. */
export type Numeric = number | ArrayLike<number> | readonly Numeric[];

/** Tolerances of `allClose`. */
export interface AllCloseOptions {
  /** Relative to the magnitude of the entry of `b`. Default 1e-9. */
  rtol?: number;
  /** Absolute. Default 0. */
  atol?: number;
  /** Whether NaN equals NaN. Default false. */
  equalNaN?: boolean;
}

/**
 * Whether two numbers, vectors or matrices agree entry by entry: |aᵢ − bᵢ| ≤ atol + rtol·|bᵢ|.
 *
 * As in NumPy, `b` is the reference. Equal infinities agree. Shapes that differ do not agree (there
 * is no broadcasting).
 *
 * @param a - Number or nested array.
 * @param b - Reference of the same shape.
 * @throws TypeError if either holds something that is not a number; RangeError for a negative
 * tolerance or an unknown option.
 * @example
 * allClose([0.1 + 0.2], [0.3]) // => true
 * allClose([1, 2], [1, 2.001]) // => false
 */
export function allClose(a: Numeric, b: Numeric, options: AllCloseOptions = {}): boolean {
  requireOptions("allClose", options, ["rtol", "atol", "equalNaN"]);
  const { rtol = 1e-9, atol = 0, equalNaN = false } = options;
  requireNumber("allClose", "rtol", rtol, { min: 0 });
  requireNumber("allClose", "atol", atol, { min: 0 });
  const agree = (x: Numeric, y: Numeric): boolean => {
    if (typeof x === "number" && typeof y === "number") {
      if (x === y) return true;
      if (Number.isNaN(x) && Number.isNaN(y)) return equalNaN;
      if (!Number.isFinite(x) || !Number.isFinite(y)) return false;
      return Math.abs(x - y) <= atol + rtol * Math.abs(y);
    }
    const isList = (v: Numeric) => Array.isArray(v) || ArrayBuffer.isView(v);
    for (const [name, v] of [
      ["a", x],
      ["b", y],
    ] as const) {
      if (typeof v !== "number" && !isList(v)) {
        throw new TypeError(`allClose: ${name} must hold numbers, got ${describeValue(v)}`);
      }
    }
    if (typeof x === "number" || typeof y === "number") return false;
    if (x.length !== y.length) return false;
    for (let i = 0; i < x.length; i++) {
      if (!agree(x[i] as Numeric, y[i] as Numeric)) return false;
    }
    return true;
  };
  return agree(a, b);
}
