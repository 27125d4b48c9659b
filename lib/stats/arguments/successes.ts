import { requireNumber } from "../../core";

/** Asserts that there were k successes in n ≥ 1 trials. */
export function requireSuccesses(caller: string, k: unknown, n: unknown): [k: number, n: number] {
  const trials = requireNumber(caller, "n", n, {
    min: 1,
    max: Number.MAX_SAFE_INTEGER,
    integer: true,
  });
  return [requireNumber(caller, "k", k, { min: 0, max: trials, integer: true }), trials];
}
