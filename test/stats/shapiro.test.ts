import { describe, expect, test } from "vitest";
import { rng } from "../../lib/core";
import { kolmogorovSmirnov, shapiro } from "../../lib/stats";
import { expectNear, fixture, thrown } from "./helpers";

const { shapiro: cases } = fixture<{
  shapiro: { x: number[]; statistic: number; precise: number; pValue: number }[];
}>("tests");

describe("shapiro", () => {
  for (const { x, statistic, precise, pValue } of cases) {
    test(`agrees with SciPy, n = ${x.length}, p = ${pValue.toPrecision(2)}`, () => {
      const r = shapiro(x);
      expectNear(r.statistic, precise, 1e-13);
      // SciPy's normal quantiles in this test have seven digits: 5e-10 in W, 2e-8 in p
      expectNear(r.statistic, statistic, 1e-9);
      expectNear(r.pValue, pValue, 5e-8);
    });
  }

  test("does not mind shift, scale, reflection or order", () => {
    const x = rng(29).normal(0, 1, 25);
    const { statistic, pValue } = shapiro(x);
    for (const moved of [x.map((v) => 10 - v / 3), rng(1).shuffle(x), x.map((v) => v * 1e300)]) {
      expectNear(shapiro(moved).statistic, statistic, 1e-13);
      expectNear(shapiro(moved).pValue, pValue, 1e-12);
    }
  });

  test("p-values of normal samples are about uniform", () => {
    const random = rng(30);
    for (const n of [8, 30]) {
      const p = Array.from({ length: 500 }, () => shapiro(random.normal(0, 1, n)).pValue);
      expect(kolmogorovSmirnov(p, (t) => t).pValue).toBeGreaterThan(0.01);
    }
  });

  test("errors", () => {
    expect(thrown(() => shapiro([1, 2])).message).toBe(
      "shapiro: x must have at least 3 entries, got 2",
    );
    expect(thrown(() => shapiro([0.1, 0.1, 0.1])).message).toBe(
      "shapiro: x must not be constant, all 3 entries are 0.1",
    );
    expect(thrown(() => shapiro(Array.from({ length: 5001 }, (_, i) => i))).message).toBe(
      "shapiro: x must have at most 5000 entries, got 5001",
    );
  });
});
