/** What all distributions on the line have in common: shapes, supports, ends, identities, errors. */
import { describe, expect, test } from "vitest";
import * as prob from "../../lib/prob";
import { type EitherKind, expectClose } from "./helpers";

const CONTINUOUS = [
  prob.normal(1, 2),
  prob.uniform(-1, 3),
  prob.exponential(2),
  prob.gamma(0.6, 2),
  prob.gamma(4, 0.5),
  prob.chiSquare(3),
  prob.beta(0.7, 3),
  prob.studentT(4),
  prob.fisherF(3, 7),
  prob.laplace(1, 2),
  prob.cauchy(-1, 0.5),
  prob.logNormal(0.3, 0.8),
  prob.weibull(0.8, 2),
  prob.weibull(3, 0.5),
  prob.mixture([0.5, 0.5], [prob.normal(0, 1), prob.normal(3, 2)]),
];
const DISCRETE = [
  prob.bernoulli(0.3),
  prob.binomial(9, 0.4),
  prob.poisson(3.5),
  prob.geometric(0.5),
  prob.negativeBinomial(2.5, 0.6),
  prob.hypergeometric(20, 8, 6),
  prob.categorical([0.1, 0, 0.6, 0.3]),
];
const ALL = [...CONTINUOUS, ...DISCRETE];
const label = (d: prob.Distribution) => `${d.name}(${JSON.stringify(d.params)})`;

describe.each(ALL.map((d) => [label(d), d] as const))("%s", (_, d) => {
  test("beyond the support there is nothing", () => {
    const [low, high] = d.support;
    for (const [x, cdf] of [
      [low === -Infinity ? low : low - 1, 0],
      [high === Infinity ? high : high + 1, 1],
    ]) {
      expect(d.cdf(x)).toBe(cdf);
      expect(d.sf(x)).toBe(1 - cdf);
      expect(d.logcdf(x)).toBeCloseTo(Math.log(cdf), 15);
      expect(d.logsf(x)).toBeCloseTo(Math.log(1 - cdf), 15);
      const density = d as prob.Distribution as EitherKind;
      expect((density.pdf ?? density.pmf)(x)).toBe(0);
      expect((density.logpdf ?? density.logpmf)(x)).toBe(-Infinity);
    }
    expect(d.ppf([0, 1])).toEqual([low, high]);
    expect(d.isf([1, 0])).toEqual([low, high]);
  });

  test("the functions of the tails agree with one another", () => {
    for (const x of d.ppf([0.01, 0.3, 0.7, 0.95])) {
      expect(d.cdf(x) + d.sf(x)).toBeCloseTo(1, 14);
      expectClose(d.logcdf(x), Math.log(d.cdf(x)), 1e-12, `logcdf(${x})`);
      if (d.sf(x) > 0) expectClose(d.logsf(x), Math.log(d.sf(x)), 1e-12, `logsf(${x})`);
    }
  });

  test("numbers give numbers, arrays arrays; methods stand on their own", () => {
    const { cdf, ppf } = d;
    const x = ppf([0.2, 0.5]);
    expect(cdf(x)).toEqual(x.map((v) => cdf(v)));
    expect(x.map(cdf)).toEqual(cdf(x));
    expect(cdf([])).toEqual([]);
  });

  test("nothing about it can be changed", () => {
    expect(Object.isFrozen(d)).toBe(true);
    expect(Object.isFrozen(d.params)).toBe(true);
    expect(Object.isFrozen(d.support)).toBe(true);
  });

  test("errors name the method, the argument and what came", () => {
    const call = (f: unknown, x: unknown) => () => (f as (x: unknown) => unknown)(x);
    expect(call(d.cdf, Number.NaN)).toThrow(`${d.name}.cdf: x must be a number, got NaN`);
    expect(call(d.sf, [0, Number.NaN])).toThrow(`${d.name}.sf: x[1] must be a number, got NaN`);
    expect(call(d.logcdf, "0")).toThrow(
      `${d.name}.logcdf: x must be a number or an array of numbers, got "0" (string)`,
    );
    expect(call(d.ppf, 1.1)).toThrow(`${d.name}.ppf: p must be a number in [0, 1], got 1.1`);
    expect(call(d.isf, [0.5, -1])).toThrow(
      `${d.name}.isf: p[1] must be a number in [0, 1], got -1`,
    );
  });
});

/** ∫ f over [a, b] by Simpson's rule. */
function simpson(f: (x: number) => number, a: number, b: number, n = 4000): number {
  const h = (b - a) / n;
  let sum = f(a) + f(b);
  for (let i = 1; i < n; i++) sum += (i % 2 ? 4 : 2) * f(a + i * h);
  return (sum * h) / 3;
}

describe.each(CONTINUOUS.map((d) => [label(d), d] as const))("%s", (_, d) => {
  test("the density is the derivative of the distribution function", () => {
    const [a, b] = d.ppf([0.1, 0.9]);
    expect(simpson((x) => d.pdf(x), a, b)).toBeCloseTo(0.8, 9);
    expectClose(d.logpdf((a + b) / 2), Math.log(d.pdf((a + b) / 2)), 1e-12, "logpdf");
  });

  test("quantiles invert both tails", () => {
    for (const p of [1e-9, 0.1, 0.5, 0.8]) {
      const [x, y] = [d.ppf(p), d.isf(p)];
      // besides the tolerance, what rounding the quantile to a double changes
      const rounding = (v: number) => (2.3e-16 * Math.abs(v) * d.pdf(v)) / p;
      expectClose(d.cdf(x), p, 1e-13 + rounding(x), `cdf(ppf(${p}))`);
      expectClose(d.sf(y), p, 1e-13 + rounding(y), `sf(isf(${p}))`);
    }
  });
});

describe.each(DISCRETE.map((d) => [label(d), d] as const))("%s", (_, d) => {
  const values = Array.from({ length: 60 }, (_, k) => k);

  test("the masses sum to 1, to the tails, to mean, variance and entropy", () => {
    const mass = d.pmf(values);
    const sum = (f: (p: number, k: number) => number) => mass.reduce((s, p, k) => s + f(p, k), 0);
    expect(sum((p) => p)).toBeCloseTo(1, 14);
    expect(sum((p, k) => p * k)).toBeCloseTo(d.mean, 13);
    expect(sum((p, k) => p * (k - d.mean) ** 2)).toBeCloseTo(d.variance, 12);
    expect(sum((p) => (p > 0 ? -p * Math.log(p) : 0))).toBeCloseTo(d.entropy(), 13);
    for (const k of [0, 1, 2, 3]) {
      expect(mass.slice(0, k + 1).reduce((a, b) => a + b, 0)).toBeCloseTo(d.cdf(k), 14);
      expectClose(d.logpmf(k), Math.log(d.pmf(k)), 1e-12, "logpmf");
    }
  });

  test("steps at whole numbers only", () => {
    expect(d.cdf(1.5)).toBe(d.cdf(1));
    expect(d.cdf(2 - 1e-12)).toBe(d.cdf(1));
    expect(d.sf(0.5)).toBe(d.sf(0));
    expect(d.pmf([0.5, -1, 1e300])).toEqual([0, 0, 0]);
    expect(d.logpmf(0.5)).toBe(-Infinity);
  });

  test("a quantile of an attained probability is that value", () => {
    for (const k of values.slice(0, 5)) {
      if (d.pmf(k) > 0)
        expect(d.ppf(Math.min(1, d.cdf(k)))).toBe(d.cdf(k) === 1 ? d.support[1] : k);
    }
  });
});

describe("particular ends and limits", () => {
  test("densities at the ends of the support", () => {
    expect(prob.gamma(0.5).pdf(0)).toBe(Infinity);
    expect(prob.gamma(1, 3).pdf(0)).toBeCloseTo(3, 14);
    expect(prob.gamma(2).pdf([0, Infinity])).toEqual([0, 0]);
    expect(prob.beta(0.5, 0.5).pdf([0, 1])).toEqual([Infinity, Infinity]);
    expect(prob.beta(1, 3).pdf(0)).toBeCloseTo(3, 14);
    expect(prob.beta(3, 1).pdf(1)).toBeCloseTo(3, 14);
    expect(prob.beta(2, 3).pdf([0, 1])).toEqual([0, 0]);
    expect(prob.fisherF(1, 5).pdf(0)).toBe(Infinity);
    expect(prob.fisherF(2, 5).pdf(0)).toBe(1);
    expect(prob.fisherF(3, 5).pdf([0, Infinity])).toEqual([0, 0]);
    expect(prob.studentT(3).pdf([Infinity, 1e200])).toEqual([0, 0]);
    expect(prob.normal().logpdf(1e200)).toBe(-Infinity);
  });

  test("rates and values whose product leaves the range of doubles", () => {
    expect(prob.gamma(2, 1e200).logpdf(1e200)).toBe(-Infinity);
    expectClose(prob.gamma(1, 1e-200).logpdf(1e-200), -200 * Math.LN10, 1e-14, "small");
    expectClose(prob.gamma(3, 1e-300).cdf(1e300), 0.08030139707139418, 1e-13, "1");
    expectClose(prob.studentT(1).sf(1e300), 1 / (Math.PI * 1e300), 1e-13, "Cauchy");
    expectClose(prob.studentT(1e300).cdf(1.96), 0.9750021048517795, 1e-13, "normal limit");
    expectClose(prob.fisherF(2, 2).sf(1e300), 1e-300, 1e-13, "F");
  });

  test("quantiles near and beyond the ends of the doubles", () => {
    // the Cauchy distribution: P(T > t) = 1/(πt) for large t
    for (const p of [1e-100, 1e-161, 1e-300]) {
      expectClose(prob.studentT(1).isf(p), 1 / (Math.PI * p), 1e-12, `Cauchy at ${p}`);
    }
    expect(prob.studentT(0.01).ppf(1e-300)).toBe(-Infinity);
    expect(prob.fisherF(30000, 1e-3).ppf(0.47)).toBe(Infinity);
    expect(prob.fisherF(1e-3, 30000).isf(0.47)).toBe(0);
    expect(prob.gamma(1e-3).ppf(0.1)).toBe(0);
    expect(prob.beta(5, 1.2).isf(1e-300)).toBe(1);
  });

  test("moments that do not exist are NaN, those that diverge infinite", () => {
    const moments = (d: prob.Distribution) => [d.mean, d.variance];
    expect(moments(prob.studentT(1))).toEqual([Number.NaN, Number.NaN]);
    expect(moments(prob.studentT(1.5))).toEqual([0, Infinity]);
    expect(moments(prob.studentT(4))).toEqual([0, 2]);
    expect(moments(prob.fisherF(3, 2))).toEqual([Infinity, Number.NaN]);
    expect(moments(prob.fisherF(3, 4))).toEqual([2, Infinity]);
  });

  test("degenerate discrete distributions", () => {
    expect(prob.binomial(0, 0.3).pmf([0, 1])).toEqual([1, 0]);
    expect(prob.binomial(5, 0).pmf([0, 1])).toEqual([1, 0]);
    expect(prob.binomial(5, 1).cdf([4, 5])).toEqual([0, 1]);
    expect(prob.binomial(5, 1).ppf(0.5)).toBe(5);
    expect(
      [prob.binomial(5, 1), prob.poisson(0), prob.bernoulli(0)].map((d) => d.entropy()),
    ).toEqual([0, 0, 0]);
    expect(prob.poisson(0).cdf(0)).toBe(1);
    expect(prob.poisson(0).ppf(0.5)).toBe(0);
  });

  test("entropies of large counts join those by summation", () => {
    for (const [a, b] of [
      [prob.poisson(999999), prob.poisson(1000001)],
      [prob.binomial(4e6 - 4, 0.5), prob.binomial(4e6 + 4, 0.5)],
    ]) {
      const rise = 0.5 * Math.log(b.variance / a.variance); // the leading term, ½·ln(2πeσ²)
      expect(b.entropy() - a.entropy()).toBeCloseTo(rise, 11);
    }
  });

  test("very large counts", () => {
    const d = prob.binomial(1e15, 0.3);
    expect(d.ppf(0.5)).toBe(3e14);
    // Φ at the mean with the corrections for continuity and skewness
    const sigma = d.std;
    const z = (0.5 + 0.011102230246251565) / sigma; // 0.3 is a double a little less than 0.3
    const edgeworth = 0.5 + (z + 0.4 / (6 * sigma)) / Math.sqrt(2 * Math.PI);
    expectClose(d.cdf(3e14), edgeworth, 1e-13, "binomial");
    expectClose(
      prob.poisson(1e15).cdf(1e15),
      0.5 + 2 / 3 / Math.sqrt(2e15 * Math.PI),
      1e-13,
      "poisson",
    );
  });
});

test.each<[() => unknown, string]>([
  [() => prob.normal(Number.NaN), "normal: mean must be a finite number, got NaN"],
  [() => prob.normal(0, 0), "normal: std must be a number > 0, got 0"],
  [() => prob.normal(0, Infinity), "normal: std must be a number > 0, got Infinity"],
  [() => prob.uniform(1, 1), "uniform: high must be a number > 1, got 1"],
  [() => prob.beta(1e308, 1e308), "beta: a + b must be a finite number, got Infinity"],
  [() => prob.exponential(0), "exponential: rate must be a number > 0, got 0"],
  [() => prob.gamma(1e-308), "gamma: shape must be a number ≥ 1e-300, got 1e-308"],
  [() => prob.chiSquare(5e-324), "chiSquare: df must be a number ≥ 1e-300, got 5e-324"],
  [() => prob.beta(2, 1e-301), "beta: b must be a number ≥ 1e-300, got 1e-301"],
  [() => prob.fisherF(1e-308, 1), "fisherF: d1 must be a number ≥ 1e-300, got 1e-308"],
  [() => prob.gamma(0), "gamma: shape must be a number > 0, got 0"],
  [() => prob.gamma(1, -1), "gamma: rate must be a number > 0, got -1"],
  [() => prob.chiSquare(0), "chiSquare: df must be a number > 0, got 0"],
  [() => prob.beta(0, 1), "beta: a must be a number > 0, got 0"],
  [() => prob.beta(1, Infinity), "beta: b must be a number > 0, got Infinity"],
  [() => prob.studentT(-1), "studentT: df must be a number > 0, got -1"],
  [() => prob.fisherF(1, 0), "fisherF: d2 must be a number > 0, got 0"],
  [() => prob.laplace(0, 0), "laplace: scale must be a number > 0, got 0"],
  [() => prob.laplace(Infinity), "laplace: location must be a finite number, got Infinity"],
  [() => prob.cauchy(0, -1), "cauchy: scale must be a number > 0, got -1"],
  [() => prob.logNormal(0, Number.NaN), "logNormal: sigma must be a number > 0, got NaN"],
  [() => prob.weibull(0), "weibull: shape must be a number > 0, got 0"],
  [() => prob.weibull(1, 0), "weibull: scale must be a number > 0, got 0"],
  [() => prob.geometric(0), "geometric: p must be a number in [1e-12, 1], got 0"],
  [
    () => prob.negativeBinomial(0, 0.5),
    "negativeBinomial: r must be a number in (0, 1000000000], got 0",
  ],
  [
    () => prob.negativeBinomial(1, 0),
    "negativeBinomial: p must be a number in [0.00001, 1], got 0",
  ],
  [
    () => prob.negativeBinomial(1e8, 1e-5),
    "negativeBinomial: variance r(1 − p)/p² must be a number in [0, 10000000000]",
  ],
  [
    () => prob.hypergeometric(0, 0, 0),
    "hypergeometric: M must be an integer in [1, 9007199254740991], got 0",
  ],
  [() => prob.hypergeometric(5, 6, 1), "hypergeometric: n must be an integer in [0, 5], got 6"],
  [() => prob.hypergeometric(5, 2, 1.5), "hypergeometric: N must be an integer in [0, 5], got 1.5"],
  [() => prob.bernoulli(1.5), "bernoulli: p must be a number in [0, 1], got 1.5"],
  [
    () => prob.binomial(2.5, 0.5),
    "binomial: n must be an integer in [0, 9007199254740991], got 2.5",
  ],
  [() => prob.binomial(2, -0.5), "binomial: p must be a number in [0, 1], got -0.5"],
  [() => prob.poisson(-1), "poisson: lambda must be a number in [0, 1000000000000000], got -1"],
  [() => prob.categorical([]), "categorical: p must have at least 1 entry, got 0"],
  [() => prob.categorical([0.5, 0.6]), "categorical: p must sum to 1, its sum is 1.1"],
  [() => prob.categorical([-0.5, 1.5]), "categorical: p must be ≥ 0, p[0] is -0.5"],
])("parameters: %#", (f, text) => {
  expect(f).toThrow(RangeError);
  expect(f).toThrow(text);
});
