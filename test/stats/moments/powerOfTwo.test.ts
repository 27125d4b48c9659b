import { expect, test } from "vitest";
import { rng } from "../../../lib/core";
import { maxAbs, scaleTwice, unitOf } from "../../../lib/stats/moments/powerOfTwo";

test("unitOf brings the largest entry into [1, 2)", () => {
  const random = rng(31);
  for (let k = 0; k < 200; k++) {
    const x = random.normal(0, 10 ** random.uniform(-300, 300), 3);
    const largest = maxAbs(x) / unitOf(x);
    expect(largest).toBeGreaterThanOrEqual(1);
    expect(largest).toBeLessThan(2);
    expect(x.map((v) => (v / unitOf(x)) * unitOf(x))).toEqual(x);
  }
  for (let e = -1074; e <= 1023; e++) {
    expect(unitOf([2 ** e])).toBe(2 ** e);
    if (e > -1022) expect(unitOf([2 ** e * (1 - 2 ** -53)])).toBe(2 ** (e - 1));
  }
  expect(unitOf([-8, 3])).toBe(8);
  expect(unitOf([0, 0])).toBe(1);
  expect(unitOf([])).toBe(1);
  expect(unitOf([5e-324])).toBe(5e-324);
  expect(unitOf([Number.MAX_VALUE])).toBe(2 ** 1023);
});

test("scaleTwice takes factors that overflow or vanish together", () => {
  expect(scaleTwice(3, 2 ** 1000, 2 ** -1000)).toBe(3);
  expect(scaleTwice(2 ** -100, 2 ** 1000, 2 ** 100)).toBe(2 ** 1000);
  expect(scaleTwice(2 ** 100, 2 ** -1000, 2 ** -100)).toBe(2 ** -1000);
  expect(scaleTwice(0, 2 ** 1000, 2 ** 1000)).toBe(0);
});
