import { expect, test } from "vitest";
import { rng } from "../../../lib/core";
import { expNegSquare, productError, sumError } from "../../../lib/core/special";

/** A double as a whole number of 2⁻¹⁶⁰. */
const whole = (x: number) => BigInt(x * 2 ** 160);

test("sum and rounding error together are the exact sum, whichever is larger", () => {
  const random = rng(11);
  for (let i = 0; i < 300; i++) {
    const a = random.normal() * 2 ** random.integers(-40, 40);
    const b = random.normal() * 2 ** random.integers(-40, 40);
    for (const [u, v] of [
      [a, b],
      [a, -a * (1 + 2 ** -30)],
      [a, 0],
    ]) {
      const s = u + v;
      expect(whole(s) + whole(sumError(u, v, s))).toBe(whole(u) + whole(v));
    }
  }
});

test("product and rounding error together are the exact product", () => {
  const random = rng(12);
  for (let i = 0; i < 300; i++) {
    const [a, b] = [random.normal(), random.normal() * 2 ** random.integers(-9, 9)];
    const p = a * b;
    // in units of 2⁻³²⁰
    expect((whole(p) + whole(productError(a, b, p))) * 2n ** 160n).toBe(whole(a) * whole(b));
  }
});

test("e^(−s·x²) keeps its digits where x² is large, against mpmath", () => {
  for (const [x, one, half] of [
    [5.1, 5.058252742843812e-12, 2.2490559670323484e-6],
    [20.7, 8.112551172646147e-187, 9.006970174618181e-94],
    [26.3, 4.007281139193885e-301, 6.330308949169767e-151],
  ]) {
    expect(Math.abs(expNegSquare(x, 1) / one - 1)).toBeLessThan(4e-16);
    expect(Math.abs(expNegSquare(x, 0.5) / half - 1)).toBeLessThan(4e-16);
  }
});
