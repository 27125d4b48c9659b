import { type ReadonlyVector, requireNumber, requireVector } from "../core";
import {
  digammaAt,
  digammaMinusLog,
  gammaln1p,
  gammalnAt,
  productError,
  sumError,
} from "../core/special";
import { beta } from "./beta";
import { excessOf } from "./divergence/excess";
import { batchSampler } from "./factory/sampler";
import { pointFunction, sumsOfOthers } from "./multivariate/points";
import type { Dirichlet } from "./multivariate/types";
import { factorialRest } from "./special/kernels/factorialRest";
import { logGammaSampler } from "./variates/gamma";

const NAME = "dirichlet";

/**
 * Dirichlet distribution on the simplex of shares x ≥ 0 with Σ xᵢ = 1, of density
 * Γ(α₀)/(Γ(α₁)…Γ(α_K))·x₁^{α₁ − 1}…x_K^{α_K − 1} with α₀ = Σ αᵢ: the conjugate prior of the probabilities of a
 * multinomial law, which counts x turn into Dirichlet(α + x).
 *
 * For large α the density is formed about the mean, where Stirling's terms do not cancel. Draws are gamma
 * variates divided by their sum, by their logarithms, so that small α do no harm (they may underflow to 0
 * one by one, never all). O(K) each.
 *
 * Mean αᵢ/α₀, variance of a share αᵢ(α₀ − αᵢ)/(α₀²(α₀ + 1)). See Kotz, Balakrishnan & Johnson, Continuous
 * Multivariate Distributions, 2000, chapter 49.
 *
 * @param alpha - α, numbers in [1e-300, 1e300], of length K ≥ 2.
 * @throws RangeError if alpha is out of its range. The density throws RangeError where one share is 0 whose
 * α < 1 and another whose α > 1: it has no limit there.
 * @example
 * prob.dirichlet([1, 1, 1]).pdf([0.2, 0.3, 0.5]) // => 2
 * prob.dirichlet([2, 3, 5]).mean // => [0.2, 0.3, 0.5]
 * prob.dirichlet([2, 3, 5]).marginal(0).params // => { a: 2, b: 8 }
 */
export function dirichlet(alpha: ReadonlyVector): Dirichlet {
  requireVector(NAME, "alpha", alpha, { minLength: 2 });
  alpha.forEach((v, i) => {
    requireNumber(NAME, `alpha[${i}]`, v, { min: 1e-300, max: 1e300 });
  });
  const shapes = Object.freeze(alpha.slice());
  const dim = shapes.length;
  const others = sumsOfOthers(shapes);
  const total = shapes[0] + others[0];
  const mean = shapes.map((a) => a / total);
  const logpdfAt = densityOf(shapes, total);
  const draws = shapes.map(logGammaSampler);
  return Object.freeze({
    kind: "multivariate" as const,
    name: NAME as typeof NAME,
    dim,
    params: Object.freeze({ alpha: shapes }),
    mean: mean.slice(),
    cov: mean.map((m, i) =>
      mean.map((v, j) => (i === j ? m * (others[i] / total) : -m * v) / (total + 1)),
    ),
    mode: () => {
      shapes.forEach((a, i) => {
        if (!(a > 1)) {
          throw new RangeError(
            `${NAME}.mode: there is none unless all alpha are > 1, alpha[${i}] is ${a}`,
          );
        }
      });
      const sum = shapes.reduce((s, a) => s + (a - 1), 0);
      return shapes.map((a) => (a - 1) / sum);
    },
    pdf: pointFunction(`${NAME}.pdf`, dim, (points) =>
      points.map((x) => Math.exp(logpdfAt("pdf", x))),
    ),
    logpdf: pointFunction(`${NAME}.logpdf`, dim, (points) =>
      points.map((x) => logpdfAt("logpdf", x)),
    ),
    entropy: () => entropyOf(shapes, total),
    marginal: (i: number) => {
      requireNumber(`${NAME}.marginal`, "i", i, { min: 0, max: dim - 1, integer: true });
      return beta(shapes[i], others[i]);
    },
    sample: batchSampler(NAME, (rng, n) =>
      Array.from({ length: n }, () => {
        const logs = draws.map((draw) => draw(rng));
        const top = logs.reduce((most, v) => Math.max(most, v), -Infinity);
        const weights = logs.map((v) => Math.exp(v - top));
        const sum = weights.reduce((s, w) => s + w, 0);
        return weights.map((w) => w / sum);
      }),
    ),
  });
}

/** Σ x less 1, to full precision. */
function sumLessOne(x: ReadonlyVector): number {
  let [sum, rest] = [-1, 0];
  for (const v of x) {
    const next = sum + v;
    rest += sumError(sum, v, next);
    sum = next;
  }
  return sum + rest;
}

/** ln Γ(a) − (a·ln a − a). */
function gammaRest(a: number): number {
  return factorialRest(a) - Math.log(a);
}

/** The logarithm of the density, but for points whose coordinates are checked. */
function densityOf(shapes: ReadonlyVector, total: number) {
  const large = total >= 10;
  const constant = large
    ? gammaRest(total) - shapes.reduce((s, a) => s + gammaRest(a), 0)
    : logGamma(total) - shapes.reduce((s, a) => s + logGamma(a), 0);
  return (method: string, x: ReadonlyVector): number => {
    const surplus = sumLessOne(x);
    if (!(Math.abs(surplus) <= 1e-9) || x.some((v) => v < 0)) return -Infinity;
    const end = endOf(method, shapes, x);
    if (end !== 0) return end;
    let log = constant;
    for (let i = 0; i < x.length; i++) {
      const a = shapes[i];
      if (large) {
        const expected = total * x[i];
        if (x[i] > 0) log -= Math.log(x[i]);
        const lost = total < 1e290 ? productError(total, x[i], expected) : 0;
        log -= excessOf(a, expected, expected - a + lost);
      } else if (x[i] > 0) log += (a - 1) * Math.log(x[i]);
    }
    return large ? log + total * surplus : log;
  };
}

/** ±∞ at an end where a share is 0, of the sign of what its exponent makes of it; else 0. */
function endOf(method: string, shapes: ReadonlyVector, x: ReadonlyVector): number {
  const rises = x.findIndex((v, i) => v === 0 && shapes[i] < 1);
  const falls = x.findIndex((v, i) => v === 0 && shapes[i] > 1);
  if (rises >= 0 && falls >= 0) {
    throw new RangeError(
      `${NAME}.${method}: the density has no limit where x[${rises}] and x[${falls}] are 0, of alpha ${shapes[rises]} and ${shapes[falls]}`,
    );
  }
  return rises >= 0 ? Infinity : falls >= 0 ? -Infinity : 0;
}

/** ln Γ(a). */
function logGamma(a: number): number {
  return a < 1 ? gammaln1p(a) - Math.log(a) : gammalnAt(a);
}

/**
 * Σ ln Γ(αᵢ) − ln Γ(α₀) + Σ (αᵢ − 1)(ψ(α₀) − ψ(αᵢ)), of which the terms of the order of α ln α are cancelled by
 * hand: with the mean m that leaves Σ ln mᵢ, and what Γ and ψ are apart from their leading terms.
 */
function entropyOf(shapes: ReadonlyVector, total: number): number {
  const rest = (a: number) => (a < 10 ? digammaAt(a) - Math.log(a) : digammaMinusLog(a));
  const whole = rest(total);
  return shapes.reduce((sum, a) => {
    const logs = gammaRest(a) + Math.log(a) - Math.log(total);
    return sum + logs + (a - 1) * (whole - rest(a));
  }, -gammaRest(total));
}
