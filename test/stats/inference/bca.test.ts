import { expect, test } from "vitest";
import { bcaLevels } from "../../../lib/stats/inference/bca";
import { expectNear, thrown } from "../helpers";

const even = Array.from({ length: 101 }, (_, i) => i);

test("without bias or skewness the levels are those asked for", () => {
  expectNear(bcaLevels("f", even, 50, [1, 2, 3], 0.05), [0.05, 0.95], 1e-13);
});

test("an estimate above most resamples pulls both levels up", () => {
  const [low, high] = bcaLevels("f", even, 70, [1, 2, 3], 0.05);
  expect(low).toBeGreaterThan(0.05);
  expect(high).toBeGreaterThan(0.95);
});

test("skewness moves both levels towards the longer tail", () => {
  // a jackknife with a long lower tail has a > 0
  const [low, high] = bcaLevels("f", even, 50, [0, 5, 6, 6, 7], 0.05);
  expect(low).toBeGreaterThan(0.05);
  expect(high).toBeGreaterThan(0.95);
});

test("where the formula turns back it is refused", () => {
  // one jackknife value far from all others: a nears 1/6, its largest, and z₀ + z passes 6
  const jackknife = [-1000, ...new Array(2000).fill(1)];
  expect(thrown(() => bcaLevels("f", even, 100, jackknife, 1e-5)).message).toMatch(
    /^f: method "bca" needs a less skew statistic or a smaller confidence, the acceleration is /,
  );
});
