import type { Rng } from "../../core";
import { gammaSampler, logGammaSampler } from "./gamma";

/**
 * A function that draws variates of Student's t law, Z/√(G/(ν/2)) with a standard normal Z and a gamma
 * variate G of shape ν/2. For few degrees of freedom G underflows, and with it goes by logarithms.
 */
export function studentTSampler(df: number): (rng: Rng) => number {
  const shape = df / 2;
  if (df >= 2) {
    const draw = gammaSampler(shape);
    return (rng) => rng.normal() / Math.sqrt(draw(rng) / shape);
  }
  const logDraw = logGammaSampler(Math.max(shape, Number.MIN_VALUE));
  const logShape = Math.log(df) - Math.LN2;
  return (rng) => {
    const z = rng.normal();
    const log = Math.log(Math.abs(z)) - 0.5 * (logDraw(rng) - logShape);
    return Math.sign(z) * Math.exp(log);
  };
}
