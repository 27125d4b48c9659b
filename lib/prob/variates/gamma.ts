import type { Rng } from "../../core";

/**
 * A function that draws gamma variates of shape a ≥ 1 and rate 1: G. Marsaglia & W. W. Tsang (2000),
 * "A simple method for generating gamma variables", ACM TOMS 26. Rejection; exact in distribution.
 */
function marsagliaTsang(a: number): (rng: Rng) => number {
  const d = a - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  return (rng) => {
    for (;;) {
      const z = rng.normal();
      const t = 1 + c * z;
      if (t <= 0) continue;
      const v = t * t * t;
      const u = 1 - rng.random();
      const z2 = z * z;
      if (u < 1 - 0.0331 * z2 * z2) return d * v; // implies the next, without logarithms
      if (Math.log(u) < 0.5 * z2 + d * (1 - v + Math.log(v))) return d * v;
    }
  };
}

/** The same for ln of a gamma variate of any shape a > 0: for small a the variate underflows. */
export function logGammaSampler(a: number): (rng: Rng) => number {
  const draw = marsagliaTsang(a < 1 ? a + 1 : a);
  if (a >= 1) return (rng) => Math.log(draw(rng));
  // If G has shape a + 1 and U is uniform, G·U^{1/a} has shape a.
  return (rng) => Math.log(draw(rng)) + Math.log(1 - rng.random()) / a;
}

/** A function that draws gamma variates of shape a > 0 and the given rate. */
export function gammaSampler(a: number, rate = 1): (rng: Rng) => number {
  if (a >= 1) {
    const draw = marsagliaTsang(a);
    return (rng) => draw(rng) / rate;
  }
  const log = logGammaSampler(a);
  const logRate = Math.log(rate);
  return (rng) => Math.exp(log(rng) - logRate);
}
