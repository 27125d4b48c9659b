import { expect, test } from "vitest";
import { fromRows } from "../../../lib/linalg/flat";
import {
  type Degree,
  extraHalvings,
  padeCoefficients,
  THETA,
} from "../../../lib/linalg/kernels/pade";

const DEGREES = [3, 5, 7, 9, 13] as const;

test("the coefficients are those of the literature, divided by the first", () => {
  expect(padeCoefficients(3).map((b) => 120 * b)).toEqual([120, 60, 12, 1]);
  const b13 = padeCoefficients(13).map((b) => b * 64764752532480000);
  expect(b13[1]).toBeCloseTo(32382376266240000, -4);
  expect(b13[12]).toBeCloseTo(182, 11);
  expect(b13[13]).toBeCloseTo(1, 13);
});

test("at the end of its reach each approximant of a number is exact to working precision", () => {
  for (const m of DEGREES) {
    for (const x of [THETA[m], -THETA[m]]) {
      const value = (t: number) => padeCoefficients(m).reduceRight((sum, b) => sum * t + b, 0);
      expect(Math.abs(value(x) / value(-x) / Math.exp(x) - 1)).toBeLessThan(
        Number.EPSILON * Math.exp(Math.abs(x)), // of p(−x), whose terms alternate
      );
    }
  }
});

test("a normal matrix within reach needs no more halvings, one whose powers cancel does", () => {
  for (const m of DEGREES) {
    expect(extraHalvings(fromRows([[1]]), THETA[m], m as Degree)).toBe(0);
    expect(extraHalvings(fromRows([[0]]), 1, m)).toBe(0);
  }
  const cancelling = fromRows([
    [1, -1],
    [1, -1],
  ]);
  expect(extraHalvings(cancelling, 2 ** 10, 13)).toBeGreaterThan(5);
  expect(extraHalvings(cancelling, 2 ** -10, 13)).toBe(0);
  // |A| is nilpotent: nothing to be feared however large.
  const nilpotent = fromRows([
    [0, 1],
    [0, 0],
  ]);
  expect(extraHalvings(nilpotent, 2 ** 900, 13)).toBe(0);
});
