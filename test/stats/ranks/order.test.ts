import { expect, test } from "vitest";
import { rng } from "../../../lib/core";
import { medianOf, midpoint, sorted, sortedAt } from "../../../lib/stats/ranks/order";

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

test("at the places asked for stands what stands there when sorted", () => {
  const random = rng(3);
  const samples = [
    random.normal(0, 1, 1001),
    random.integers(0, 4, 5000),
    new Array<number>(700).fill(2),
    random.normal(0, 1, 40),
    Array.from({ length: 999 }, (_, i) => -i),
  ];
  for (const x of samples) {
    const before = x.slice();
    const ascending = sorted(x);
    for (const places of [[], [0], [x.length - 1, 0, 7, 7, 8], random.integers(0, x.length, 16)]) {
      const found = sortedAt(x, places);
      for (const place of places) expect(found[place]).toBe(ascending[place]);
      expect(sorted(found)).toEqual(ascending);
    }
    expect(x).toEqual(before);
  }
});
