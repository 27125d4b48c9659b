import { describeValue } from "../../core";
import { richardson } from "../richardson";
import type { Scheme, Stencil } from "./stencil";

/** A value of f, which must be a finite number. */
export function requireValue(caller: string, y: unknown, where: string): number {
  if (typeof y === "number" && Number.isFinite(y)) return y;
  const message = `${caller}: f must return a finite number, got ${describeValue(y)} at ${where}`;
  if (typeof y !== "number") throw new TypeError(message);
  throw new RangeError(`${message}; a smaller h or method "forward" may stay inside its domain`);
}

/**
 * The difference quotient Σ weights[k]·f(offsets[k]·h)/h of a function of the distance from x. The
 * weights add up to 0, so one value may be taken off all others: of a constant nothing is left.
 */
export function quotient(f: (t: number) => number, { offsets, weights }: Stencil, h: number) {
  const base = f(offsets[0] * h);
  let sum = 0;
  for (let k = 1; k < offsets.length; k++) {
    if (weights[k] !== 0) sum += weights[k] * (f(offsets[k] * h) - base);
  }
  return sum / h;
}

/** The derivative at t = 0 of f, a function of the distance t from x. */
export function slope(f: (t: number) => number, x: number, s: Scheme): number {
  const h = s.step(x);
  return s.extrapolate ? richardson((step) => quotient(f, s, step), h).value : quotient(f, s, h);
}
