import { describe, expect, test } from "vitest";
import * as prob from "../../lib/prob";
import { expectClose } from "./helpers";

describe("mixture", () => {
  const d = prob.mixture(
    [0.2, 0, 0.5, 0.3],
    [prob.normal(-4, 1), prob.normal(50, 1), prob.gamma(2, 1), prob.uniform(3, 9)],
  );

  test("of one component is that component", () => {
    for (const c of [prob.normal(3, 2), prob.gamma(0.7, 2), prob.beta(2, 5), prob.exponential(3)]) {
      const m = prob.mixture([1], [c]);
      expect(m.mean).toBe(c.mean);
      expect(m.variance).toBe(c.variance);
      expect(m.support).toEqual(c.support);
      expectClose(m.entropy(), c.entropy(), 1e-12, "entropy");
      for (const p of [1e-300, 1e-10, 0.3, 0.5, 0.99]) {
        expectClose(m.ppf(p), c.ppf(p), 1e-14, `ppf(${p})`);
        expectClose(m.isf(p), c.isf(p), 1e-14, `isf(${p})`);
        expectClose(m.logpdf(c.ppf(p)), c.logpdf(c.ppf(p)), 1e-14, `logpdf at ${p}`);
      }
    }
  });

  test("density and tails are the weighted sums; a weight of 0 does not count", () => {
    for (const x of [-6, -1, 0.5, 4, 8.9, 12]) {
      const sum = (f: (c: prob.ContinuousDistribution) => number) =>
        0.2 * f(prob.normal(-4, 1)) + 0.5 * f(prob.gamma(2, 1)) + 0.3 * f(prob.uniform(3, 9));
      expectClose(
        d.pdf(x),
        sum((c) => c.pdf(x)),
        1e-15,
        `pdf(${x})`,
      );
      expectClose(d.logpdf(x), Math.log(d.pdf(x)), 1e-14, `logpdf(${x})`);
      expectClose(
        d.cdf(x),
        sum((c) => c.cdf(x)),
        1e-15,
        `cdf(${x})`,
      );
      expectClose(
        d.sf(x),
        sum((c) => c.sf(x)),
        1e-15,
        `sf(${x})`,
      );
      expectClose(d.logsf(x), Math.log(d.sf(x)), 1e-14, `logsf(${x})`);
    }
    expect(d.support).toEqual([-Infinity, Infinity]);
    expect(d.mean).toBeCloseTo(0.2 * -4 + 0.5 * 2 + 0.3 * 6, 14);
  });

  test("quantiles invert the tails, far out as well", () => {
    for (const p of [1e-300, 1e-50, 1e-4, 0.2, 0.45, 0.5, 0.8, 0.9999]) {
      expectClose(d.logcdf(d.ppf(p)), Math.log(p), 2e-14, `ppf(${p})`);
      expectClose(d.logsf(d.isf(p)), Math.log(p), 2e-14, `isf(${p})`);
    }
    expect(d.ppf([0, 1])).toEqual([-Infinity, Infinity]);
  });

  test("quantiles of components whose own lie many orders of magnitude apart", () => {
    const apart = prob.mixture([0.5, 0.5], [prob.gamma(0.05), prob.normal(5, 1)]);
    for (const p of [1e-6, 0.01, 0.3]) {
      expectClose(apart.cdf(apart.ppf(p)), p, 1e-14, `ppf(${p})`);
    }
    const first = prob.gamma(0.05).ppf(2e-6 - prob.ndtr(-5)); // the normal adds Φ(−5) at 0
    expectClose(apart.ppf(1e-6), first, 1e-12, "close to 0");
  });

  test("a quantile within a gap where the distribution function is flat", () => {
    const gap = prob.mixture([0.5, 0.5], [prob.uniform(0, 1), prob.uniform(10, 11)]);
    expect(gap.cdf(gap.ppf(0.5))).toBe(0.5);
    expectClose(gap.ppf(0.6), 10.2, 1e-14, "beyond the gap");
    expectClose(gap.ppf(0.4), 0.8, 1e-14, "before the gap");
  });

  test("entropy of components that do not overlap", () => {
    const apart = prob.mixture([0.25, 0.75], [prob.normal(0, 1), prob.normal(100, 2)]);
    const weights = -0.25 * Math.log(0.25) - 0.75 * Math.log(0.75);
    const within = 0.25 * prob.normal(0, 1).entropy() + 0.75 * prob.normal(0, 2).entropy();
    expectClose(apart.entropy(), weights + within, 1e-13, "entropy");
  });

  test("errors", () => {
    const one = [prob.normal()];
    expect(() => prob.mixture([0.5, 0.6], one)).toThrow(
      "mixture: weights must sum to 1, its sum is 1.1",
    );
    expect(() => prob.mixture([-0.5, 1.5], one)).toThrow("weights must be ≥ 0, weights[0] is -0.5");
    expect(() => prob.mixture([1], [])).toThrow(
      "mixture: components must have length 1 (number of weights), got 0",
    );
    expect(() => prob.mixture([1], {} as never)).toThrow(TypeError);
    expect(() => prob.mixture([1], [prob.poisson(2) as never])).toThrow(
      "mixture: components[0] must be a continuous distribution, got an Object",
    );
    expect(() => prob.mixture([1], [prob.gamma(0.001)]).entropy()).toThrow(
      "mixture.entropy: the integral diverges",
    );
  });
});
