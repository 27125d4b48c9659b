import { expect, test } from "vitest";
import { rng } from "../../../lib/core";
import { medianOf, midpoint, sorted } from "../../../lib/stats/ranks/order";

test("sorted orders by size and leaves its argument as it is", () => {
  const x = [10, 9, -1, 100, 0];
  expect(sorted(x)).toEqual([-1, 0, 9, 10, 100]);
  expect(x[0]).toBe(10);
});

test("the midpoint neither overflows nor underflows", () => {
  expect(midpoint(Number.MAX_VALUE, Number.MAX_VALUE)).toBe(Number.MAX_VALUE);
  expect(midpoint(Number.MIN_VALUE, Number.MIN_VALUE)).toBe(Number.MIN_VALUE);
  expect(midpoint(-3, 4)).toBe(0.5);
});

test("the median is the middle of the sorted sample", () => {
  const random = rng(5);
  for (let n = 1; n < 30; n++) {
    const x = random.integers(-5, 5, n);
    const s = sorted(x);
    expect(medianOf(x)).toBe(midpoint(s[(n - 1) >> 1], s[n >> 1]));
  }
});
