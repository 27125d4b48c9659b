import { describe, expect, test } from "vitest";
import { root } from "../../../lib/optimize";

const { abs, exp, log, sin, atan } = Math;

describe("steps that become short far from a root", () => {
  test.each<[string, (x: number) => number, number, number]>([
    ["e^x − 1000 from 1", (x) => exp(x) - 1000, 1, log(1000)],
    ["x²⁰ − 1 from 0.5", (x) => x ** 20 - 1, 0.5, 1],
    ["x²⁰ − 1 from 3", (x) => x ** 20 - 1, 3, 1],
    ["e^5x − 2 from −3", (x) => exp(5 * x) - 2, -3, log(2) / 5],
    ["arctan from 3", atan, 3, 0],
    ["log from 3, undefined below 0", log, 3, 1],
    ["√x − 1 from 9, undefined below 0", (x) => Math.sqrt(x) - 1, 9, 1],
    ["double root", (x) => (x - 1) ** 2, 2, 1],
    ["double root at 0", (x) => x * x, 1, 0],
    ["root at 0", sin, 1, 0],
    ["start at the root", (x) => x - 3, 3, 3],
    ["tiny values", (x) => 1e-300 * (x * x - 2), 1, Math.SQRT2],
    ["huge values", (x) => 1e300 * (x * x - 2), 1, Math.SQRT2],
    ["root on a tiny scale", (x) => (x / 1e-20) ** 2 - 2, 1, 1e-20 * Math.SQRT2],
    ["root on a huge scale", (x) => (x / 1e20) ** 2 - 2, 1e19, 1e20 * Math.SQRT2],
  ])("%s", (_, f, x0, x) => {
    const got = root(f, x0, { maxIter: 400 });
    expect(got.converged, got.message).toBe(true);
    expect(abs(got.x - x)).toBeLessThanOrEqual(1e-11 * (abs(x) || 1));
    expect(got.fun).toBe(f(got.x));
    expect(got.nit).toBe(got.history.length - 1);
  });
});

describe("no root is found where there is none", () => {
  test.each<[string, (x: number) => number, number]>([
    ["1/x", (x) => 1 / x, 1],
    ["e^−x", (x) => exp(-x), 0],
    ["x² + 1", (x) => x * x + 1, 0.5],
    ["x² + 1e-8", (x) => x * x + 1e-8, 0.5],
    ["x² + 1 by 1e-300", (x) => 1e-300 * (x * x + 1), 0.5],
    ["a jump", (x) => (x < 0.7 ? -1 - x * x : 1 + x), 0.6],
    ["a constant", () => 1, 0],
    ["a tiny constant", () => 1e-300, 0],
    ["NaN everywhere", () => Number.NaN, 0],
    ["infinite everywhere", () => Infinity, 0],
  ])("%s", (_, f, x0) => {
    for (const method of ["secant", "newton"] as const) {
      const { converged, message } = root(f, x0, { method });
      expect(converged, `${method}: ${message}`).toBe(false);
    }
  });
});
