import type { Rng } from "../../core";
import { logBetaPower } from "../special/kernels/betaTail";

/** Inversion by search from 0 upwards, for small np. */
function searchSampler(n: number, p: number): (rng: Rng) => number {
  const atZero = Math.exp(n * Math.log1p(-p));
  const odds = p / (1 - p);
  return (rng) => {
    let u = rng.random();
    let mass = atZero;
    let k = 0;
    while (u >= mass && k < n) {
      u -= mass;
      k += 1;
      mass *= (odds * (n - k + 1)) / k;
    }
    return k;
  };
}

/**
 * The transformed rejection method BTRS of W. Hörmann (1993), "The generation of binomial random
 * variates", J. Statist. Comput. Simul. 46, for np ≥ 10 and p ≤ ½.
 */
function rejectionSampler(n: number, p: number): (rng: Rng) => number {
  const q = 1 - p;
  const spread = Math.sqrt(n * p * q);
  const b = 1.15 + 2.53 * spread;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const centre = n * p + 0.5;
  const squeeze = 0.92 - 4.2 / b;
  const alpha = (2.83 + 5.1 / b) * spread;
  const logMass = (k: number) =>
    k === 0 ? (n + 1) * Math.log1p(-p) : logBetaPower(k, n - k + 1, p, q) - Math.log(k);
  const atMode = logMass(Math.floor((n + 1) * p));
  return (rng) => {
    for (;;) {
      const u = rng.random() - 0.5;
      const v = rng.random();
      const edge = 0.5 - Math.abs(u);
      const k = Math.floor(((2 * a) / edge + b) * u + centre);
      if (edge >= 0.07 && v <= squeeze) return k;
      if (k < 0 || k > n) continue;
      if (Math.log((v * alpha) / (a / (edge * edge) + b)) <= logMass(k) - atMode) return k;
    }
  };
}

/** A function that draws binomial variates; exact in distribution. */
export function binomialSampler(n: number, p: number): (rng: Rng) => number {
  if (p > 0.5) {
    const failures = binomialSampler(n, 1 - p);
    return (rng) => n - failures(rng);
  }
  return n * p < 10 ? searchSampler(n, p) : rejectionSampler(n, p);
}
