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

  test("a flat stretch gives its left end from both sides, p = 0 and 1 the ends of the support", () => {
    const parts = [prob.uniform(0, 1), prob.uniform(2, 3), prob.beta(2, 3)];
    const gap = prob.mixture([0.5, 0.5, 0], parts);
    expect(gap.ppf([0, 0.5, 1])).toEqual([0, 1, 3]);
    expect(gap.isf([0, 0.5, 1])).toEqual([3, 1, 0]);
    expect(gap.ppf(0.5 + 2 ** -53)).toBeGreaterThanOrEqual(2);
    expect(gap.isf(0.5 - 2 ** -54)).toBeGreaterThanOrEqual(2);
    const three = prob.mixture(
      [0.25, 0.5, 0.25],
      [prob.uniform(-9, -8), prob.uniform(0, 1), prob.uniform(1e300, 2e300)],
    );
    expect(three.ppf([0.25, 0.75])).toEqual([-8, 1]);
    expect(three.isf([0.25, 0.75])).toEqual([1, -8]);
  });

  test("between normals that hardly meet, what is small decides", () => {
    for (const distance of [5, 20, 100, 1e6]) {
      const twins = prob.mixture([0.5, 0.5], [prob.normal(-distance), prob.normal(distance)]);
      expect(Math.abs(twins.ppf(0.5))).toBeLessThan(1e-9 * distance);
      expect(Math.abs(twins.isf(0.5))).toBeLessThan(1e-9 * distance);
    }
    const narrow = prob.mixture([0.5, 0.5], [prob.normal(0, 1), prob.normal(100, 3)]);
    expectClose(narrow.ppf(0.5), 25, 0.02, "where x²/2 = (100 − x)²/18, nearly");
  });

  test("tiny weights", () => {
    const d = prob.mixture([1, 1e-300], [prob.normal(0, 1), prob.normal(1e6, 1)]);
    expectClose(d.sf(1e5), 1e-300, 1e-14, "sf");
    expectClose(d.isf(5e-301), 1e6, 1e-15, "isf");
    expectClose(d.logpdf(1e6), prob.normal().logpdf(0) + Math.log(1e-300), 1e-15, "logpdf");
    const wide = prob.mixture([1, 1e-300], [prob.normal(0, 1), prob.normal(0, 1e200)]);
    expectClose(wide.variance, 1e100, 1e-12, "variance");
    for (const p of [1e-300, 1e-10, 0.3, 0.999]) {
      expectClose(d.logcdf(d.ppf(p)), Math.log(p), 1e-12, `ppf(${p})`);
    }
  });

  test("quantiles that overflow", () => {
    const heavy = prob.mixture([0.5, 0.5], [prob.studentT(1e-3), prob.normal()]);
    expect(heavy.ppf([1e-3, 1 - 2 ** -10])).toEqual([-Infinity, Infinity]);
    expect(Number.isFinite(heavy.ppf(0.3))).toBe(true);
  });

  test("neither tail passes 1, and they add up", () => {
    const tenth = new Array<number>(10).fill(0.1);
    const d = prob.mixture(
      tenth,
      tenth.map((_, k) => prob.uniform(k, k + 1)),
    );
    for (let x = -0.5; x < 11; x += 0.25) {
      expect(d.cdf(x)).toBeLessThanOrEqual(1);
      expect(d.cdf(x) + d.sf(x)).toBeCloseTo(1, 15);
      expect(d.cdf(x + 0.25)).toBeGreaterThanOrEqual(d.cdf(x));
    }
  });

  test("of discrete laws", () => {
    const [a, b] = [prob.poisson(2), prob.binomial(1000, 0.9)];
    const d = prob.mixture([0.3, 0.7], [a, b]);
    expect(d.kind).toBe("discrete");
    expect(d.support).toEqual([0, Infinity]);
    for (const k of [0, 1, 3, 50, 900]) {
      expectClose(d.pmf(k), 0.3 * a.pmf(k) + 0.7 * b.pmf(k), 1e-15, `pmf(${k})`);
      expectClose(d.cdf(k), 0.3 * a.cdf(k) + 0.7 * b.cdf(k), 1e-15, `cdf(${k})`);
      expectClose(d.logsf(k), Math.log(d.sf(k)), 1e-13, `logsf(${k})`);
    }
    expectClose(d.mean, 0.6 + 630, 1e-15, "mean");
    expectClose(
      d.variance,
      0.3 * (2 + (2 - d.mean) ** 2) + 0.7 * (90 + (900 - d.mean) ** 2),
      1e-14,
      "variance",
    );
    for (const p of [1e-300, 0.01, 0.2999, 0.3, 0.31, 0.9, 1 - 2 ** -53]) {
      const k = d.ppf(p);
      expect(d.cdf(k)).toBeGreaterThanOrEqual(p);
      if (k > 0) expect(d.cdf(k - 1)).toBeLessThan(p);
    }
    expect(d.ppf([0, 1])).toEqual([0, Infinity]);
    const sum = d
      .pmf(Array.from({ length: 1001 }, (_, k) => k))
      .reduce((h, p) => h - (p > 0 ? p * Math.log(p) : 0), 0);
    expectClose(d.entropy(), sum, 1e-13, "entropy");
    const one = prob.mixture([1], [prob.poisson(1e-300)]);
    expectClose(one.entropy(), prob.poisson(1e-300).entropy(), 1e-12, "entropy of hardly anything");
    expect(
      prob.mixture([0.5, 0.5], [prob.bernoulli(1), prob.bernoulli(1)]).ppf([0, 0.5, 1]),
    ).toEqual([1, 1, 1]);
    expect(() => prob.mixture([0.5, 0.5], [prob.poisson(1e15), prob.poisson(3)]).entropy()).toThrow(
      "mixture.entropy: more than 100000000 values are too many to sum",
    );
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
    expect(() => prob.mixture([0.5, 0.5], [prob.normal(), prob.poisson(2) as never])).toThrow(
      "mixture: components must be of one kind, components[0] is continuous and components[1] discrete",
    );
    expect(() => prob.mixture([1], [prob.multivariateNormal([0], [[1]]) as never])).toThrow(
      "mixture: components[0] must be a distribution on the line, got an Object",
    );
    expect(() => prob.mixture([1], [prob.gamma(0.001)]).entropy()).toThrow(
      "mixture.entropy: the integral diverges",
    );
  });
});
