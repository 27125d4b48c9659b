import { describe, expect, test } from "vitest";
import { rootBetween } from "../../../lib/prob/numeric/rootBetween";

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
    expect(rootBetween((x) => x, 5, 5)).toBe(5);
  });

  test("a jump, where the function is nowhere 0", () => {
    const x = rootBetween((v) => (v < 0.3 ? -1 : 1), 0, 1);
    expect(x).toBeCloseTo(0.3, 14);
  });
});
