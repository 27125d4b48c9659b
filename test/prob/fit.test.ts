import { describe, expect, test } from "vitest";
import { rng } from "../../lib/core";
import * as prob from "../../lib/prob";
import fixture from "./fixtures/fit.json";
import { expectClose } from "./helpers";

type Family = (...args: never[]) => prob.ContinuousDistribution;
const family = (name: string) => (prob as never as Record<string, Family>)[name];
const numbers = (named: object) => Object.values(named).flat() as number[];

describe("against the score equations in 40 digits", () => {
  fixture.cases.forEach(({ name, x, params, errors, logLikelihood }, i) => {
    test(`${name}, ${i}`, () => {
      const result = prob.fit(family(name), x as number[]);
      expect(result.converged).toBe(true);
      const got = numbers(result.distribution.params);
      const se = numbers(result.standardErrors);
      expect(got.length).toBe(params.length);
      got.forEach((v, k) => {
        // a maximum is as sharp as its standard error
        expect(Math.abs(v - params[k])).toBeLessThan(1e-9 * errors[k] + 2e-15 * Math.abs(v));
        expectClose(se[k], errors[k], 1e-7, `standard error ${k}`);
      });
      expect(Math.abs(result.logLikelihood - logLikelihood)).toBeLessThan(
        1e-11 * (1 + Math.abs(logLikelihood)),
      );
    });
  });
});

describe("closed forms", () => {
  test("uniform is the range, laplace the median and the mean distance", () => {
    const box = prob.fit(prob.uniform, [3, -1, 2]);
    expect(box.distribution.params).toEqual({ low: -1, high: 3 });
    expect(box.standardErrors).toEqual({ low: Number.NaN, high: Number.NaN });
    const tent = prob.fit(prob.laplace, [1, 2, 4, 9]);
    expect(tent.distribution.params).toEqual({ location: 3, scale: 2.5 });
    expect(tent.standardErrors).toEqual({ location: 1.25, scale: 1.25 });
  });

  test("binomial with n given", () => {
    const { distribution, standardErrors } = prob.fit(prob.binomial, [0, 1, 2, 1], { n: 4 });
    expect(distribution.params).toEqual({ n: 4, p: 0.25 });
    expectClose(standardErrors.p, Math.sqrt(0.1875 / 16), 1e-15, "error of a share");
    expect(Object.keys(standardErrors)).toEqual(["p"]);
    expect(prob.fit(prob.binomial, [4, 4], { n: 4 }).standardErrors).toEqual({ p: Number.NaN });
  });

  test("estimates at the end of their range have no standard error", () => {
    for (const [make, x] of [
      [prob.poisson, [0, 0]],
      [prob.bernoulli, [1, 1]],
      [prob.bernoulli, [0]],
      [prob.geometric, [1, 1]],
    ] as const) {
      const { distribution, standardErrors, logLikelihood } = prob.fit(make, x);
      expect(distribution.mean).toBe(x[0]);
      expect(Object.values(standardErrors)).toEqual([Number.NaN]);
      expect(logLikelihood).toBeCloseTo(0, 15);
    }
  });
});

const FAMILIES: [prob.ContinuousDistribution, Family][] = [
  [prob.normal(3, 2), prob.normal],
  [prob.laplace(1, 2), prob.laplace],
  [prob.cauchy(1, 2), prob.cauchy],
  [prob.gamma(0.7, 3), prob.gamma],
  [prob.weibull(1.3, 3), prob.weibull],
  [prob.logNormal(1, 0.4), prob.logNormal],
  [prob.exponential(4), prob.exponential],
  [prob.chiSquare(5), prob.chiSquare],
  [prob.beta(0.8, 3), prob.beta],
];

test.each(FAMILIES)("recovers what data were drawn from: %o", (law, make) => {
  const x = law.sample(rng(8), 4000);
  const { distribution, standardErrors, logLikelihood } = prob.fit(make, x);
  for (const [name, v] of Object.entries(distribution.params)) {
    const z = ((v as number) - (law.params[name] as number)) / standardErrors[name];
    expect(Math.abs(z)).toBeLessThan(3.5);
  }
  expect(logLikelihood).toBeGreaterThan(law.logpdf(x).reduce((a, b) => a + b, 0));
});

test.each(FAMILIES)("no law nearby is likelier: %o", (law, make) => {
  const x = law.sample(rng(2), 30);
  const { distribution, logLikelihood } = prob.fit(make, x);
  const best = Object.values(distribution.params) as number[];
  for (let k = 0; k < best.length; k++) {
    for (const factor of [0.99, 1.01]) {
      const moved = best.map((v, i) => (i === k ? v * factor : v));
      const other = (make as (...p: number[]) => typeof law)(...moved).logpdf(x);
      expect(other.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(logLikelihood + 1e-10);
    }
  }
});

describe("scales", () => {
  test("follow the data from 1e-200 to 1e200", () => {
    const x = prob.gamma(2.5).sample(rng(1), 30);
    for (const c of [1e-200, 1e200]) {
      const scaled = x.map((v) => c * v);
      for (const make of [prob.gamma, prob.weibull, prob.normal, prob.cauchy, prob.laplace]) {
        const [a, b] = [x, scaled].map((d) => prob.fit(make as Family, d).distribution.params);
        const [one, other] = [Object.values(a), Object.values(b)] as number[][];
        const shaped = make === prob.gamma || make === prob.weibull;
        expectClose(other[0], shaped ? one[0] : c * one[0], 1e-11, `${make.name}, first`);
        expectClose(other[1], make === prob.gamma ? one[1] / c : c * one[1], 1e-11, make.name);
      }
    }
  });

  test("values as far apart as doubles are", () => {
    const { params } = prob.fit(prob.laplace, [1e308, -1e308]).distribution;
    expect(params).toEqual({ location: 0, scale: 1e308 });
    const { distribution, converged } = prob.fit(prob.gamma, [1e-308, 1e308]);
    expectClose(distribution.mean, 5e307, 1e-12, "the gamma law's mean is that of the data");
    expect(converged).toBe(true);
  });

  test("values that differ in their last digits", () => {
    const { params } = prob.fit(prob.gamma, [1, 1 + 1e-7, 1 - 1e-7]).distribution;
    expectClose(params.shape as number, 1.5e14, 1e-2, "shape is one over the relative variance");
  });
});

test.each<[() => unknown, string]>([
  [() => prob.fit(prob.gamma, [3, 3, 3]), "fit: gamma has no maximum: all values are equal"],
  [() => prob.fit(prob.normal, [1]), "fit: normal has no maximum: all values are equal"],
  [() => prob.fit(prob.weibull, [2, 2]), "fit: weibull has no maximum: all values are equal"],
  [() => prob.fit(prob.beta, [0.5]), "fit: beta has no maximum: all values are equal"],
  [() => prob.fit(prob.uniform, [0]), "fit: uniform has no maximum: all values are equal"],
  [() => prob.fit(prob.exponential, [0, 0]), "fit: exponential has no maximum: all values are 0"],
  [
    () => prob.fit(prob.cauchy, [1, 1, 5, 2]),
    "fit: cauchy has no maximum: half of the values or more are equal",
  ],
  [() => prob.fit(prob.gamma, [1, 0]), "fit: x[1] must be a number > 0, got 0"],
  [() => prob.fit(prob.beta, [0.5, 1]), "fit: x[1] must be a number in (0, 1), got 1"],
  [() => prob.fit(prob.poisson, [1.5]), "fit: x[0] must be an integer ≥ 0, got 1.5"],
  [() => prob.fit(prob.geometric, [0]), "fit: x[0] must be an integer ≥ 1, got 0"],
  [
    () => prob.fit(prob.geometric, [1e308, 1e308]),
    "fit: the likeliest law is out of range, geometric: p must be a number in [1e-12, 1], got 1e-308",
  ],
  [
    () => prob.fit(prob.exponential, [5e-324, 1e-310]),
    "fit: the likeliest law is out of range, exponential: rate must be",
  ],
  [() => prob.fit(prob.normal, []), "fit: x must have at least 1 entry, got 0"],
  [() => prob.fit(prob.normal, [1, Number.NaN]), "fit: x must be finite, x[1] is NaN"],
  [() => prob.fit(prob.binomial, [1]), "fit: options.n must be an integer ≥ 0, got undefined"],
  [() => prob.fit(prob.binomial, [3], { n: 2 }), "fit: x[0] must be an integer in [0, 2], got 3"],
  [() => prob.fit(prob.binomial, [0], { n: 0 }), "fit: binomial has no maximum: without trials"],
  [() => prob.fit(prob.normal, [1, 2], { n: 2 }), "fit: options.n belongs to binomial"],
  [() => prob.fit(prob.fisherF, [1, 2]), "fit: family must be one of normal, laplace"],
  [
    () => prob.fit(prob.negativeBinomial, [1, 2, 3]),
    "fit: negativeBinomial has no maximum: the variance 0.6666666666666666 of the values is not above their mean 2",
  ],
  [() => prob.fit(prob.negativeBinomial, [0, 0]), "the variance 0 of the values is not above"],
  [() => prob.fit(prob.negativeBinomial, [0, 1e9]), "are out of the range of negativeBinomial"],
  [
    () => prob.fit(prob.studentT, [-1, 0.5, 1]),
    "fit: studentT has no maximum: the values' tails are no heavier than the standard normal law's",
  ],
  [() => prob.fit(prob.studentT, [0, 0]), "fit: studentT has no maximum"],
  [
    () => prob.fit(prob.dirichlet, [[0.5, 0.5]]),
    "fit: dirichlet has no maximum: all values are equal",
  ],
  [() => prob.fit(prob.dirichlet, [[0.5, 0.6]]), "fit: x[0] must sum to 1, its sum is 1.1"],
  [() => prob.fit(prob.dirichlet, [[0, 1]]), "fit: x[0][0] must be a number in (0, 1), got 0"],
  [
    () => prob.fit(prob.dirichlet, [[1]]),
    "fit: number of columns of x must be a number ≥ 2, got 1",
  ],
  [() => prob.fit(prob.dirichlet, []), "fit: x must have at least 1 row, got 0×0"],
  [
    () => prob.fit(prob.dirichlet, [0.5, 0.5] as never),
    "fit: x must be a matrix (number[][]), x[0] is 0.5",
  ],
  [() => prob.fit(prob.dirichlet, [[0.5, 0.5]], { n: 2 }), "fit: options.n belongs to binomial"],
  [() => prob.fit("normal" as never, [1, 2]), 'fit: family must be a function, got "normal"'],
  [() => prob.fit(prob.normal, [1, 2], { m: 2 } as never), 'fit: options has no "m"; known: n'],
])("errors: %#", (f, text) => {
  expect(f).toThrow(text);
});
