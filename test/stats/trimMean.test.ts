import { expect, test } from "vitest";
import { mean, trimMean } from "../../lib/stats";
import { expectNear, fixture, thrown } from "./helpers";

const { summaries } = fixture<{ summaries: { x: number[]; trimMean: number[] }[] }>("descriptive");

test("trimMean agrees with SciPy", () => {
  for (const { x, trimMean: expected } of summaries) {
    const got = [0, 0.1, 0.25, 0.4].map((p) => trimMean(x, p));
    expectNear(got, expected, 1e-14, 1e-2);
  }
});

test("trimMean runs from the mean to the median", () => {
  const x = [1, 2, 4, 8, 1000];
  expect(trimMean(x, 0)).toBe(mean(x));
  expect(trimMean(x, 0.49)).toBe(4);
});

test("trimMean rejects what it cannot trim", () => {
  expect(thrown(() => trimMean([], 0.1)).message).toBe(
    "trimMean: x must have at least 1 entry, got 0",
  );
  expect(thrown(() => trimMean([1, 2], 0.5)).message).toBe(
    "trimMean: proportion must be a number in [0, 0.5), got 0.5",
  );
  expect(thrown(() => trimMean([1, 2], undefined as never)).kind).toBe("TypeError");
});

test("trimMean counts 0.29 of 100 as 29, though floating point says 28.999999999999996", () => {
  const x = Array.from({ length: 100 }, (_, i) => (i < 71 ? 0 : 1000));
  expect(Math.floor(0.29 * 100)).toBe(28);
  expect(trimMean(x, 0.29)).toBe(0);
});
