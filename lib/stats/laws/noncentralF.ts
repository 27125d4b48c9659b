import { chiSquare, fisherF } from "../../prob";
import { logPoissonMean } from "./poissonMean";

/**
 * The noncentral chi-square law of Σ(Zᵢ + μᵢ)² with λ = Σμᵢ²: a chi-square law with df + 2K degrees of
 * freedom, K a Poisson variable with mean λ/2 (Fisher 1928).
 */
export function noncentralChiSquare(df: number, lambda: number) {
  const tail = (log: "logcdf" | "logsf") => (x: number) =>
    Math.exp(logPoissonMean(lambda / 2, (k) => chiSquare(df + 2 * k)[log](x)));
  return { cdf: tail("logcdf"), sf: tail("logsf") };
}

/**
 * The noncentral F law of (V₁/d₁)/(V₂/d₂), where V₁ is a noncentral chi-square with λ and V₂ a central one:
 * that of the F statistic of an analysis of variance when the means differ. It is the mixture of the laws
 * of F(d₁ + 2K, d₂)·(d₁ + 2K)/d₁ over a Poisson variable K with mean λ/2.
 */
export function noncentralF(d1: number, d2: number, lambda: number) {
  const tail = (log: "logcdf" | "logsf") => (f: number) =>
    Math.exp(
      logPoissonMean(lambda / 2, (k) => fisherF(d1 + 2 * k, d2)[log](f * (d1 / (d1 + 2 * k)))),
    );
  return { cdf: tail("logcdf"), sf: tail("logsf") };
}
