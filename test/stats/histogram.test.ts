import { describe, expect, test } from "vitest";
import { rng } from "../../lib/core";
import { type BinRule, type Histogram, histogram } from "../../lib/stats";
import { expectNear, fixture, thrown } from "./helpers";

interface Case extends Histogram {
  bins: number | BinRule | number[];
}
const { histogram: fixtures } = fixture<{ histogram: { x: number[]; cases: Case[] }[] }>(
  "descriptive",
);

describe("histogram", () => {
  for (const { x, cases } of fixtures) {
    test(`agrees with NumPy, n = ${x.length}`, () => {
      for (const { bins, counts, edges, density } of cases) {
        const h = histogram(x, { bins });
        expect(h.counts, String(bins)).toEqual(counts);
        expectNear(h.edges, edges, 1e-15, 1);
        expectNear(h.density, density, 1e-12);
      }
    });
  }

  test("counts every entry once, the area is 1, auto is the default", () => {
    const x = rng(13).normal(0, 1, 333);
    for (const bins of ["sturges", "scott", "fd", "auto", 1, 17] as const) {
      const { counts, edges, density } = histogram(x, { bins });
      expect(counts.reduce((a, b) => a + b)).toBe(333);
      const area = density.reduce((sum, v, i) => sum + v * (edges[i + 1] - edges[i]), 0);
      expect(area).toBeCloseTo(1, 12);
    }
    expect(histogram(x)).toEqual(histogram(x, { bins: "auto" }));
  });

  test("edges belong to the bin on their right, the last to the last bin", () => {
    expect(histogram([0, 1, 2], { bins: [0, 1, 2] }).counts).toEqual([1, 2]);
    expect(histogram([-0.5, 0.5], { bins: [-0.5, 0, 0.5] }).counts).toEqual([1, 1]);
  });

  test("a single value gets bins around it", () => {
    expect(histogram([7], { bins: 2 })).toEqual({
      counts: [0, 1],
      edges: [6.5, 7, 7.5],
      density: [0, 2],
    });
  });

  test("the widest range does not overflow", () => {
    const { counts, edges } = histogram([-1.7e308, 1.7e308], { bins: 2 });
    expect(counts).toEqual([1, 1]);
    expect(edges).toEqual([-1.7e308, 0, 1.7e308]);
    const one = histogram([-1.7e308, 1.7e308], { bins: 1 });
    expect(one.edges).toEqual([-1.7e308, 1.7e308]);
    expectNear(one.density, [1 / 1.7e308 / 2], 1e-14);
    for (const bins of ["sturges", "scott", "fd", "auto"] as const) {
      const wide = histogram([-1.7e308, 0, 1e308, 1.7e308], { bins });
      const plain = histogram([-1.7, 0, 1, 1.7], { bins });
      expect(wide.counts).toEqual(plain.counts);
      expectNear(
        wide.edges.map((e) => e / 1e308),
        plain.edges,
        1e-14,
        1,
      );
    }
  });

  test("bins around one value where doubles are far apart", () => {
    for (const c of [1e16, -1e300, Number.MAX_VALUE, -Number.MAX_VALUE]) {
      const { counts, edges } = histogram([c, c, c], { bins: 5 });
      expect(counts.reduce((a, b) => a + b)).toBe(3);
      expect(edges[0]).toBeLessThanOrEqual(c);
      expect(edges[5]).toBeGreaterThanOrEqual(c);
      expect(edges.every(Number.isFinite)).toBe(true);
      edges.slice(1).forEach((e, i) => {
        expect(e).toBeGreaterThan(edges[i]);
      });
    }
  });

  test("errors", () => {
    expect(thrown(() => histogram([])).message).toBe(
      "histogram: x must have at least 1 entry, got 0",
    );
    expect(thrown(() => histogram([1], { bins: 0 })).message).toBe(
      "histogram: bins must be an integer in [1, 1000000], got 0",
    );
    expect(thrown(() => histogram([1], { bins: "rice" as never })).message).toBe(
      'histogram: bins must be one of "sturges", "scott", "fd", "auto", got "rice" (string)',
    );
    expect(thrown(() => histogram([1], { bins: {} as never })).kind).toBe("TypeError");
    expect(thrown(() => histogram([1], { bins: [0, 2, 2] })).message).toBe(
      "histogram: bins must ascend, bins[1] is 2 and bins[2] is 2",
    );
    expect(thrown(() => histogram([1, 5], { bins: [0, 2] })).message).toBe(
      "histogram: bins must cover x, 5 is not in [0, 2]",
    );
    expect(thrown(() => histogram([1, 1 + 2 ** -52], { bins: 10 })).message).toBe(
      "histogram: bins must be fewer, 10 do not fit between 1 and 1.0000000000000002",
    );
    const outlier = [...Array.from({ length: 99 }, (_, i) => i), 1e15];
    expect(thrown(() => histogram(outlier, { bins: "fd" })).message).toMatch(
      /^histogram: bins "fd" gives \d+ bins, more than 1000000: the range of x is too wide/,
    );
    expect(histogram(outlier).counts.length).toBeLessThan(30);
  });
});
