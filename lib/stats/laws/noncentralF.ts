import { chiSquare, fisherF, normal } from "../../prob";
import { logPoissonMean } from "./poissonMean";

/** From here on what lies beyond the first order in 1/λ is below 1e-12. */
const HUGE = 1e12;

/** The tails of a law at one point, as its noncentrality λ is. */
export interface NoncentralTails {
  cdf(lambda: number): number;
  sf(lambda: number): number;
}

/** A law that has tails, as those of `prob`. */
interface Law {
  logcdf(x: number): number;
  logsf(x: number): number;
}

/**
 * Tails of a mixture over a Poisson variable K with mean λ/2. That of the law for each k does not depend on
 * λ and is remembered, for who looks for λ asks for it again and again.
 */
function mixtureTails(lawAt: (k: number) => { law: Law; x: number }): NoncentralTails {
  const tail = (log: "logcdf" | "logsf") => {
    const known = new Map<number, number>();
    const logTail = (k: number) => {
      let found = known.get(k);
      if (found === undefined) {
        const { law, x } = lawAt(k);
        found = law[log](x);
        known.set(k, found);
      }
      return found;
    };
    return (lambda: number) => Math.exp(logPoissonMean(lambda / 2, logTail));
  };
  return { cdf: tail("logcdf"), sf: tail("logsf") };
}

/** Of two ways to the tails that for a huge λ. */
const forHuge = (ordinary: NoncentralTails, huge: NoncentralTails): NoncentralTails => ({
  cdf: (lambda) => (lambda > HUGE ? huge : ordinary).cdf(lambda),
  sf: (lambda) => (lambda > HUGE ? huge : ordinary).sf(lambda),
});

/**
 * The noncentral chi-square law of Σ(Zᵢ + μᵢ)² with λ = Σμᵢ², at x: a chi-square law with df + 2K degrees of
 * freedom, K a Poisson variable with mean λ/2 (Fisher 1928). For huge λ its root has the law
 * N(√λ + (df − 1)/(2√λ), 1).
 */
export function noncentralChiSquareTails(df: number, x: number): NoncentralTails {
  const rootOf = (lambda: number) => {
    const root = Math.sqrt(lambda);
    return normal(root + (df - 1) / (2 * root), 1);
  };
  return forHuge(
    mixtureTails((k) => ({ law: chiSquare(df + 2 * k), x })),
    {
      cdf: (lambda) => rootOf(lambda).cdf(Math.sqrt(x)),
      sf: (lambda) => rootOf(lambda).sf(Math.sqrt(x)),
    },
  );
}

/**
 * The noncentral F law of (V₁/d₁)/(V₂/d₂), where V₁ is a noncentral chi-square with λ and V₂ a central one,
 * at f: that of the F statistic of an analysis of variance when the means differ. It is the mixture of the
 * laws of F(d₁ + 2K, d₂)·(d₁ + 2K)/d₁ over a Poisson variable K with mean λ/2. For huge λ V₁ is as good as
 * its mean.
 */
export function noncentralFTails(d1: number, d2: number, f: number): NoncentralTails {
  const denominator = chiSquare(d2);
  const bound = (lambda: number) => (d2 / d1) * ((lambda + d1) / f);
  return forHuge(
    mixtureTails((k) => ({ law: fisherF(d1 + 2 * k, d2), x: f * (d1 / (d1 + 2 * k)) })),
    {
      cdf: (lambda) => denominator.sf(bound(lambda)),
      sf: (lambda) => denominator.cdf(bound(lambda)),
    },
  );
}
