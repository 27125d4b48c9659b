import { expect, test } from "vitest";
import { oneSample, twoSamples } from "../../../lib/stats/inference/tEstimate";
import { expectNear } from "../helpers";

test("one sample: the mean, its gap and s/√n", () => {
  const { estimate, gap, standardError, df } = oneSample([1, 2, 3, 6], 1);
  expect([estimate, gap, df]).toEqual([3, 2, 3]);
  expectNear(standardError, Math.sqrt(14 / 3 / 4), 1e-15);
});

test("two samples: pooled, and Welch's with Satterthwaite's degrees of freedom", () => {
  const [x, y] = [
    [1, 2, 3, 6],
    [0, 4],
  ];
  const pooled = twoSamples(x, y, 0.5, true);
  expect([pooled.estimate, pooled.gap, pooled.df]).toEqual([1, 0.5, 4]);
  expectNear(pooled.standardError, Math.sqrt(((14 + 8) / 4) * (1 / 4 + 1 / 2)), 1e-15);
  const welch = twoSamples(x, y, 0.5, false);
  const [a, b] = [14 / 3 / 4, 8 / 2];
  expectNear(welch.standardError, Math.sqrt(a + b), 1e-15);
  expectNear(welch.df, (a + b) ** 2 / (a ** 2 / 3 + b ** 2), 1e-14);
});

test("a null value far from the data does not swallow their spread", () => {
  const far = oneSample([1, 2, 3], -1e20);
  expectNear(far.standardError, 1 / Math.sqrt(3), 1e-15);
  expectNear(twoSamples([1, 2, 3], [1e20, 1e20], 0, false).standardError, 1 / Math.sqrt(3), 1e-15);
});

test("a null value near the data is taken off without rounding", () => {
  expectNear(oneSample([1e15 + 1, 1e15 + 2], 1e15 + 1.25).gap, 0.25, 1e-15);
});
