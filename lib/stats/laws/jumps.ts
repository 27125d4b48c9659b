import type { ReadonlyVector } from "../../core";

const view = new DataView(new ArrayBuffer(8));
const SIGN = 0x8000000000000000n;

/** The place of a double in the order of all of them: neighbours differ by 1, ±0 is 0. */
function ordinalOf(x: number): bigint {
  view.setFloat64(0, x);
  const bits = view.getBigUint64(0);
  return bits < SIGN ? bits : SIGN - bits;
}

function doubleAt(ordinal: bigint): number {
  view.setBigUint64(0, ordinal >= 0n ? ordinal : SIGN - ordinal);
  return view.getFloat64(0);
}

/** The next double below x. */
export function nextBelow(x: number): number {
  return doubleAt(ordinalOf(x) - 1n);
}

/** A step of a distribution function: its values just below a point and at it. */
export interface Step {
  below: number;
  at: number;
}

/**
 * For each of some ascending levels in (0, 1), the step of F that takes it past that level: F(x−) < level
 * ≤ F(x). Where F is continuous both are the level itself, up to the spacing of doubles. By bisection
 * over all doubles, so that nothing need be known of F but that it does not fall. 64 calls of F a step.
 */
export function stepsAt(F: (x: number) => number, levels: ReadonlyVector): Step[] {
  const steps: Step[] = [];
  let step: Step = { below: 0, at: 0 };
  let from = ordinalOf(-Number.MAX_VALUE) - 1n; // −∞, where F is 0
  const last = ordinalOf(Number.MAX_VALUE) + 1n;
  for (const level of levels) {
    if (level > step.at) {
      let lo = { place: from, F: step.at };
      let hi = { place: last, F: 1 };
      while (hi.place - lo.place > 1n) {
        const place = (lo.place + hi.place) >> 1n;
        const value = F(doubleAt(place));
        if (value >= level) hi = { place, F: value };
        else lo = { place, F: value };
      }
      step = { below: Math.max(0, lo.F), at: Math.min(1, hi.F) };
      from = hi.place;
    }
    steps.push(step);
  }
  return steps;
}
