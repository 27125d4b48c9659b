import type { ReadonlyVector, Vector } from "../core";
import { normal } from "../prob";
import type { LagOptions } from "./autocorrelation";
import { requireConfidence } from "./inference/interval";
import { requireTestOptions } from "./inference/options";
import { productSum } from "./moments/centre";
import { correlationsAt, requireSeries } from "./series/lags";

/** What `partialAutocorrelation` returns; vectors have an entry for each lag 0, …, maxLag. */
export interface PartialAutocorrelation {
  lags: Vector;
  pacf: Vector;
  /** Half of the width of the band about 0 that holds beyond the order of an autoregression, z/√n. */
  whiteNoise: number;
}

/**
 * The partial autocorrelation of a series: how it goes with itself k steps later once the steps between are
 * taken into account. It is the last coefficient φₖₖ of an autoregression of order k on the autocorrelations,
 *
 *   φₖₖ = (rₖ − Σⱼ φₖ₋₁,ⱼ·rₖ₋ⱼ)/(1 − Σⱼ φₖ₋₁,ⱼ·rⱼ), φₖⱼ = φₖ₋₁,ⱼ − φₖₖ·φₖ₋₁,ₖ₋ⱼ
 *
 * (Levinson 1947; Durbin 1960). Of an autoregression of order p it is 0 beyond p, up to about ±z/√n (Quenouille 1949).
 *
 * @param x - At least 2 numbers that are not all the same, in the order of time.
 * @param options - `maxLag`, `confidence`.
 * @returns `{ lags, pacf, whiteNoise }`; all |pacf| ≤ 1.
 * @throws RangeError for a series that is short or constant, or maxLag ≥ n. O(n·maxLag + maxLag²).
 * @example
 * stats.partialAutocorrelation([1, -1, 1, -1], { maxLag: 2 }).pacf // => [1, -0.75, -1 / 7]
 */
export function partialAutocorrelation(
  x: ReadonlyVector,
  options: LagOptions = {},
): PartialAutocorrelation {
  const caller = "partialAutocorrelation";
  requireTestOptions(caller, options, ["maxLag", "confidence"]);
  const maxLag = requireSeries(caller, x, options.maxLag);
  const z = normal(0, 1).isf((1 - requireConfidence(caller, options.confidence)) / 2);
  const r = correlationsAt(x, maxLag);
  const pacf = [1];
  let phi: number[] = [];
  let left = 1; // the share of the variance that is not foretold
  for (let k = 1; k <= maxLag; k++) {
    const before = r.slice(1, k).reverse();
    const last = (r[k] - productSum(phi, before)) / left;
    phi = [...phi.map((v, j) => v - last * phi[k - 2 - j]), last];
    left *= (1 - last) * (1 + last);
    pacf.push(last);
  }
  return { lags: pacf.map((_, k) => k), pacf, whiteNoise: z / Math.sqrt(x.length) };
}
