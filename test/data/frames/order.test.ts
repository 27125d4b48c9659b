import { expect, test } from "vitest";
import { rng } from "../../../lib/core";
import { sortedRows } from "../../../lib/data/frames/order";

const VALUES = [0, -0, 1, -1, 2.5, Infinity, -Infinity, Number.NaN, 5e-324, -5e-324, 1e308, -1e308];

/** Sorted by comparing: what is missing last, rows that agree as they stood. */
function byComparing(keys: { values: number[]; ascending: boolean }[]): number[] {
  const order = keys[0].values.map((_, i) => i);
  return order.sort((a, b) => {
    for (const { values, ascending } of keys) {
      const [p, q] = [values[a], values[b]];
      if (Number.isNaN(p) || Number.isNaN(q)) {
        if (Number.isNaN(p) !== Number.isNaN(q)) return Number.isNaN(p) ? 1 : -1;
      } else if (p !== q) return p < q === ascending ? -1 : 1;
    }
    return 0;
  });
}

test("the order is that of comparisons, also of zeros of both signs, infinities and tiny numbers", () => {
  const random = rng(1);
  for (const m of [1, 2, 7, 300, 5000]) {
    for (const ways of [[true], [false], [true, false], [false, true, true]]) {
      const keys = ways.map((ascending, k) => {
        const values = random.integers(0, VALUES.length, m).map((j) => VALUES[j]);
        const numbers = k === 0 && m > 1000 ? random.normal(0, 1e9, m).map(Math.round) : values;
        return { name: "k", values: numbers, ascending };
      });
      const index = keys[0].values.map((_, i) => i);
      expect(Array.from(sortedRows("test", keys, index, m))).toEqual(byComparing(keys));
    }
  }
});

test("whole numbers beyond 2^32 and dates far apart", () => {
  const values = [2 ** 40, 3, -(2 ** 40), 2 ** 40 + 1, 2 ** 32, 0];
  const keys = [{ name: "k", values, ascending: true }];
  expect(Array.from(sortedRows("test", keys, [0, 1, 2, 3, 4, 5], 6))).toEqual([2, 5, 1, 4, 0, 3]);
  const dates = [4e12, -4e12, Number.NaN, 0].map((time) => new Date(time));
  const days = [{ name: "d", values: dates, ascending: false }];
  expect(Array.from(sortedRows("test", days, [0, 1, 2, 3], 4))).toEqual([0, 3, 1, 2]);
});
