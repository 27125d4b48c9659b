import { describe, expect, test } from "vitest";
import { digammaDifference, polygammaAt } from "../../../lib/core/special";

describe("digammaDifference", () => {
  test("is 1/x over a distance of 1, whatever x", () => {
    for (const x of [1e-300, 1e-9, 0.3, 1, 9.99, 10, 1e3, 1e9, 1e14]) {
      expect(Math.abs(x * digammaDifference(x, 1) - 1)).toBeLessThan(2e-15);
    }
  });

  test("is the slope times the distance, where this is small", () => {
    for (const x of [1e-3, 0.7, 3, 12, 1e6]) {
      for (const d of [1e-12, 1e-40, 1e-200]) {
        const slope = digammaDifference(x, d * x) / (d * x);
        expect(Math.abs(slope / polygammaAt(1, x) - 1)).toBeLessThan(1e-11);
      }
    }
  });

  test("adds up", () => {
    for (const [x, d, e] of [
      [0.1, 3, 1e5],
      [8, 1e-4, 30],
      [40, 0.39, 0.41],
    ]) {
      const whole = digammaDifference(x, d + e);
      const parts = digammaDifference(x, d) + digammaDifference(x + d, e);
      expect(Math.abs(parts / whole - 1)).toBeLessThan(2e-15);
    }
  });
});
