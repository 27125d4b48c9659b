import { describe, expect, test } from "vitest";
import { rng } from "../../../lib/core";
import * as prob from "../../../lib/prob";
import { kolmogorovDistance, make, momentScores } from "../helpers";

const CONTINUOUS: [string, number[]][] = [
  ["normal", [3, 2]],
  ["uniform", [-1, 4]],
  ["exponential", [0.2]],
  ["gamma", [0.1, 3]],
  ["gamma", [0.9, 1]],
  ["gamma", [1, 1]],
  ["gamma", [50, 0.1]],
  ["chiSquare", [1]],
  ["chiSquare", [7]],
  ["beta", [0.3, 0.4]],
  ["beta", [1, 1]],
  ["beta", [2, 500]],
  ["studentT", [0.7]],
  ["studentT", [5]],
  ["fisherF", [3, 9]],
  ["fisherF", [0.5, 12]],
];

const DISCRETE: [string, number[]][] = [
  ["bernoulli", [0.3]],
  ["binomial", [1, 0.4]],
  ["binomial", [20, 0.3]],
  ["binomial", [60, 0.95]],
  ["binomial", [25, 0.4]],
  ["binomial", [1000, 0.011]],
  ["binomial", [100000, 0.7]],
  ["poisson", [0.3]],
  ["poisson", [9.99]],
  ["poisson", [10]],
  ["poisson", [35.5]],
  ["poisson", [1e5]],
];

const N = 40000;

/** Pearson's statistic over cells of nearly equal probability, and its degrees of freedom. */
function cellStatistic(d: prob.Distribution, sample: readonly number[]): [number, number] {
  const cells = 40;
  const edges = [...new Set(Array.from({ length: cells - 1 }, (_, i) => d.ppf((i + 1) / cells)))];
  const at = (x: number) => edges.filter((edge) => x > edge).length;
  const counts = new Array<number>(edges.length + 1).fill(0);
  for (const x of sample) counts[at(x)] += 1;
  let statistic = 0;
  let used = 0;
  counts.forEach((count, i) => {
    const p = (i < edges.length ? d.cdf(edges[i]) : 1) - (i > 0 ? d.cdf(edges[i - 1]) : 0);
    const expected = p * sample.length;
    if (expected === 0) expect(count).toBe(0);
    else {
      statistic += (count - expected) ** 2 / expected;
      used += 1;
    }
  });
  return [statistic, used - 1];
}

describe("samplers draw from their distribution", () => {
  test.each(CONTINUOUS)("%s(%s), by Kolmogorov and Smirnov", (name, args) => {
    const d = make(name, args);
    const distance = kolmogorovDistance(d.sample(rng(2024), N), (x) => d.cdf(x));
    expect(distance * Math.sqrt(N)).toBeLessThan(1.95); // exceeded once in a thousand
  });

  test.each(DISCRETE)("%s(%s), by Pearson's statistic", (name, args) => {
    const d = make(name, args);
    const [statistic, df] = cellStatistic(d, d.sample(rng(2025), N));
    expect(prob.chiSquare(df).sf(statistic)).toBeGreaterThan(1e-3);
  });

  const ofFiniteMoments = [...CONTINUOUS, ...DISCRETE].filter(
    ([name, args]) => name !== "studentT" && !(name === "fisherF" && args[1] < 10),
  );
  test.each(ofFiniteMoments)("%s(%s), by mean and variance", (name, args) => {
    const [mean, variance] = momentScores(make(name, args), rng(7), N);
    expect(Math.abs(mean)).toBeLessThan(4);
    expect(Math.abs(variance)).toBeLessThan(4);
  });

  test("categorical, by Pearson's statistic; never a value of probability 0", () => {
    const p = [0, 0.25, 0.05, 0, 0.7, 0];
    const counts = new Array<number>(p.length).fill(0);
    for (const k of prob.categorical(p).sample(rng(1), N)) counts[k] += 1;
    expect([counts[0], counts[3], counts[5]]).toEqual([0, 0, 0]);
    const statistic = [1, 2, 4].reduce((s, k) => s + (counts[k] - p[k] * N) ** 2 / (p[k] * N), 0);
    expect(statistic).toBeLessThan(13.8); // P(χ²₂ > 13.8) = 0.001
  });

  test("a mixture, by Kolmogorov and Smirnov", () => {
    const d = prob.mixture(
      [0.2, 0.5, 0.3],
      [prob.normal(-4, 1), prob.gamma(2, 1), prob.uniform(3, 9)],
    );
    const distance = kolmogorovDistance(d.sample(rng(8), N), (x) => d.cdf(x));
    expect(distance * Math.sqrt(N)).toBeLessThan(1.95);
  });
});

describe("sample", () => {
  test("the seed alone decides, and n draws are n single draws", () => {
    for (const [name, args] of [...CONTINUOUS, ...DISCRETE]) {
      const d = make(name, args);
      const r = rng(5);
      expect(d.sample(rng(5), 20)).toEqual(Array.from({ length: 20 }, () => d.sample(r)));
    }
  });

  test("draws of degenerate distributions", () => {
    expect(prob.binomial(5, 0).sample(rng(1), 3)).toEqual([0, 0, 0]);
    expect(prob.binomial(5, 1).sample(rng(1), 3)).toEqual([5, 5, 5]);
    expect(prob.binomial(0, 0.5).sample(rng(1), 2)).toEqual([0, 0]);
    expect(prob.poisson(0).sample(rng(1), 2)).toEqual([0, 0]);
    expect(prob.categorical([1]).sample(rng(1), 2)).toEqual([0, 0]);
    expect(prob.normal().sample(rng(1), 0)).toEqual([]);
  });

  test("draws stay finite and in the support for extreme shapes", () => {
    for (const [name, args] of [
      ["gamma", [1e-3, 1]],
      ["gamma", [1e6, 1]],
      ["beta", [1e-3, 1e-3]],
      ["beta", [1e6, 1e-3]],
      ["fisherF", [1, 1000]],
      ["poisson", [1e15]],
      ["binomial", [1e15, 0.3]],
    ] as [string, number[]][]) {
      const d = make(name, args);
      const [low, high] = d.support;
      expect(d.sample(rng(3), 500).every((x) => x >= low && x <= high && x < Infinity)).toBe(true);
    }
  });

  test("errors", () => {
    const d = prob.normal();
    expect(() => d.sample(Math.random as never)).toThrow(
      "normal.sample: rng must be a generator such as rng(1), got a function",
    );
    expect(() => d.sample(undefined as never, 3)).toThrow(TypeError);
    expect(() => d.sample(rng(1), 2.5)).toThrow("normal.sample: n must be an integer ≥ 0, got 2.5");
  });
});
