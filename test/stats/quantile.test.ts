import { describe, expect, test } from "vitest";
import { rng } from "../../lib/core";
import { iqr, type QuantileType, quantile } from "../../lib/stats";
import { expectNear, fixture, thrown } from "./helpers";

interface Summary {
  x: number[];
  quantiles: number[][];
  iqr: number;
}
const { p, summaries } = fixture<{ p: number[]; summaries: Summary[] }>("descriptive");
const TYPES: QuantileType[] = [1, 2, 3, 4, 5, 6, 7, 8, 9];

describe("quantile", () => {
  for (const { x, quantiles, iqr: range } of summaries) {
    test(`agrees with NumPy in all nine types, n = ${x.length}`, () => {
      for (const type of TYPES) {
        expectNear(quantile(x, p, { type }), quantiles[type - 1], 1e-13, 1e-3, `type ${type}`);
      }
      expectNear(iqr(x), range, 1e-15);
    });
  }

  test("number in, number out; vector in, vector out; type 7 by default", () => {
    const x = [4, 1, 3, 2];
    expect(quantile(x, 0.5)).toBe(2.5);
    expect(quantile(x, [0.5])).toEqual([2.5]);
    expect(quantile(x, [])).toEqual([]);
    expect(quantile(x, 0.1, { type: 7 })).toBe(quantile(x, 0.1));
    expect(x).toEqual([4, 1, 3, 2]);
  });

  test("a position a rounding error off a whole number is whole, as in R", () => {
    const x = Array.from({ length: 100 }, (_, i) => i + 1);
    expect(100 * 0.07).not.toBe(7);
    expect(quantile(x, 0.07, { type: 1 })).toBe(7);
    expect(quantile(x, 0.07, { type: 2 })).toBe(7.5);
    expect(quantile(x, 0.07, { type: 4 })).toBe(7);
    expect(quantile(x, 0.29, { type: 1 })).toBe(29);
  });

  test("does not fall as p rises, and stays within the sample", () => {
    const x = rng(2).normal(0, 1, 37);
    const grid = Array.from({ length: 501 }, (_, i) => i / 500);
    for (const type of TYPES) {
      const q = quantile(x, grid, { type });
      q.slice(1).forEach((v, i) => {
        expect(v).toBeGreaterThanOrEqual(q[i]);
      });
      expect(q[0]).toBe(Math.min(...x));
      expect(q[500]).toBe(Math.max(...x));
    }
  });

  test("moves with the sample: shift, scale, and reflection for the symmetric types", () => {
    const x = rng(3).normal(0, 1, 23);
    const grid = [0.05, 0.3, 0.5, 0.77];
    for (const type of TYPES) {
      const q = quantile(x, grid, { type });
      const moved = quantile(
        x.map((v) => 4 * v + 8),
        grid,
        { type },
      );
      expectNear(
        moved,
        q.map((v) => 4 * v + 8),
        1e-14,
      );
      if (type >= 5 || type === 2) {
        const mirrored = quantile(
          x.map((v) => -v),
          grid.map((v) => 1 - v),
          { type },
        );
        expectNear(
          mirrored,
          q.map((v) => -v),
          1e-13,
        );
      }
    }
  });

  test("one value is every quantile; the largest numbers do not overflow", () => {
    for (const type of TYPES) expect(quantile([3], [0, 0.4, 1], { type })).toEqual([3, 3, 3]);
    const big = Number.MAX_VALUE;
    expect(quantile([-big, big], 0.5)).toBe(0);
    expectNear(quantile([-big, big], 0.75), big / 2, 1e-15);
    expect(quantile([big, big], 0.3)).toBe(big);
  });

  test("errors", () => {
    expect(thrown(() => quantile([], 0.5)).message).toBe(
      "quantile: x must have at least 1 entry, got 0",
    );
    expect(thrown(() => quantile([1], 1.5))).toEqual({
      kind: "RangeError",
      message: "quantile: p must be a number in [0, 1], got 1.5",
    });
    expect(thrown(() => quantile([1], [0.5, NaN])).message).toBe(
      "quantile: p must be finite, p[1] is NaN",
    );
    expect(thrown(() => quantile([1], [0.5, -1])).message).toBe(
      "quantile: p[1] must be a number in [0, 1], got -1",
    );
    expect(thrown(() => quantile([1], undefined as never))).toEqual({
      kind: "TypeError",
      message: "quantile: p must be a number in [0, 1], got undefined",
    });
    expect(thrown(() => quantile([1], 0.5, { type: 10 as never })).message).toBe(
      "quantile: type must be an integer in [1, 9], got 10",
    );
    expect(thrown(() => quantile([1, NaN], 0.5)).message).toBe(
      "quantile: x must be finite, x[1] is NaN",
    );
    expect(thrown(() => iqr([], {})).message).toBe("iqr: x must have at least 1 entry, got 0");
  });
});
