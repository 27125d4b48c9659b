import { logRatio } from "../../core/special";
import { standardised } from "../numeric/standardised";
import { excess, expExcess } from "./excess";

/**
 * The divergence of the Laplace law at m with scale c from that at l with scale b: with t = |l − m|/b it
 * is b/c·(t + e^{−t} − 1) + φ(b/c), φ(x) = x − 1 − ln x.
 */
export function laplaceDivergence(l: number, b: number, m: number, c: number): number {
  const t = Math.abs(standardised(l, m, b));
  if (t <= 40) return (b / c) * expExcess(-t) + excess(b, c);
  // e^{−t} is below rounding; b/c, which may overflow, cancels
  return Math.abs(standardised(l, m, c)) - 1 - logRatio(b, c);
}

/**
 * The divergence between the Cauchy laws at l with scale b and at m with scale c, symmetric:
 * ln[((b + c)² + (l − m)²)/(4bc)] (F. Chyzak & F. Nielsen 2019), which is ln(1 + u² + v²) with
 * u = (b − c)/(2√(bc)) and v = (l − m)/(2√(bc)).
 */
export function cauchyDivergence(l: number, b: number, m: number, c: number): number {
  const [s, t] = [Math.sqrt(b), Math.sqrt(c)];
  const u = (b - c) / s / t / 2;
  const v = ((l / 4 - m / 4) / s / t) * 2;
  if (Math.max(Math.abs(u), Math.abs(v)) < 1e150) return Math.log1p(u * u + v * v);
  const far = 2 * (Math.log(Math.abs(l / 4 - m / 4)) + Math.LN2) - Math.log(b) - Math.log(c);
  const wide = 2 * (Math.log(Math.abs(b - c)) - Math.LN2) - Math.log(b) - Math.log(c);
  const [high, low] = far > wide ? [far, wide] : [wide, far];
  return high + Math.log1p(Math.exp(low - high));
}
