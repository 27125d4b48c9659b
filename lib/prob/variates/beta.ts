import type { Rng } from "../../core";
import { gammaSampler, logGammaSampler } from "./gamma";

/** A function that draws beta variates G/(G + H) with gamma variates G and H of shapes a and b. */
export function betaSampler(a: number, b: number): (rng: Rng) => number {
  if (a >= 1 && b >= 1) {
    const [first, second] = [gammaSampler(a), gammaSampler(b)];
    return (rng) => {
      const g = first(rng);
      return 1 / (1 + second(rng) / g);
    };
  }
  // small gamma variates underflow
  const [first, second] = [logGammaSampler(a), logGammaSampler(b)];
  return (rng) => {
    const logOdds = first(rng) - second(rng);
    return logOdds < -700 ? Math.exp(logOdds) : 1 / (1 + Math.exp(-logOdds));
  };
}

/** The same for the F distribution with 2a and 2b degrees of freedom, (G/a)/(H/b). */
export function fisherFSampler(a: number, b: number): (rng: Rng) => number {
  if (a >= 1 && b >= 1) {
    const [first, second] = [gammaSampler(a), gammaSampler(b)];
    return (rng) => {
      const g = first(rng) / a;
      return g / (second(rng) / b);
    };
  }
  const [first, second] = [logGammaSampler(a), logGammaSampler(b)];
  const logScale = Math.log(b) - Math.log(a);
  return (rng) => {
    const log = first(rng) - second(rng);
    return Math.exp(log + logScale);
  };
}
