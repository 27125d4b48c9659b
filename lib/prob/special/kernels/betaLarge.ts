import { erfcxAt, stirlingError } from "../../../core/special";
import type { Tail } from "./tail";

const TERMS = 24;
const g = new Float64Array(TERMS);
const h = new Float64Array(TERMS);
const f = new Float64Array(TERMS);

let lastKappa = Number.NaN;

/**
 * Fills `f`, unless it holds them already, with the Taylor coefficients of f(s) = s/τ(s) in powers of
 * λs, λ = max(1, |κ|), where τ solves τ·τ′ = s(1 + κτ − τ²): with τ = s·g and h = g² that says
 * h + ½s·h′ = 1 + κ·s·g − s²·h, coefficient by coefficient. Returns λ.
 */
function expand(kappa: number): number {
  const lambda = Math.max(1, Math.abs(kappa));
  if (kappa === lastKappa) return lambda;
  lastKappa = kappa;
  const first = kappa / lambda;
  const second = 1 / lambda / lambda;
  g[0] = h[0] = f[0] = 1;
  for (let k = 1; k < TERMS; k++) {
    h[k] = (first * g[k - 1] - (k > 1 ? second * h[k - 2] : 0)) / (1 + 0.5 * k);
    let inner = 0;
    for (let i = 1; i < k; i++) inner += g[i] * g[k - i];
    g[k] = 0.5 * (h[k] - inner);
    let sum = g[k];
    for (let i = 1; i < k; i++) sum += f[i] * g[k - i];
    f[k] = -sum;
  }
  return lambda;
}

/**
 * The incomplete beta function for large a and b and x near the mean x₀ = a/n, n = a + b: a uniform
 * asymptotic expansion after N. M. Temme (1982), "The uniform asymptotic expansion of a class of
 * integrals related to cumulative distribution functions", SIAM J. Math. Anal. 13 (DLMF 8.18.9).
 *
 * With ½s² = x₀·ln(x₀/t) + y₀·ln(y₀/(1 − t)), s of the sign of t − x₀, and τ = (t − x₀)/√(x₀y₀),
 *
 *   I_x(a, b) = √(n/2π)·e^{Δ(n) − Δ(a) − Δ(b)}·∫_{−∞}^{η} e^{−½ns²}·f(s) ds,  f(s) = s/τ(s),
 *
 * where Δ is the error of Stirling's formula. f is expanded in powers of s and integrated by parts.
 *
 * @param halfSquare - ½n·η², η being the s of t = x.
 * @param upper - Whether x > x₀.
 */
export function betaLarge(a: number, b: number, halfSquare: number, upper: boolean): Tail {
  const n = a + b;
  const lambda = expand(((b - a) / Math.sqrt(a)) * (1 / Math.sqrt(b)));
  const first = lambda / n;
  const second = lambda * first;
  const eta = Math.sqrt(2 * halfSquare * second); // here times λ, as are the moments, λᵏ times
  // even and odd moments ∫_η^∞ sᵏe^{−½n(s² − η²)} ds = (ηᵏ⁻¹ + (k − 1)·moment of k − 2)/n
  let even = Math.sqrt(Math.PI / (2 * n)) * erfcxAt(Math.sqrt(halfSquare));
  let odd = first;
  const sign = upper ? 1 : -1;
  let sum = even + sign * f[1] * odd;
  let power = eta;
  for (let k = 2; k < TERMS; k += 2) {
    even = first * power + second * (k - 1) * even;
    power *= eta;
    odd = first * power + second * k * odd;
    power *= eta;
    const step = f[k] * even + sign * f[k + 1] * odd;
    sum += step;
    if (Math.abs(step) < 1e-17 * sum) break;
  }
  const stirling = stirlingError(n) - stirlingError(a) - stirlingError(b);
  return {
    upper,
    logScale: -halfSquare,
    factor: sum * Math.sqrt(n / (2 * Math.PI)) * Math.exp(stirling),
  };
}
