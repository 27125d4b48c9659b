import { describe, expect, test } from "vitest";
import { rng } from "../../../lib/core";
import { binomial } from "../../../lib/prob";
import { boundaryCrossing } from "../../../lib/stats/laws/boundaryLaw";
import { smirnovSf } from "../../../lib/stats/laws/kolmogorovLaw";
import { expectNear } from "../helpers";

describe("boundaryCrossing", () => {
  test("no bounds are never crossed, and none can be kept that exclude each other", () => {
    expect(boundaryCrossing([0, 0, 0], [1, 1, 1])).toBe(0);
    expectNear(boundaryCrossing([0.5, 0.5], [0.5, 0.5]), 1, 1e-15);
  });

  test("one bound is a binomial tail", () => {
    // U₍₃₎ ≤ 0.3 says that at least 3 of 8 points are below
    const upper = [0.3, 0.3, 0.3, 1, 1, 1, 1, 1];
    expectNear(boundaryCrossing(new Array(8).fill(0), upper), binomial(8, 0.3).cdf(2), 1e-14);
    const lower = [0, 0, 0, 0, 0, 0.9, 0.9, 0.9];
    expectNear(boundaryCrossing(lower, new Array(8).fill(1)), binomial(8, 0.9).sf(5), 1e-14);
  });

  test("small chances keep their digits", () => {
    // all 20 below 1e-3: 1e-60; not all above 1e-30: 20e-30
    const zeros = new Array(20).fill(0);
    const ones = new Array(20).fill(1);
    const tiny = ones.slice();
    tiny[0] = 1 - 1e-3;
    expectNear(boundaryCrossing(zeros, tiny), 1e-60, 1e-12);
    expectNear(boundaryCrossing(new Array(20).fill(1e-30), ones), 20e-30, 1e-14);
  });

  test("one bound alone among a thousand", () => {
    const n = 1000;
    const lower = new Array<number>(n).fill(0);
    const upper = new Array<number>(n).fill(1);
    lower[n - 1] = 0.95;
    expectNear(boundaryCrossing(lower, upper), 0.95 ** n, 1e-12);
    lower[n - 1] = 0;
    upper[0] = 0.05;
    expectNear(boundaryCrossing(lower, upper), 0.95 ** n, 1e-12);
    // the median of 1000 in (0.4, 0.6]
    upper[0] = 1;
    upper.fill(0.6, 0, n / 2);
    lower.fill(0.4, n / 2 - 1);
    const tails = binomial(n, 0.4).sf(n / 2 - 1) + binomial(n, 0.6).cdf(n / 2 - 1);
    expectNear(boundaryCrossing(lower, upper), tails, 1e-9);
  });

  test("far in the tail it is twice the one-sided law", () => {
    for (const [n, d] of [
      [20, 0.5],
      [100, 0.5],
      [100, 0.8],
      [400, 0.6],
    ]) {
      const ranks = Array.from({ length: n }, (_, i) => i);
      const p = boundaryCrossing(
        ranks.map((i) => Math.max(0, (i + 1) / n - d)),
        ranks.map((i) => Math.min(1, i / n + d)),
      );
      expectNear(p, 2 * smirnovSf(d, n), 1e-13);
    }
  });

  test("two bounds at once, by the area between them", () => {
    // both of 2 points in (a, b]: (b − a)²
    for (const [a, b] of [
      [0.2, 0.9],
      [0.1, 0.11],
    ]) {
      expectNear(boundaryCrossing([a, a], [b, b]), 1 - (b - a) ** 2, 1e-14);
    }
    // U₍₁₎ ≤ ½ < U₍₂₎: one on each side
    expectNear(boundaryCrossing([0, 0.5], [0.5, 1]), 0.5, 1e-15);
  });

  test("agrees with drawing", () => {
    const random = rng(31);
    const n = 6;
    const lower = [0, 0.05, 0.1, 0.3, 0.3, 0.5];
    const upper = [0.4, 0.5, 0.8, 0.8, 0.95, 1];
    let crossed = 0;
    const draws = 40000;
    for (let i = 0; i < draws; i++) {
      const u = random.random(n).sort((a, b) => a - b);
      if (u.some((v, k) => v <= lower[k] || v > upper[k])) crossed++;
    }
    const p = boundaryCrossing(lower, upper);
    expect(Math.abs(crossed / draws - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / draws));
  });
});
