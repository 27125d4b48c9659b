import { type ReadonlyVector, requireNumber, requireVector } from "../core";

/**
 * Checks the weights of samples, one for each, ≥ 0 and not all 0; without them each weighs 1. They are
 * returned as a copy.
 */
export function weightsOrOnes(
  caller: string,
  given: ReadonlyVector | undefined,
  N: number,
  lengthOf = "rows of X",
): Float64Array {
  if (given === undefined) return new Float64Array(N).fill(1);
  requireVector(caller, "weights", given, { length: N, lengthOf });
  given.forEach((w, n) => {
    if (w < 0) requireNumber(caller, `weights[${n}]`, w, { min: 0 });
  });
  if (given.some((w) => w > 0)) return Float64Array.from(given);
  throw new RangeError(`${caller}: weights must not all be 0`);
}
