import { describe, expect, test } from "vitest";
import { rng } from "../../lib/core";
import { correlation, covariance, kurtosis, mean, skewness, std, variance } from "../../lib/stats";
import { expectNear, fixture, thrown } from "./helpers";

interface Sample {
  name: string;
  head: number[];
  pattern: number[];
  repeats: number;
  exact: Record<string, number>;
}
interface Pair {
  name: string;
  x: number[];
  y: number[];
  covariance: number;
  correlation: number;
}
const { samples, pairs } = fixture<{ samples: Sample[]; pairs: Pair[] }>("moments");
const expand = (s: Sample) => [
  ...s.head,
  ...Array.from({ length: s.repeats }, () => s.pattern).flat(),
];

describe("moments of hard samples, against exact rational arithmetic", () => {
  for (const sample of samples) {
    test(sample.name, () => {
      const x = expand(sample);
      const { exact } = sample;
      expect(x.length).toBe(exact.n);
      expectNear(mean(x), exact.mean, Number.EPSILON, 0, "mean");
      expectNear(variance(x), exact.variance, 1e-15, 0, "variance");
      expectNear(std(x), exact.std, 1e-15, 0, "std");
      expectNear(variance(x, { ddof: 1 }), exact.sampleVariance, 1e-15, 0, "sample variance");
      expectNear(std(x, { ddof: 1 }), exact.sampleStd, 1e-15, 0, "sample std");
      // odd moments cancel, g₂ = b₂ − 3 too: errors relative to 1
      expectNear(skewness(x), exact.skewness, 4e-15, 1, "skewness");
      expectNear(kurtosis(x), exact.kurtosis, 4e-15, 1, "kurtosis");
      expectNear(kurtosis(x, { fisher: false }), exact.kurtosis + 3, 4e-15, 0, "b₂");
      if (x.length > 3) {
        expectNear(skewness(x, { bias: false }), exact.skewnessUnbiased, 4e-15, 1, "G₁");
        expectNear(kurtosis(x, { bias: false }), exact.kurtosisUnbiased, 1e-14, 1, "G₂");
      }
    });
  }
});

describe("covariance and correlation of hard pairs, against exact rational arithmetic", () => {
  for (const { name, x, y, covariance: c, correlation: r } of pairs) {
    test(name, () => {
      // entries cancel, so errors are relative to the product of the deviations
      expectNear(covariance(x, y), c, 2e-15, std(x) * std(y));
      expectNear(correlation(x, y), r, 1e-15, 1);
    });
  }
});

describe("moments", () => {
  const x = rng(4).normal(3, 2, 200);

  test("shift and scale as they should", () => {
    for (const [a, b] of [
      [2, 0],
      [-3, 7],
      [1e-3, -1e3],
    ]) {
      const y = x.map((v) => a * v + b);
      // forming y rounds by ε(|a·x| + |b|) an entry
      const slack = (1e-15 * (Math.abs(b) + 20 * Math.abs(a))) / Math.abs(a);
      expectNear(mean(y), a * mean(x) + b, slack, 1);
      expectNear(std(y), Math.abs(a) * std(x), slack);
      expectNear(skewness(y), Math.sign(a) * skewness(x), 10 * slack, 1);
      expectNear(kurtosis(y), kurtosis(x), 10 * slack, 1);
    }
  });

  test("do not depend on the order and leave their argument as it is", () => {
    const shuffled = Object.freeze(rng(5).shuffle(x));
    expectNear(variance(shuffled), variance(x), 5e-16);
    expectNear(kurtosis(shuffled), kurtosis(x), 5e-15, 1);
  });

  test("a single value has variance 0, and no shape", () => {
    expect(variance([7])).toBe(0);
    expect(std([7])).toBe(0);
    expect(thrown(() => skewness([7])).message).toBe(
      "skewness: x must not be constant, all 1 entries are 7",
    );
    expect(thrown(() => kurtosis([0.1, 0.1, 0.1])).message).toBe(
      "kurtosis: x must not be constant, all 3 entries are 0.1",
    );
  });

  test("variance may overflow, std need not", () => {
    expect(variance([1e200, -1e200])).toBe(Infinity);
    expect(std([1e200, -1e200])).toBe(1e200);
    expect(std([1e-200, -1e-200])).toBe(1e-200);
    expectNear(std([Number.MAX_VALUE, -Number.MAX_VALUE]), Number.MAX_VALUE, 1e-15);
  });

  test("the smallest numbers have the moments of their multiples", () => {
    const m = Number.MIN_VALUE;
    expectNear(correlation([0, 0, m], [1, 2, 3]), Math.sqrt(0.75), 1e-15);
    expectNear([skewness([0, 0, m]), kurtosis([0, 0, m])], [Math.SQRT1_2, -1.5], 1e-14);
    expect(std([2 * m, 6 * m])).toBe(2 * m);
    expect(std([m, m, m])).toBe(0);
  });

  test("covariances of huge with tiny numbers", () => {
    expectNear(covariance([1e300, -1e300, 5e299], [1e-300, -1e-300, 2e-300]), 4 / 3, 1e-14);
    expectNear(covariance([2 ** 1022, -(2 ** 1022)], [2 ** -1000, -(2 ** -1000)]), 2 ** 23, 1e-15);
    expect(covariance([1e-200, 2e-200], [1e-200, 2e-200])).toBe(0);
    expect(covariance([1e200, 2e200], [1e200, 2e200])).toBe(Infinity);
  });

  test("errors name caller, argument and what came", () => {
    expect(thrown(() => mean([]))).toEqual({
      kind: "RangeError",
      message: "mean: x must have at least 1 entry, got 0",
    });
    expect(thrown(() => mean([1, NaN])).message).toBe("mean: x must be finite, x[1] is NaN");
    expect(thrown(() => mean("12" as never))).toEqual({
      kind: "TypeError",
      message: 'mean: x must be a vector (number[]), got "12" (string)',
    });
    expect(thrown(() => mean([1, "2"] as never)).message).toBe(
      'mean: x must hold numbers, x[1] is "2" (string)',
    );
    expect(thrown(() => variance([1], { ddof: 1 })).message).toBe(
      "variance: x must have at least 2 entries, got 1",
    );
    expect(thrown(() => std([1, 2], { ddof: 0.5 })).message).toBe(
      "std: ddof must be an integer ≥ 0, got 0.5",
    );
    expect(thrown(() => std([1, 2], { dof: 1 } as never)).message).toBe(
      'std: options has no "dof"; known: ddof, axis',
    );
    expect(thrown(() => skewness([1, 2], { bias: false })).message).toBe(
      "skewness: x must have at least 3 entries, got 2",
    );
    expect(thrown(() => kurtosis([1, 2, 3], { bias: false })).message).toBe(
      "kurtosis: x must have at least 4 entries, got 3",
    );
  });
});
