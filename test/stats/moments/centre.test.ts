import { describe, expect, test } from "vitest";
import { rng } from "../../../lib/core";
import { centre, meanOf, powerSum, productSum } from "../../../lib/stats/moments/centre";

describe("centre", () => {
  test("gives back x = mean + scale·d, with |d| below 8", () => {
    const random = rng(1);
    for (const size of [1e-300, 1e-5, 1, 1e9, 1e300]) {
      const x = random.normal(0, size, 50);
      const { mean, scale, d } = centre(x);
      expect(meanOf(x)).toBe(mean);
      expect(Number.isInteger(Math.log2(scale))).toBe(true);
      expect(Math.max(...d.map(Math.abs))).toBeLessThan(8);
      expect(Math.max(...d.map(Math.abs))).toBeGreaterThanOrEqual(4);
      d.forEach((v, i) => {
        expect(Math.abs(mean + scale * v - x[i])).toBeLessThanOrEqual(1e-15 * size * 8);
      });
    }
  });

  test("centres more closely than the mean can be stored", () => {
    const { d } = centre([1, 1 + 2 ** -52]);
    expect(d[0] + d[1]).toBe(0);
    expect(d[1]).toBeGreaterThan(0);
  });

  test("a constant sample has no deviations, whatever the rounding of its sum", () => {
    for (const c of [0.1, 1 / 3, 1e308, -1.7e308, 5e-324, 0]) {
      for (const n of [1, 2, 3, 7, 10, 49]) {
        const { mean, d } = centre(new Array<number>(n).fill(c));
        expect(mean).toBe(c);
        expect(d.every((v) => v === 0)).toBe(true);
      }
    }
  });

  test("does not overflow with the largest numbers nor underflow with the smallest", () => {
    const big = Number.MAX_VALUE;
    expect(centre([big, -big]).mean).toBe(0);
    expect(centre([big, -big, -big, -big]).mean).toBe(-big / 2);
    const tiny = centre([5e-324, 15e-324]);
    expect(tiny.mean).toBe(10e-324);
    expect(tiny.scale * tiny.d[1]).toBe(5e-324);
  });
});

describe("powerSum and productSum", () => {
  test("are compensated", () => {
    expect(productSum([1e8, 1, -1e8], [1e8, 1, 1e8])).toBe(1);
    expect(powerSum([1e5, 1, -1e5], 3)).toBe(1);
    expect(powerSum([1, 2, 3], 2)).toBe(14);
    expect(powerSum([1, 2, 3], 4)).toBe(98);
  });
});
