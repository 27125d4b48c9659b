/**
 * What we take from simple-statistics, and the reasons the docstrings give for what we do not: should a
 * new version mend one of these, the test says so.
 */
import * as ss from "simple-statistics";
import { describe, expect, test } from "vitest";
import { rng } from "../../lib/core";
import * as stats from "../../lib/stats";
import { thrown, worstError } from "./helpers";

describe("taken from simple-statistics", () => {
  test("sum is compensated", () => {
    expect(ss.sum([1e16, 1, -1e16, 1])).toBe(2);
    expect(ss.sum(Array<number>(10).fill(0.1))).toBe(1);
    expect(ss.sum([])).toBe(0);
  });

  test("quickselect puts the k-th smallest in its place and the smaller ones before it", () => {
    const random = rng(32);
    for (const n of [1, 2, 7, 100, 2000]) {
      for (const x of [random.normal(0, 1, n), random.integers(0, 3, n)]) {
        const k = random.integers(0, n);
        const expected = x.slice().sort((a, b) => a - b)[k];
        ss.quickselect(x, k);
        expect(x[k]).toBe(expected);
        expect(x.slice(0, k).every((v) => v <= expected)).toBe(true);
        expect(x.slice(k).every((v) => v >= expected)).toBe(true);
      }
    }
  });
});

describe("not taken, and why", () => {
  test("variance is two-pass without correction", () => {
    const x = Array.from({ length: 50 }, () => [1e15, 1e15 + 1, 1e15 + 2, 1e15 + 5]).flat();
    expect(worstError(ss.variance(x), 3.5)).toBeGreaterThan(4e-3);
    expect(stats.variance(x)).toBe(3.5);
  });

  test("mean, quantile and correlation overflow", () => {
    expect(ss.mean([1.7e308, 1.7e308])).not.toBe(1.7e308);
    expect(stats.mean([1.7e308, 1.7e308])).toBe(1.7e308);
    expect(ss.quantile([-1.7e308, 1.7e308], 0.25)).not.toBe(-0.85e308);
    expect(stats.quantile([-1.7e308, 1.7e308], 0.25)).toBe(-0.85e308);
    expect(ss.sampleCorrelation([1e200, 2e200], [1, 2])).not.toBe(1);
    expect(stats.correlation([1e200, 2e200], [1, 2])).toBe(1);
  });

  test("errors blame another function, or nothing at all", () => {
    expect(thrown(() => ss.tTest([], 0)).message).toMatch(/^mean /);
    expect(thrown(() => ss.median([])).message).toMatch(/^quantile /);
    expect(ss.sampleCorrelation([1, 1], [1, 2])).toBe(NaN);
  });

  test("its t has no p-value and divides by n", () => {
    const t = ss.tTest([1, 2, 3, 5], 2);
    expect(typeof t).toBe("number");
    expect(stats.tTest([1, 2, 3, 5], { mean: 2 }).statistic / t).toBeCloseTo(Math.sqrt(3 / 4), 14);
  });
});
