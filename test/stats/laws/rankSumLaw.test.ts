import { describe, expect, test } from "vitest";
import { chooseLaw, signLaw, tails } from "../../../lib/stats/laws/rankSumLaw";
import { expectNear } from "../helpers";

describe("laws of rank sums", () => {
  test("two of four: sums 3, 4, 5, 5, 6, 7", () => {
    const law = chooseLaw([1, 2, 3, 4], 2);
    expect([law.shift, law.step]).toEqual([2, 1]);
    expectNear([...law.p], [0, 1 / 6, 1 / 6, 2 / 6, 1 / 6, 1 / 6], 1e-15);
    const { lower, upper } = tails(law, 5);
    expectNear([lower, upper], [4 / 6, 4 / 6], 1e-15);
  });

  test("ties make half steps", () => {
    const law = chooseLaw([1.5, 1.5, 3], 1);
    expect([law.shift, law.step]).toEqual([1.5, 1.5]);
    expectNear([...law.p], [2 / 3, 1 / 3], 1e-15);
  });

  test("has the mean m(n + 1)/2 and variance m(n − m)(n + 1)/12", () => {
    const ranks = Array.from({ length: 40 }, (_, i) => i + 1);
    const law = chooseLaw(ranks, 15);
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
});
