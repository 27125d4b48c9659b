import { describeValue, type ReadonlyVector, requireNumber, requireVector } from "../../core";

/** Asserts that p is a vector of probabilities. */
export function requireProbabilities(caller: string, p: unknown): ReadonlyVector {
  return requireVector(caller, "p", p).map((v, i) =>
    requireNumber(caller, `p[${i}]`, v, { min: 0, max: 1 }),
  );
}

/** Asserts that a statistic of the reader's own came out as a finite number, and returns it. */
export function requireStatistic(caller: string, value: unknown): number {
  if (typeof value === "number" && Number.isFinite(value)) return value;
  const Kind = typeof value === "number" ? RangeError : TypeError;
  throw new Kind(
    `${caller}: statistic must return a finite number, returned ${describeValue(value)}`,
  );
}
