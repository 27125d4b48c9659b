import { describe, expect, test } from "vitest";
import { fractionText, toFraction } from "../../../lib/display/format/fraction";

describe("toFraction", () => {
  test("finds every fraction with denominator up to 60 in lowest terms", () => {
    const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));
    for (let q = 1; q <= 60; q++) {
      for (let p = -130; p <= 130; p++) {
        const d = gcd(Math.abs(p), q) || 1;
        expect(toFraction(p / q)).toEqual({ p: p / d + 0, q: q / d });
      }
    }
  });

  test("sees through rounding noise", () => {
    expect(toFraction(0.1 + 0.2)).toEqual({ p: 3, q: 10 });
    expect(toFraction(2 - 1e-15)).toEqual({ p: 2, q: 1 });
    expect(toFraction(1e-16)).toEqual({ p: 0, q: 1 });
    expect(toFraction(-1e-16)).toEqual({ p: 0, q: 1 });
  });

  test("gives up on what is no fraction", () => {
    for (const x of [Math.PI, Math.SQRT2, 1 / 1009, Number.NaN, Infinity]) {
      expect(toFraction(x)).toBe(null);
    }
  });
});

test("fractionText", () => {
  expect(fractionText(-0.75)).toBe("-3/4");
  expect(fractionText(4)).toBe("4");
  expect(fractionText(Math.E)).toBe(null);
});
