import { describe, expect, test } from "vitest";
import { rng } from "../../lib/core";
import { kde, kolmogorovSmirnov, mean } from "../../lib/stats";
import { expectNear, fixture, thrown } from "./helpers";

interface Density {
  bandwidth: number;
  pdf: number[];
  cdf: number[];
}
const { kde: fixtures } = fixture<{
  kde: { x: number[]; grid: number[]; scott: Density; silverman: Density }[];
}>("descriptive");

describe("kde", () => {
  test("agrees with SciPy's gaussian_kde under both rules", () => {
    for (const { x, grid, ...rules } of fixtures) {
      for (const rule of ["scott", "silverman"] as const) {
        const k = kde(x, { bandwidth: rule });
        expectNear(k.bandwidth, rules[rule].bandwidth, 1e-14);
        expectNear(k.pdf(grid), rules[rule].pdf, 1e-12);
        expectNear(k.cdf(grid), rules[rule].cdf, 1e-12);
      }
    }
    const { x, scott } = fixtures[0];
    expect(kde(x).bandwidth).toBe(kde(x, { bandwidth: "scott" }).bandwidth);
    expectNear(kde(x, { bandwidth: scott.bandwidth }).pdf(0.5), kde(x).pdf(0.5), 1e-13);
  });

  test("the density integrates to 1 and is the slope of the distribution function", () => {
    const { pdf, cdf } = kde([0, 1, 1.5, 6], { bandwidth: 0.4 });
    const h = 1e-3;
    let area = 0;
    for (let t = -5; t < 11; t += h) area += h * pdf(t);
    expect(area).toBeCloseTo(1, 9);
    for (const t of [-1, 0.3, 1.2, 4, 6.5]) {
      expect((cdf(t + 1e-5) - cdf(t - 1e-5)) / 2e-5).toBeCloseTo(pdf(t), 8);
    }
    expect([cdf(-Infinity), cdf(Infinity), pdf(1e9)]).toEqual([0, 1, 0]);
  });

  test("samples follow the distribution function", () => {
    const k = kde([0, 0.2, 5]);
    const draws = k.sample(rng(14), 2000);
    expect(kolmogorovSmirnov(draws, k.cdf).pValue).toBeGreaterThan(0.01);
    expect(mean(draws)).toBeCloseTo(mean([0, 0.2, 5]), 0);
    expect(k.sample(rng(14), 2000)).toEqual(draws);
    expect(k.sample(rng(1), 0)).toEqual([]);
  });

  test("a bandwidth below the spacing of doubles leaves a peak at each entry", () => {
    const k = kde([1e16, 1e16], { bandwidth: 0.01 });
    expectNear(k.pdf(1e16), 100 / Math.sqrt(2 * Math.PI), 1e-15);
    expect(k.cdf([1e16 - 2, 1e16, 1e16 + 2])).toEqual([0, 0.5, 1]);
    const tiny = kde([1e300], { bandwidth: 1e-300 });
    expectNear(tiny.pdf(1e300), 1e300 / Math.sqrt(2 * Math.PI), 1e-14);
  });

  test("huge and tiny data have the same estimate in their unit", () => {
    const x = [-1, 0.25, 0.5, 1.25];
    const at = [-2, 0, 0.4, 1, Infinity];
    const plain = kde(x);
    for (const unit of [2 ** 1022, 2 ** -1010]) {
      const k = kde(x.map((v) => v * unit));
      expectNear(k.bandwidth / unit, plain.bandwidth, 1e-14);
      expectNear(k.cdf(at.map((t) => t * unit)), plain.cdf(at), 1e-12);
    }
    const wide = kde([0, 1], { bandwidth: 1e308 });
    expect(wide.cdf([-Infinity, Infinity])).toEqual([0, 1]);
    expectNear(wide.cdf(1e308), 0.8413447460685429, 1e-14);
  });

  test("errors", () => {
    expect(thrown(() => kde([-1.7e308, 1.7e308])).message).toBe(
      'kde: the bandwidth "scott" must be a finite number, got Infinity',
    );
    expect(thrown(() => kde([1, 2], { bandwidth: null as never })).message).toBe(
      'kde: bandwidth must be one of "scott", "silverman", got null',
    );
    expect(thrown(() => kde([])).message).toBe("kde: x must have at least 1 entry, got 0");
    expect(thrown(() => kde([1])).message).toBe("kde: x must have at least 2 entries, got 1");
    expect(thrown(() => kde([2, 2])).message).toBe(
      'kde: x must not be constant for bandwidth "scott", all entries are 2',
    );
    expect(thrown(() => kde([1, 2], { bandwidth: 0 })).message).toBe(
      "kde: bandwidth must be a number > 0, got 0",
    );
    expect(thrown(() => kde([1, 2], { bandwidth: "nrd" as never })).message).toBe(
      'kde: bandwidth must be one of "scott", "silverman", got "nrd" (string)',
    );
    expect(thrown(() => kde([1, 2]).pdf("1" as never)).message).toBe(
      'kde.pdf: x must be a number or an array of numbers, got "1" (string)',
    );
    expect(thrown(() => kde([1, 2]).sample(undefined as never, 3)).message).toBe(
      "kde.sample: rng must be a generator such as rng(1), got undefined",
    );
  });
});
