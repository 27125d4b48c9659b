import { describeValue, type Rng, requireNumber, requireVector } from "../core";
import { Rng as RngClass } from "../core/rng";

/** Asserts that an option is true or false: a word such as "no" would count as true. */
export function requireBoolean(caller: string, name: string, value: unknown): boolean {
  if (typeof value === "boolean") return value;
  throw new TypeError(`${caller}: ${name} must be true or false, got ${describeValue(value)}`);
}

/** Asserts that p is a vector of probabilities. */
export function requireProbabilities(caller: string, p: unknown): readonly number[] {
  return requireVector(caller, "p", p).map((v, i) =>
    requireNumber(caller, `p[${i}]`, v, { min: 0, max: 1 }),
  );
}

/**
 * Asserts that `random` is a generator made by `rng(seed)`. There is no default: resampling without
 * a seed would give other results on every run.
 */
export function requireRng(caller: string, random: unknown): Rng {
  if (random instanceof RngClass) return random;
  throw new TypeError(
    `${caller}: rng must be a generator such as rng(1), got ${describeValue(random)}`,
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
