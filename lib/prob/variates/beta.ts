import type { Rng } from "../../core";
import { logGammaSampler } from "./gamma";

/** A function that draws beta variates G/(G + H) with gamma variates G and H of shapes a and b. */
export function betaSampler(a: number, b: number): (rng: Rng) => number {
  const [first, second] = [logGammaSampler(a), logGammaSampler(b)];
  return (rng) => 1 / (1 + Math.exp(second(rng) - first(rng)));
}

/** The same for the F distribution, d₂/d₁·G/H, where the quotient d₂/d₁ may overflow. */
export function fisherFSampler(
  a: number,
  b: number,
  scale: number,
  logScale: number,
): (rng: Rng) => number {
  const [first, second] = [logGammaSampler(a), logGammaSampler(b)];
  if (scale > 1e-290 && scale < 1e290) return (rng) => scale * Math.exp(first(rng) - second(rng));
  return (rng) => Math.exp(logScale + first(rng) - second(rng));
}
