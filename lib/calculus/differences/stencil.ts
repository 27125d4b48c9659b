import { type ReadonlyVector, requireNumber, requireOneOf, requireOptions } from "../../core";

const METHODS = ["central", "forward", "richardson"] as const;

/** How a derivative is approximated by differences. */
export interface DifferenceOptions {
  /**
   * "central": points on both sides of x. "forward": x and points above it, for a function that ends
   * at x. "richardson": central differences of shrinking step, extrapolated to step 0. Default
   * "central".
   */
  method?: (typeof METHODS)[number];
  /**
   * The error falls as h to this power. Even and at least 2 for "central" (default 2), at least 1 for
   * "forward" (default 1); "richardson" raises it by itself and takes none. At most 8.
   */
  order?: number;
  /**
   * The step. Default: where the errors of truncation and rounding balance, ε^(1/(order + m)) for the
   * m-th derivative, times max(1, |x|); for "richardson" 1/8 of max(1, |x|), to begin with.
   */
  h?: number;
}

/** A difference formula: f⁽ᵐ⁾(x) ≈ Σ weights[k]·f(x + offsets[k]·h) / hᵐ. */
export interface Stencil {
  offsets: ReadonlyVector;
  weights: ReadonlyVector;
}

/** How the m-th derivative in one variable is to be taken. */
export interface Scheme extends Stencil {
  order: number;
  extrapolate: boolean;
  /** The step at x, rounded so that x + h is exact. */
  step(x: number): number;
}

/**
 * The weights of the m-th derivative at 0 from values at the given points: those of the polynomial
 * through them, built up point by point (Fornberg 1988, "Generation of finite difference formulas on
 * arbitrarily spaced grids").
 */
export function fornbergWeights(points: ReadonlyVector, m: number): number[] {
  const weights = points.map(() => new Array<number>(m + 1).fill(0));
  weights[0][0] = 1;
  let before = 1;
  for (let n = 1; n < points.length; n++) {
    let product = 1;
    const last = [...weights[n - 1]];
    for (let k = 0; k < n; k++) {
      const gap = points[n] - points[k];
      product *= gap;
      for (let d = m; d >= 0; d--) {
        weights[k][d] = (points[n] * weights[k][d] - d * (weights[k][d - 1] ?? 0)) / gap;
      }
    }
    for (let d = m; d >= 0; d--) {
      weights[n][d] = (before / product) * (d * (last[d - 1] ?? 0) - points[n - 1] * last[d]);
    }
    before = product;
  }
  return weights.map((row) => row[m]);
}

/** The points from first to last, a step apart. */
function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, k) => first + k);
}

/** Reads the options and sets up the m-th derivative (m = 1 or 2). */
export function scheme(caller: string, options: DifferenceOptions, m: 1 | 2): Scheme {
  requireOptions(caller, options, ["method", "order", "h"]);
  const method = requireOneOf(caller, "method", options.method ?? "central", METHODS);
  if (method === "richardson" && options.order !== undefined) {
    throw new RangeError(
      `${caller}: order has no meaning for "richardson", which raises it by itself`,
    );
  }
  const central = method !== "forward";
  const order = requireNumber(caller, "order", options.order ?? (central ? 2 : 1), {
    integer: true,
    min: central ? 2 : 1,
    max: 8,
  });
  if (central && order % 2 === 1) {
    throw new RangeError(`${caller}: order must be even for "central", got ${order}`);
  }
  const { h } = options;
  if (h !== undefined) requireNumber(caller, "h", h, { above: 0 });
  const balanced = method === "richardson" ? 1 / 8 : Number.EPSILON ** (1 / (order + m));
  const offsets = central ? range(-order / 2, order / 2) : range(0, order + m - 1);
  return {
    offsets,
    weights: fornbergWeights(offsets, m),
    order,
    extrapolate: method === "richardson",
    step(x) {
      const wanted = h ?? balanced * Math.max(1, Math.abs(x));
      const exact = x + wanted - x;
      return requireNumber(caller, `h at x = ${x}`, exact, { above: 0 });
    },
  };
}
