import { describe, expect, test } from "vitest";
import { digammaAt, polygammaAt } from "../../../lib/core/special";

const ZETA = [0, 0, Math.PI ** 2 / 6, 1.2020569031595942, Math.PI ** 4 / 90, 1.03692775514337];
const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));

describe("polygamma", () => {
  test("at 1 and ½: values of the zeta function", () => {
    for (let n = 1; n <= 4; n++) {
      const sign = n % 2 === 1 ? 1 : -1;
      const atOne = sign * factorial(n) * ZETA[n + 1];
      expect(Math.abs(polygammaAt(n, 1) / atOne - 1)).toBeLessThan(4e-16 * 4);
      const atHalf = (2 ** (n + 1) - 1) * atOne;
      expect(Math.abs(polygammaAt(n, 0.5) / atHalf - 1)).toBeLessThan(4e-16 * 4);
    }
  });

  test("recurrence and reflection", () => {
    for (const x of [0.1, 0.9, 3.3, 17.2, 150, 1e6, -0.3, -4.6]) {
      for (let n = 1; n <= 5; n++) {
        const step = (-1) ** n * factorial(n) * x ** -(n + 1);
        const [a, b] = [polygammaAt(n, x + 1), polygammaAt(n, x)];
        expect(Math.abs(a - b - step)).toBeLessThan(1e-13 * Math.max(Math.abs(a), Math.abs(b)));
      }
    }
    const trigamma = polygammaAt(1, -0.25) + polygammaAt(1, 1.25);
    expect(Math.abs(trigamma / (Math.PI / Math.sin(Math.PI / 4)) ** 2 - 1)).toBeLessThan(1e-15);
  });

  test("the first is the slope of digamma", () => {
    const h = 2 ** -12;
    for (const x of [0.7, 5, 60]) {
      const slope = (digammaAt(x + h) - digammaAt(x - h)) / (2 * h);
      expect(Math.abs(slope / polygammaAt(1, x) - 1)).toBeLessThan(1e-6);
    }
  });

  test("ends and poles", () => {
    expect(polygammaAt(1, Infinity)).toBe(0);
    expect(polygammaAt(2, 1e-110)).toBe(-Infinity);
    for (const x of [0, -1, -7]) {
      expect(() => polygammaAt(1, x)).toThrow(
        `polygamma: x must not be a pole (0, −1, −2, …), got ${x}`,
      );
    }
  });
});
