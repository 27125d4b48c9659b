import { describe, expect, test } from "vitest";
import { binomial } from "../../lib/prob";
import { type Alternative, binomialTest, proportionInterval } from "../../lib/stats";
import { expectNear, fixture, thrown } from "./helpers";

const { binom } = fixture<{
  binom: {
    k: number;
    n: number;
    p: number;
    agresti: number[];
    cases: { alternative: Alternative; pValue: number; exact: number[]; wilson: number[] }[];
  }[];
}>("association");

describe("binomialTest and proportionInterval", () => {
  test("agree with SciPy and statsmodels", () => {
    for (const { k, n, p, agresti, cases } of binom) {
      for (const { alternative, pValue, exact, wilson } of cases) {
        const rule = { alternative, confidence: 0.9 };
        const label = `${k} of ${n} ${alternative}`;
        const r = binomialTest(k, n, { p, ...rule });
        expectNear(r.pValue, pValue, 1e-12, 0, label);
        // SciPy looks for the ends to 2e-12
        expectNear(r.confidenceInterval, exact, 4e-12, 1, label);
        expectNear(
          proportionInterval(k, n, { ...rule, method: "clopper-pearson" }).confidenceInterval,
          exact,
          4e-12,
          1,
        );
        expectNear(proportionInterval(k, n, rule).confidenceInterval, wilson, 1e-13, 1e-3, label);
      }
      expectNear(
        proportionInterval(k, n, { method: "agresti-coull" }).confidenceInterval,
        agresti,
        1e-13,
        1e-3,
      );
    }
  });

  test("coverage, exactly: Clopper–Pearson never below 95 %, Wilson near it on average", () => {
    const n = 20;
    const coverage = (method: "wilson" | "clopper-pearson", p: number) => {
      const law = binomial(n, p);
      let sum = 0;
      for (let k = 0; k <= n; k++) {
        const [low, high] = proportionInterval(k, n, { method }).confidenceInterval;
        if (low <= p && p <= high) sum += law.pmf(k);
      }
      return sum;
    };
    const grid = Array.from({ length: 99 }, (_, i) => (i + 1) / 100);
    expect(Math.min(...grid.map((p) => coverage("clopper-pearson", p)))).toBeGreaterThanOrEqual(
      0.95,
    );
    const average = grid.reduce((s, p) => s + coverage("wilson", p), 0) / grid.length;
    expect(Math.abs(average - 0.95)).toBeLessThan(0.006);
  });

  test("Wilson's ends solve |k/n − p| = z√(p(1 − p)/n), to the last digits for tiny k/n", () => {
    for (const [k, n] of [
      [1, 1e12],
      [3, 10],
      [9, 10],
    ]) {
      for (const p of proportionInterval(k, n).confidenceInterval) {
        const z = 1.959963984540054;
        expectNear(Math.abs(k / n - p), z * Math.sqrt((p * (1 - p)) / n), 1e-8);
      }
    }
    expect(proportionInterval(0, 5).confidenceInterval[0]).toBe(0);
    expect(proportionInterval(5, 5).confidenceInterval[1]).toBe(1);
  });

  test("a level below one half on one side", () => {
    const rule = { alternative: "greater", confidence: 0.2 } as const;
    expect(proportionInterval(5, 10, rule).confidenceInterval[0]).toBeGreaterThan(0.5);
    expect(
      proportionInterval(5, 10, { ...rule, method: "agresti-coull" }).confidenceInterval[0],
    ).toBeGreaterThan(0.5);
  });

  test("p of 0 and 1, and errors", () => {
    expect(binomialTest(0, 5, { p: 0 }).pValue).toBe(1);
    expect(binomialTest(1, 5, { p: 0 }).pValue).toBe(0);
    expect(binomialTest(5, 5, { p: 1 }).pValue).toBe(1);
    expect(thrown(() => binomialTest(6, 5)).message).toBe(
      "binomialTest: k must be an integer in [0, 5], got 6",
    );
    expect(thrown(() => binomialTest(1, 5, { p: 2 })).message).toBe(
      "binomialTest: p must be a number in [0, 1], got 2",
    );
    expect(thrown(() => proportionInterval(1, 5, { method: "wald" as never })).message).toMatch(
      "proportionInterval: method must be one of",
    );
  });
});
