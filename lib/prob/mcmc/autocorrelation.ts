import type { ReadonlyVector, Vector } from "../../core";
import { fft } from "../../linalg";
import type { ChainDraws } from "./draws";
import { meanOf, standardised, varianceOf } from "./moments";

/**
 * Autocovariances (1/n)·Σₜ (xₜ − x̄)(xₜ₊ₖ − x̄) for k = 0, …, n − 1, by the Fourier transform of the power
 * spectrum; with as many zeros behind the data as keep its end from meeting its start. O(n log n).
 */
export function autocovariances(x: ReadonlyVector): Vector {
  const n = x.length;
  const mean = meanOf(x);
  const size = 2 ** Math.ceil(Math.log2(2 * n));
  const padded = new Array<number>(size).fill(0);
  for (let i = 0; i < n; i++) padded[i] = x[i]! - mean;
  const power = fft(padded).map(({ re, im }) => re * re + im * im);
  const back = fft(power); // of a real and even sequence: the inverse but for the factor 1/size
  return Array.from({ length: n }, (_, k) => back[k]!.re / size / n);
}

/**
 * The autocorrelations ρ₀, ρ₁, … of chains together as far as their sum is to be trusted: pairs
 * ρ₂ₖ + ρ₂ₖ₊₁ while they are positive (Geyer's initial positive sequence), none larger than the one
 * before (the initial monotone sequence). `last` is the even one behind them, 0 if its pair is negative and it too.
 */
function initialSequence(rho: (lag: number) => number, n: number): { pairs: Vector; last: number } {
  const pairs: Vector = [];
  let even = 1;
  let sum = 1 + rho(1);
  for (let t = 2; t < n - 2 && sum > 0; t += 2) {
    pairs.push(Math.min(sum, pairs[pairs.length - 1] ?? Infinity));
    even = rho(t);
    sum = even + rho(t + 1);
  }
  return { pairs, last: sum >= 0 ? even : Math.max(even, 0) };
}

/**
 * Effective number of independent draws among the m·n draws of m chains, for their mean: m·n/τ with
 * τ = −1 + 2·Σ(ρ₂ₖ + ρ₂ₖ₊₁) (Vehtari et al. 2021, section 3.2). The autocorrelations measure against the
 * variance within and between chains, so that chains that disagree count for little. τ is held above
 * 1/log₁₀(m·n): draws that alternate may be worth more than independent ones, but not without bound.
 */
export function effectiveDraws(chains: ChainDraws): number {
  const [m, n] = [chains.length, chains[0]!.length];
  const { values, unit } = standardised(chains);
  if (unit === 0) return m * n;
  const covariances = values.map(autocovariances);
  const within = (meanOf(covariances.map((c) => c[0]!)) * n) / (n - 1);
  const total = (within * (n - 1)) / n + (m > 1 ? varianceOf(values.map(meanOf)) : 0);
  const rho = (lag: number) => 1 - (within - meanOf(covariances.map((c) => c[lag]!))) / total;
  const { pairs, last } = initialSequence(rho, n);
  const tau = -1 + 2 * pairs.reduce((sum, pair) => sum + pair, 0) + last;
  return (m * n) / Math.max(tau, 1 / Math.log10(m * n));
}
