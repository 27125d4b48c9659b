import type { ReadonlyVector } from "../../core";
import { centre, powerSum, productSum } from "../moments/centre";

/**
 * Pearson's r with √((1 − r)(1 + r)), which keeps its digits where r is near ±1: for samples u, v about their
 * means and of length 1, 1 ∓ r = ½‖u ∓ v‖².
 */
export function pearsonParts(x: ReadonlyVector, y: ReadonlyVector): { r: number; rest: number } {
  const unit = (sample: ReadonlyVector) => {
    const { d } = centre(sample);
    const length = Math.sqrt(powerSum(d, 2));
    return d.map((v) => v / length);
  };
  const [u, v] = [unit(x), unit(y)];
  const half = (sign: 1 | -1) =>
    powerSum(
      u.map((a, i) => a + sign * v[i]),
      2,
    ) / 2;
  const r = productSum(u, v);
  return { r: Math.max(-1, Math.min(1, r)), rest: Math.sqrt(half(-1) * half(1)) };
}
