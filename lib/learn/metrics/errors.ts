import { maxOf, type ReadonlyVector } from "../../core";
import { powerBelow } from "../scaling";

/** Numbers written as unit·e with the greatest |e| near 1, so that squares of e keep their meaning. */
export interface Scaled {
  /** A power of two, so that dividing by it rounds nothing. */
  unit: number;
  e: Float64Array;
}

/** The differences a_n − b_n, also where they themselves, and not only their squares, leave the range. */
export function differences(a: ReadonlyVector, b: ReadonlyVector | number): Scaled {
  const at = typeof b === "number" ? () => b : (n: number) => b[n];
  const half = (x: number) => x / 2;
  const far = a.some((x, n) => Math.abs(half(x) - half(at(n))) > Number.MAX_VALUE / 2);
  const e = Float64Array.from(a, (x, n) => (far ? half(x) - half(at(n)) : x - at(n)));
  const unit = powerBelow(maxOf(e.map(Math.abs)));
  return { unit, e: e.map((d) => (d / unit) * (far ? 2 : 1)) };
}

/** Σ e_n², in units of unit². */
export const sumOfSquares = ({ e }: Scaled): number => e.reduce((s, d) => s + d * d, 0);

/** x, or an error that says that the score is beyond the range of doubles. */
export function requireRepresentable(caller: string, x: number): number {
  if (Number.isFinite(x)) return x;
  throw new RangeError(
    `${caller}: the ${caller} of yTrue and yPred exceeds the range of doubles; rescale both`,
  );
}
