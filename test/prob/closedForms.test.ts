/** Laws of closed form where their parts leave the range of doubles, by limits and by sampling. */
import { describe, expect, test } from "vitest";
import { rng } from "../../lib/core";
import * as prob from "../../lib/prob";
import { expectClose, kolmogorovDistance, momentScores } from "./helpers";

describe("beyond the range of doubles", () => {
  test("values so far from the location that their difference overflows", () => {
    const far = prob.laplace(-1e308, 1e307);
    expectClose(far.logsf(1e308), -Math.LN2 - 20, 1e-14, "laplace");
    expectClose(far.ppf(1 - 0.5 * Math.exp(-15)), 5e307, 1e-9, "laplace quantile");
    expectClose(
      prob.cauchy(-1e308, 1e308).cdf(1e308),
      0.5 + Math.atan(2) / Math.PI,
      1e-15,
      "cauchy",
    );
    expectClose(
      prob.cauchy(0, 1e-300).logsf(1e300),
      -Math.log(Math.PI) - 600 * Math.LN10,
      1e-14,
      "s",
    );
    expectClose(
      prob.cauchy(0, 1e-300).logpdf(1e300),
      -Math.log(Math.PI) - 900 * Math.LN10,
      1e-14,
      "l",
    );
  });

  test("standard deviations where the variance is not a double", () => {
    expectClose(prob.laplace(0, 1e200).std, Math.SQRT2 * 1e200, 1e-15, "laplace");
    expectClose(prob.weibull(1e200).std, (Math.PI / Math.sqrt(6)) * 1e-200, 1e-12, "weibull");
    expectClose(prob.weibull(1, 1e-250).std, 1e-250, 1e-12, "weibull, small scale");
    expectClose(prob.logNormal(0, 1e-200).std, 1e-200, 1e-12, "logNormal");
    expectClose(prob.logNormal(-400).std, Math.exp(-399.5) * Math.sqrt(Math.E - 1), 1e-12, "mu");
    expect(prob.weibull(0.001).mean).toBe(Infinity);
    expect(prob.weibull(5e-324).variance).toBe(Infinity);
    expect(prob.logNormal(0, 100).variance).toBe(Infinity);
  });

  test("the ends of the half line", () => {
    expect(prob.weibull(0.5).pdf(0)).toBe(Infinity);
    expect(prob.weibull(1, 4).pdf(0)).toBeCloseTo(0.25, 15);
    expect(prob.weibull(2).pdf([0, Infinity])).toEqual([0, 0]);
    expect(prob.logNormal().pdf([0, Infinity])).toEqual([0, 0]);
    expect(prob.weibull(3).logcdf(0)).toBe(-Infinity);
    expectClose(prob.weibull(3).logcdf(1e-200), -600 * Math.LN10, 1e-14, "hazard underflows");
    expect(prob.geometric(1).pmf([1, 2])).toEqual([1, 0]);
    expect(prob.geometric(1).entropy()).toBe(0);
    expect(prob.geometric(1).ppf([0, 0.5, 1])).toEqual([1, 1, 1]);
  });

  test("no mean, no variance", () => {
    expect([prob.cauchy().mean, prob.cauchy().variance, prob.cauchy().std]).toEqual(
      Array(3).fill(Number.NaN),
    );
  });
});

test("families that are one another", () => {
  const x = [-3, -0.2, 0.4, 7];
  for (const v of x) {
    expectClose(prob.cauchy().cdf(v), prob.studentT(1).cdf(v), 1e-13, "t with one degree");
    expectClose(prob.logNormal(1, 2).cdf(Math.exp(v)), prob.normal(1, 2).cdf(v), 1e-13, "normal");
  }
  expectClose(prob.weibull(1, 0.5).sf(3), prob.exponential(2).sf(3), 1e-15, "exponential");
  expectClose(prob.weibull(2, Math.SQRT2).cdf(1.5), prob.chiSquare(2).cdf(2.25), 1e-14, "Rayleigh");
  const folded = prob.laplace(0, 2).sf(3) * 2;
  expectClose(folded, prob.exponential(0.5).sf(3), 1e-15, "|laplace| is exponential");
});

describe("sampling", () => {
  const LAWS = [
    prob.laplace(1, 2),
    prob.cauchy(-1, 3),
    prob.logNormal(0.5, 0.7),
    prob.weibull(0.6, 2),
    prob.weibull(4, 3),
  ];
  test.each(LAWS.map((d) => [d.name, d] as const))("%s, by Kolmogorov's distance", (_, d) => {
    const n = 20000;
    // passed by one sample in a thousand
    expect(kolmogorovDistance(d.sample(rng(5), n), d.cdf)).toBeLessThan(1.95 / Math.sqrt(n));
  });

  test("geometric, by moments and masses", () => {
    const d = prob.geometric(0.3);
    for (const z of momentScores(d, rng(3), 20000)) expect(Math.abs(z)).toBeLessThan(3.5);
    const ones = d.sample(rng(4), 20000).filter((k) => k === 1).length;
    expect(Math.abs(ones - 6000) / Math.sqrt(20000 * 0.21)).toBeLessThan(3.5);
  });
});
