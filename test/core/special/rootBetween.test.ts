import { describe, expect, test } from "vitest";
import { rootBetween } from "../../../lib/core/special/rootBetween";

describe("rootBetween", () => {
  test("finds roots of any magnitude, in few evaluations", () => {
    const cases: [(x: number) => number, number, number, number][] = [
      [(x) => x * x - 2, 0, 2, Math.SQRT2],
      [(x) => Math.exp(x) - 5, -10, 10, Math.log(5)],
      [(x) => x ** 9, -1, 1.5, 0],
      [(x) => Math.atan(x - 1e6), 0, 1e9, 1e6],
      [(x) => Math.log(x) + 200 * Math.LN10, 1e-300, 1, 1e-200],
      [(x) => -Math.log(-x) - 200 * Math.LN10, -1, -1e-300, -1e-200],
      [(x) => x - 1e-200, 1e-300, 1, 1e-200],
    ];
    for (const [f, left, right, root] of cases) {
      let evaluations = 0;
      const counted = (v: number) => {
        evaluations += 1;
        return f(v);
      };
      const x = rootBetween(counted, left, right);
      const tolerance = root === 0 ? 1e-20 : 2e-13 * Math.abs(root); // ln x is good to 460·ε
      expect(Math.abs(x - root)).toBeLessThanOrEqual(tolerance);
      expect(evaluations).toBeLessThan(203);
    }
  });

  test("a root at an end", () => {
    expect(rootBetween((x) => x, 0, 1)).toBe(0);
    expect(rootBetween((x) => x - 1, 0, 1)).toBe(1);
    expect(rootBetween((x) => x - 2, 0, 1)).toBe(1);
    expect(rootBetween((x) => x, 5, 5)).toBe(5);
  });

  test("the smallest root, where the function is 0 on an interval", () => {
    const flat = (x: number) => Math.min(x - 1, 0) + Math.max(x - 2, 0);
    expect(rootBetween(flat, 0, 3)).toBe(1);
    expect(rootBetween((x) => (x < 1e-250 ? x - 1e-250 : 0), 0, 1e300)).toBe(1e-250);
  });

  test("infinite ends", () => {
    expect(rootBetween((x) => Math.atan(x) + 1, -Infinity, Infinity)).toBeCloseTo(-Math.tan(1), 14);
    expect(rootBetween((x) => (x === -Infinity ? -1 : 1), -Infinity, 3)).toBe(-Infinity);
    expect(rootBetween((x) => (x === Infinity ? 1 : -1), 3, Infinity)).toBe(Infinity);
  });

  test("a jump, where the function is nowhere 0", () => {
    const x = rootBetween((v) => (v < 0.3 ? -1 : 1), 0, 1);
    expect(x).toBeCloseTo(0.3, 14);
  });
});
