import { maxOf } from "../../core";

/** (4!)²/8!: what turns the mean square of fourth differences into the variance of the noise. */
const GAMMA = 1 / 70;

/** Seven values of f a step apart, around t = 0 or from 0 upwards. */
const neighbours = (f: (t: number) => number, step: number, central: boolean) =>
  Array.from({ length: 7 }, (_, k) => f((central ? k - 3 : k) * step));

/** By how much f(t) and f(t + step) differ at most, among the values that `noiseOf` takes. */
export function strideOf(f: (t: number) => number, step: number, central: boolean): number {
  const row = neighbours(f, step, central);
  return maxOf(row.slice(1).map((y, k) => Math.abs(y - row[k])));
}

/**
 * The noise of f near t = 0, as a standard deviation: what is left of neighbouring values in their
 * fourth differences, in which nothing of a smooth function remains (Hamming 1973; Moré & Wild 2011,
 * "Estimating computational noise"). It takes seven values a step apart, around 0 or from 0 upwards.
 */
export function noiseOf(f: (t: number) => number, step: number, central: boolean): number {
  let row = neighbours(f, step, central);
  for (let order = 0; order < 4; order++) row = row.slice(1).map((y, k) => y - row[k]);
  return Math.hypot(...row) * Math.sqrt(GAMMA / row.length); // the squares might overflow
}
