import { type ReadonlyVector, requireVector } from "../../core";
import { smallestReached } from "../../core/special";

/**
 * Checks that `p` is a vector of probabilities that sum to 1 within 1e-9, and returns it divided by
 * its sum.
 */
export function requireProbabilities(caller: string, name: string, p: ReadonlyVector): number[] {
  requireVector(caller, name, p, { minLength: 1 });
  let sum = 0;
  p.forEach((v, i) => {
    if (v < 0) throw new RangeError(`${caller}: ${name} must be ≥ 0, ${name}[${i}] is ${v}`);
    sum += v;
  });
  if (Math.abs(sum - 1) > 1e-9) {
    throw new RangeError(`${caller}: ${name} must sum to 1, its sum is ${sum}`);
  }
  return p.map((v) => v / sum);
}

/** The sums of the first 1, 2, … entries. */
export function runningSums(x: ReadonlyVector): number[] {
  let sum = 0;
  return x.map((v) => {
    sum += v;
    return sum;
  });
}

/** The index drawn by a uniform u in [0, 1) from weights with these running sums. */
export function drawIndex(sums: ReadonlyVector, u: number): number {
  const total = sums[sums.length - 1];
  const target = u * total; // may round up to the total, hence the second condition
  return smallestReached((k) => sums[k] > target || sums[k] === total, 0, 0, sums.length - 1);
}
