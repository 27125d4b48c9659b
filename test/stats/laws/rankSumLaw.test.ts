import { describe, expect, test } from "vitest";
import {
  chooseLaw,
  chooseWork,
  extremeChances,
  signLaw,
  tails,
} from "../../../lib/stats/laws/rankSumLaw";
import { expectNear } from "../helpers";

describe("laws of rank sums", () => {
  test("two of four: sums 3, 4, 5, 5, 6, 7", () => {
    const law = chooseLaw([1, 1, 1, 1], 2);
    expect([law.shift, law.step]).toEqual([2, 1]);
    expectNear([...law.p], [0, 1 / 6, 1 / 6, 2 / 6, 1 / 6, 1 / 6], 1e-15);
    const { lower, upper } = tails(law, 5);
    expectNear([lower, upper], [4 / 6, 4 / 6], 1e-15);
  });

  test("ties make half steps", () => {
    const law = chooseLaw([2, 1], 1);
    expect([law.shift, law.step]).toEqual([1.5, 1.5]);
    expectNear([...law.p], [2 / 3, 1 / 3], 1e-15);
  });

  test("has the mean m(n + 1)/2 and variance m(n − m)(n + 1)/12", () => {
    const law = chooseLaw(new Array(40).fill(1), 15);
    const value = (k: number) => law.shift + law.step * k;
    const mean = law.p.reduce((s, p, k) => s + p * value(k), 0);
    const variance = law.p.reduce((s, p, k) => s + p * (value(k) - mean) ** 2, 0);
    expectNear(mean, (15 * 41) / 2, 1e-13);
    expectNear(variance, (15 * 25 * 41) / 12, 1e-12);
  });

  test("signs: mean n(n + 1)/4, variance n(n + 1)(2n + 1)/24", () => {
    const ranks = Array.from({ length: 30 }, (_, i) => i + 1);
    const law = signLaw(ranks);
    const mean = law.p.reduce((s, p, k) => s + p * k * law.step, 0);
    const variance = law.p.reduce((s, p, k) => s + p * (k * law.step - mean) ** 2, 0);
    expectNear(mean, (30 * 31) / 4, 1e-13);
    expectNear(variance, (30 * 31 * 61) / 24, 1e-12);
    expectNear(tails(law, 0).lower, 2 ** -30, 1e-14);
    expectNear(tails(law, 465).upper, 2 ** -30, 1e-14);
  });

  test("groups of ties count as their members one by one: a hypergeometric law", () => {
    const law = chooseLaw([6, 4], 3);
    const h = [20, 15 * 4, 6 * 6, 4].map((ways) => ways / 120);
    expectNear([...law.p], h, 1e-15);
    expect(law.shift + 3 * law.step).toBe(3 * 8.5);
  });

  test("the extreme choices have the chances of the ends of the law", () => {
    for (const [ties, m] of [
      [[1, 1, 1, 1, 1], 2],
      [[2, 5, 1, 3], 4],
      [[1, 9], 3],
      [[7, 2], 9],
    ] as const) {
      const { p } = chooseLaw(ties, m);
      const { lower, upper } = extremeChances(ties, m);
      expectNear([lower, upper], [p.find((v) => v > 0) ?? NaN, p[p.length - 1]], 1e-15);
    }
    expect(extremeChances(new Array(3000).fill(1), 1500)).toEqual({ lower: 0, upper: 0 });
  });

  test("the work is infinite where counts would overflow or the table would be too large", () => {
    expect(chooseWork(new Array(40).fill(1), 20)).toBeLessThan(1e6);
    expect(chooseWork([600, 600], 600)).toBe(Infinity);
    expect(chooseWork([1, 1e6, 1e6, 1e6], 100)).toBe(Infinity);
    expect(chooseWork([5e5, 5e5], 9)).toBeLessThan(1e4);
  });
});
