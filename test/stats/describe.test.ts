import { expect, test } from "vitest";
import { rng } from "../../lib/core";
import * as stats from "../../lib/stats";
import { thrown } from "./helpers";

test("describe gives what the functions of its fields give", () => {
  const x = rng(12).normal(1e6, 3, 101);
  const d = stats.describe(x);
  expect(d).toEqual({
    count: 101,
    mean: stats.mean(x),
    std: stats.std(x),
    min: Math.min(...x),
    q25: stats.quantile(x, 0.25),
    median: stats.median(x),
    q75: stats.quantile(x, 0.75),
    max: Math.max(...x),
    skewness: stats.skewness(x),
    kurtosis: stats.kurtosis(x),
  });
  expect(stats.describe(x, { ddof: 1 }).std).toBe(stats.std(x, { ddof: 1 }));
});

test("describe leaves the shape of a constant sample undefined, as NaN", () => {
  const d = stats.describe([0.1, 0.1, 0.1]);
  expect([d.mean, d.std, d.min, d.max]).toEqual([0.1, 0, 0.1, 0.1]);
  expect([d.skewness, d.kurtosis]).toEqual([NaN, NaN]);
});

test("describe refuses nothing and missing values", () => {
  expect(thrown(() => stats.describe([])).message).toBe(
    "describe: x must have at least 1 entry, got 0",
  );
  expect(thrown(() => stats.describe([1, NaN])).message).toBe(
    "describe: x must be finite, x[1] is NaN",
  );
  expect(thrown(() => stats.describe([1], { ddof: 1 })).message).toBe(
    "describe: x must have at least 2 entries, got 1",
  );
});
