import { describe, expect, test } from "vitest";
import { rng } from "../../lib/core";
import * as prob from "../../lib/prob";
import { expectClose, momentScores } from "./helpers";

describe("hypergeometric", () => {
  test("draws and things of the first kind may change places", () => {
    const [d, e] = [prob.hypergeometric(500, 30, 170), prob.hypergeometric(500, 170, 30)];
    for (const k of [0, 3, 10, 11, 25, 30]) {
      expectClose(d.logpmf(k), e.logpmf(k), 1e-13, `mass at ${k}`);
      expectClose(d.logcdf(k), e.logcdf(k), 1e-13, `tail at ${k}`);
    }
  });

  test("nears the binomial law where few are drawn of many", () => {
    const [d, b] = [prob.hypergeometric(1e15, 3e14, 50), prob.binomial(50, 0.3)];
    for (const k of [0, 10, 15, 30, 50]) {
      expectClose(d.pmf(k), b.pmf(k), 1e-11, `mass at ${k}`);
      expectClose(d.cdf(k), b.cdf(k), 1e-11, `tail at ${k}`);
    }
    expect(d.entropy()).toBeCloseTo(b.entropy(), 11);
  });

  test("the two ways of forming a tail meet", () => {
    // neighbours on either side of the step from sums to integrals differ by one mass
    const d = prob.hypergeometric(4e10, 2e10, 1e10);
    for (let k = 5e9 - 3e5; k <= 5e9 + 3e5; k += 4321) {
      const [one, next] = k < 5e9 ? [d.cdf(k), d.cdf(k - 1)] : [d.sf(k - 1), d.sf(k)];
      expect(Math.abs(one - next - d.pmf(k))).toBeLessThan(3e-13 * one);
    }
  });

  test("draws have its mean and variance, for small numbers and large", () => {
    for (const args of [
      [10, 4, 3],
      [1000, 7, 400],
      [1e6, 400000, 300000],
      [8e15, 1e15, 3e15],
    ] as const) {
      const d = prob.hypergeometric(args[0], args[1], args[2]);
      for (const z of momentScores(d, rng(3), 20000)) expect(Math.abs(z)).toBeLessThan(3.5);
    }
  });

  test("draws have its masses", () => {
    const d = prob.hypergeometric(12, 5, 6);
    const n = 40000;
    const counts = new Array<number>(6).fill(0);
    for (const k of d.sample(rng(9), n)) counts[k] += 1;
    const statistic = counts.reduce((s, c, k) => s + (c - n * d.pmf(k)) ** 2 / (n * d.pmf(k)), 0);
    expect(prob.chiSquare(5).sf(statistic)).toBeGreaterThan(1e-3);
  });

  test("where all or none are drawn, or all are alike, nothing is left to chance", () => {
    for (const [M, n, N, k] of [
      [7, 3, 7, 3],
      [7, 3, 0, 0],
      [7, 7, 2, 2],
      [1, 0, 1, 0],
      [2 ** 53 - 1, 2 ** 53 - 1, 5, 5],
    ]) {
      const d = prob.hypergeometric(M, n, N);
      expect(d.support).toEqual([k, k]);
      expect([d.pmf(k), d.cdf(k), d.sf(k), d.mean, d.variance]).toEqual([1, 1, 0, k, 0]);
      expect(d.entropy()).toBe(0);
      expect(d.sample(rng(0), 3)).toEqual([k, k, k]);
    }
  });

  test("the entropy of large numbers joins that by summation", () => {
    const args = [
      [2e7, 5e6, 5e6],
      [4e7, 1e7, 1e7],
    ] as const;
    const [a, b] = args.map(([M, n, N]) => prob.hypergeometric(M, n, N));
    expect(a.variance).toBeLessThan(1e6);
    expect(b.variance).toBeGreaterThan(1e6);
    // the leading term, and skewness²/12 with skewness = (M − 2n)(M − 2N)/(M(M − 2)σ) = 1/(4σ)
    const rise = 0.5 * Math.log(b.variance / a.variance) + (1 / a.variance - 1 / b.variance) / 192;
    expect(b.entropy() - a.entropy()).toBeCloseTo(rise, 11);
  });
});
