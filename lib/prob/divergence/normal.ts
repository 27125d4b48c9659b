import { log1pmx, logRatio } from "../../core/special";

/** ½(ρ² − 1) − ln ρ of the ratio ρ of two standard deviations s and t: ½e² + e − ln(1 + e), ρ = 1 + e. */
export function scaleDivergence(s: number, t: number): number {
  const e = (s - t) / t;
  if (e > -0.5) return 0.5 * e * e - log1pmx(e);
  const ratio = s / t;
  return 0.5 * (ratio * ratio - 1) - logRatio(s, t);
}

/** The divergence of N(m, t²) from N(l, s²). */
export function normalDivergence(l: number, s: number, m: number, t: number): number {
  const d = l - m;
  const z = Math.abs(d) < Infinity ? d / t : 4 * ((l / 4 - m / 4) / t);
  return 0.5 * z * z + scaleDivergence(s, t);
}

/** The divergence of the uniform law on [c, d] from that on [a, b]: the logarithm of their lengths' ratio. */
export function uniformDivergence(a: number, b: number, c: number, d: number): number {
  if (a < c || b > d) return Infinity;
  const unit = d - c < Infinity ? 1 : 0.5;
  if (unit < 1 && b - a < 1) return Math.log(d / 2 - c / 2) + Math.LN2 - Math.log(b - a);
  const inner = unit * b - unit * a;
  const outer = unit * d - unit * c;
  const more = (unit * d - unit * b + (unit * a - unit * c)) / inner;
  return more < 1 ? Math.log1p(more) : logRatio(outer, inner);
}
