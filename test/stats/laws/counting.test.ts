import { expect, test } from "vitest";
import { binomialCoefficient, factorial } from "../../../lib/stats/laws/counting";

test("binomial coefficients add up as in Pascal's triangle", () => {
  for (let n = 1; n <= 50; n++) {
    for (let k = 1; k < n; k++) {
      expect(binomialCoefficient(n, k)).toBe(
        binomialCoefficient(n - 1, k - 1) + binomialCoefficient(n - 1, k),
      );
    }
    expect([binomialCoefficient(n, 0), binomialCoefficient(n, n)]).toEqual([1, 1]);
  }
  expect(binomialCoefficient(1e5, 5e4)).toBe(Infinity);
});

test("factorials grow to infinity", () => {
  expect([0, 1, 5, 18].map(factorial)).toEqual([1, 1, 120, 6402373705728000]);
  expect(factorial(171)).toBe(Infinity);
  expect(factorial(1e9)).toBe(Infinity);
});
