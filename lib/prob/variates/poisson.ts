import type { Rng } from "../../core";
import { logGammaPrefix } from "../special/kernels/gammaTail";

/** Inversion by search from 0 upwards, for small λ. */
function bySearch(rng: Rng, atZero: number, lambda: number): number {
  let u = rng.random();
  let mass = atZero;
  let k = 0;
  while (u >= mass && mass > 0) {
    u -= mass;
    k += 1;
    mass *= lambda / k;
  }
  return k;
}

/**
 * A function that draws Poisson variates; exact in distribution. For λ ≥ 10 the transformed rejection
 * method PTRS of W. Hörmann (1993), "The transformed rejection method for generating Poisson random
 * variables", Insurance: Mathematics and Economics 12.
 */
export function poissonSampler(lambda: number): (rng: Rng) => number {
  if (lambda < 10) {
    const atZero = Math.exp(-lambda);
    return (rng) => bySearch(rng, atZero, lambda);
  }
  const b = 0.931 + 2.53 * Math.sqrt(lambda);
  const a = -0.059 + 0.02483 * b;
  const alpha = 1 / (1.1239 + 1.1328 / (b - 3.4));
  const squeeze = 0.9277 - 3.6224 / (b - 2);
  return (rng) => {
    for (;;) {
      const u = rng.random() - 0.5;
      const v = rng.random();
      const edge = 0.5 - Math.abs(u);
      const k = Math.floor(((2 * a) / edge + b) * u + lambda + 0.43);
      if (edge >= 0.07 && v <= squeeze) return k;
      if (k < 0 || (edge < 0.013 && v > edge)) continue;
      const logMass = k === 0 ? -lambda : logGammaPrefix(k, lambda);
      if (Math.log(v / (alpha * (a / (edge * edge) + b))) <= logMass) return k;
    }
  };
}
