import { expect, test } from "vitest";
import {
  type QuantileType,
  quantileSorted,
  splitPosition,
} from "../../../lib/stats/ranks/quantileSorted";

test("positions within rounding of a whole number are whole", () => {
  expect(splitPosition(100 * 0.07)).toEqual({ j: 7, g: 0 });
  expect(splitPosition(2.5)).toEqual({ j: 2, g: 0.5 });
  expect(splitPosition(-1e-17)).toEqual({ j: -0, g: 0 });
});

test("every type runs from the least entry to the largest and never falls", () => {
  const x = [-1.7e308, -2, 0, 0, 5, 1.7e308];
  for (let type = 1 as number; type <= 9; type++) {
    let last = -Infinity;
    for (let k = 0; k <= 100; k++) {
      const q = quantileSorted(x, k / 100, type as QuantileType);
      expect(q).toBeGreaterThanOrEqual(last);
      last = q;
    }
    expect(quantileSorted(x, 0, type as QuantileType)).toBe(x[0]);
    expect(last).toBe(x[5]);
    expect(quantileSorted([3], 0.4, type as QuantileType)).toBe(3);
  }
});
