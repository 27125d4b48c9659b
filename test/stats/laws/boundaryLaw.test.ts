import { describe, expect, test } from "vitest";
import { rng } from "../../../lib/core";
import { binomial } from "../../../lib/prob";
import { boundaryCrossing } from "../../../lib/stats/laws/boundaryLaw";
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
