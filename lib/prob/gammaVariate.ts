import type { Rng } from "../core";

/** A gamma variate of shape a ≥ 1 and rate 1: G. Marsaglia & W. W. Tsang (2000), "A simple method
 * for generating gamma variables", ACM TOMS 26. Rejection; exact in distribution. */
function marsagliaTsang(rng: Rng, a: number): number {
  const d = a - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const z = rng.normal();
    const t = 1 + c * z;
    if (t <= 0) continue;
    const v = t * t * t;
    const u = 1 - rng.random();
    if (Math.log(u) < 0.5 * z * z + d * (1 - v + Math.log(v))) return d * v;
  }
}

/** ln of a gamma variate of shape a > 0, rate 1; in logarithms since for small a it underflows. */
export function drawLogGamma(rng: Rng, a: number): number {
  if (a >= 1) return Math.log(marsagliaTsang(rng, a));
  // If G has shape a + 1 and U is uniform, G·U^{1/a} has shape a.
  const g = marsagliaTsang(rng, a + 1);
  return Math.log(g) + Math.log(1 - rng.random()) / a;
}

/** A gamma variate of shape a > 0, rate 1. */
export function drawGamma(rng: Rng, a: number): number {
  return a >= 1 ? marsagliaTsang(rng, a) : Math.exp(drawLogGamma(rng, a));
}
