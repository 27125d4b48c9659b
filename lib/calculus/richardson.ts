import { requireFunction, requireNumber } from "../core";

/** What extrapolation to step 0 found. */
export interface Extrapolation {
  /** The best value: of the last entries of the rows, the one that changed least. */
  value: number;
  /** An estimate of its error: by how much it differs from the last entry of the row above. */
  error: number;
  /** The smallest step that went into it. */
  step: number;
  /**
   * Whether the table drew closer and stayed, as far as these steps show. If not, D has no such series at
   * them: they are too large, or there is nothing to converge to.
   */
  converged: boolean;
  /** Row k begins with D(h/2ᵏ); each further entry is one extrapolation more. */
  table: number[][];
}

const LEVELS = 10;

/** A table that converges draws closer by more than this factor. */
const CLOSER = 1 / 32;

/**
 * Rows after the best one differ by rounding: by this many times its error, or this part of D. If by more,
 * they have found what larger steps jumped over.
 */
const APART = 100;
const ROUNDING = 1e-6;

/**
 * Richardson's extrapolation to h = 0 of an approximation whose error is a series in h²,
 * D(h) = D + c₁h² + c₂h⁴ + …, as that of a central difference is. Halving h divides the first term by
 * 4, so (4·D(h/2) − D(h))/3 is free of it; and so on with the next,
 *
 *   Tₖ,₀ = D(h/2ᵏ),   Tₖ,ⱼ = Tₖ,ⱼ₋₁ + (Tₖ,ⱼ₋₁ − Tₖ₋₁,ⱼ₋₁)/(4ʲ − 1).
 *
 * The diagonal Tₖ,ₖ converges fast, until rounding, which grows as h shrinks, takes over: two rows
 * without improvement end it (in the manner of Ridders 1982, "Accurate computation of F'(x) and
 * F'(x)F''(x)").
 *
 * @param D - The approximation as a function of the step.
 * @param h - The first and largest step.
 * @returns `{ value, error, step, converged, table }`: see {@link Extrapolation}.
 * @throws TypeError if D is not a function; RangeError if h ≤ 0 or D is not finite. Cost: at most 10
 * evaluations of D.
 * @example
 * calculus.richardson((h) => (Math.sin(h) - Math.sin(-h)) / (2 * h), 0.5).value // => 1
 */
export function richardson(D: (h: number) => number, h: number): Extrapolation {
  requireFunction("richardson", "D", D);
  requireNumber("richardson", "h", h, { above: 0 });
  const at = (step: number) => requireNumber("richardson", `D(${step})`, D(step));
  const table: number[][] = [[at(h)]];
  let best = { value: table[0][0], error: Infinity, step: h };
  let idle = 0;
  let first = 0;
  let after = 0;
  for (let k = 1; k < LEVELS && idle < 2 && best.error > 0; k++) {
    const above = table[k - 1];
    const row = [at(h / 2 ** k)];
    for (let j = 1; j <= k; j++) row.push(row[j - 1] + (row[j - 1] - above[j - 1]) / (4 ** j - 1));
    table.push(row);
    const error = Math.abs(row[k] - above[k - 1]);
    idle = error < best.error ? 0 : idle + 1;
    after = idle > 0 ? Math.max(after, error) : 0;
    if (idle > 0) continue;
    if (k === 1) first = error;
    best = { value: row[k], error, step: h / 2 ** k };
  }
  const size = Math.max(Math.abs(best.value), Math.abs(table[0][0]));
  const steady = after <= Math.max(APART * best.error, ROUNDING * size);
  return { ...best, converged: best.error <= CLOSER * first && steady, table };
}
