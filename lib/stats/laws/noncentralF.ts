import { chiSquare, fisherF, normal } from "../../prob";
import { logPoissonMean } from "./poissonMean";

/** From here on what lies beyond the first order in 1/λ is below 1e-12. */
const HUGE = 1e12;

/**
 * The noncentral chi-square law of Σ(Zᵢ + μᵢ)² with λ = Σμᵢ²: a chi-square law with df + 2K degrees of
 * freedom, K a Poisson variable with mean λ/2 (Fisher 1928). For huge λ its root has the law
 * N(√λ + (df − 1)/(2√λ), 1).
 */
export function noncentralChiSquare(df: number, lambda: number) {
  if (lambda > HUGE) {
    const root = Math.sqrt(lambda);
    const law = normal(root + (df - 1) / (2 * root), 1);
    return {
      cdf: (x: number) => law.cdf(Math.sqrt(x)),
      sf: (x: number) => law.sf(Math.sqrt(x)),
    };
  }
  const tail = (log: "logcdf" | "logsf") => (x: number) =>
    Math.exp(logPoissonMean(lambda / 2, (k) => chiSquare(df + 2 * k)[log](x)));
  return { cdf: tail("logcdf"), sf: tail("logsf") };
}

/**
 * The noncentral F law of (V₁/d₁)/(V₂/d₂), where V₁ is a noncentral chi-square with λ and V₂ a central one:
 * that of the F statistic of an analysis of variance when the means differ. It is the mixture of the laws
 * of F(d₁ + 2K, d₂)·(d₁ + 2K)/d₁ over a Poisson variable K with mean λ/2. For huge λ V₁ is as good as its mean.
 */
export function noncentralF(d1: number, d2: number, lambda: number) {
  if (lambda > HUGE) {
    const law = chiSquare(d2);
    const bound = (f: number) => (d2 / d1) * ((lambda + d1) / f);
    return { cdf: (f: number) => law.sf(bound(f)), sf: (f: number) => law.cdf(bound(f)) };
  }
  const tail = (log: "logcdf" | "logsf") => (f: number) =>
    Math.exp(
      logPoissonMean(lambda / 2, (k) => fisherF(d1 + 2 * k, d2)[log](f * (d1 / (d1 + 2 * k)))),
    );
  return { cdf: tail("logcdf"), sf: tail("logsf") };
}
