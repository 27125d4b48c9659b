import { describe, expect, test } from "vitest";
import { rng } from "../../lib/core";
import { type Alternative, correlation, correlationTest } from "../../lib/stats";
import { expectNear, fixture, thrown } from "./helpers";

type Pair = { x: number[]; y: number[] };
type Tails = { lower: number; upper: number };
const { pearson, ranks, brute } = fixture<{
  pearson: (Pair & {
    cases: { alternative: Alternative; estimate: number; pValue: number; ci: number[] }[];
  })[];
  ranks: (Pair & {
    cases: {
      alternative: Alternative;
      rho: number;
      rhoP: number;
      tau: number;
      tauP: number;
      tauExact: number | null;
    }[];
  })[];
  brute: (Pair & { spearman: Tails; kendall: Tails })[];
}>("association");

describe("correlationTest against SciPy", () => {
  test("Pearson's r with Fisher's interval", () => {
    for (const { x, y, cases } of pearson) {
      for (const { alternative, estimate, pValue, ci } of cases) {
        const r = correlationTest(x, y, { alternative, confidence: 0.9 });
        expectNear(r.estimate, estimate, 1e-14);
        expectNear(r.pValue, pValue, 1e-12);
        expectNear(r.confidenceInterval, ci, 1e-12);
        expect([r.n, r.method]).toEqual([x.length, "t"]);
      }
    }
  });

  test("Spearman's ρ and Kendall's τ, with ties and without", () => {
    for (const { x, y, cases } of ranks) {
      for (const { alternative, rho, rhoP, tau, tauP, tauExact } of cases) {
        const s = correlationTest(x, y, { coefficient: "spearman", alternative });
        expectNear([s.estimate, s.pValue], [rho, rhoP], 1e-12);
        expect(s.method).toBe("t");
        const k = correlationTest(x, y, {
          coefficient: "kendall",
          alternative,
          method: "asymptotic",
        });
        expectNear([k.estimate, k.pValue], [tau, tauP], 1e-12);
        if (tauExact === null) continue;
        const e = correlationTest(x, y, { coefficient: "kendall", alternative });
        expect(e.method).toBe("exact");
        expectNear(e.pValue, tauExact, 1e-12);
      }
    }
  });
});

test("exact p-values of few pairs with ties are those of all pairings", () => {
  for (const { x, y, ...tails } of brute) {
    for (const coefficient of ["spearman", "kendall"] as const) {
      const { lower, upper } = tails[coefficient];
      const p = (alternative: Alternative) =>
        correlationTest(x, y, { coefficient, alternative }).pValue;
      expectNear(p("less"), lower, 1e-14);
      expectNear(p("greater"), upper, 1e-14);
      expectNear(p("two-sided"), Math.min(1, 2 * Math.min(lower, upper)), 1e-14);
    }
  }
});

test("perfect agreement with ties has an interval that ends at 1", () => {
  const x = [1, 1, 1, 2, 2];
  const { estimate, confidenceInterval } = correlationTest(x, x, { coefficient: "kendall" });
  expectNear(estimate, 1, 1e-15);
  expectNear(confidenceInterval[1], 1, 1e-15);
  expect(confidenceInterval[0]).toBeLessThanOrEqual(1);
});

test("the coefficients are those of correlation, and no unit or shift matters", () => {
  const random = rng(3);
  const x = random.normal(0, 1, 30);
  const y = x.map((v) => v + random.normal());
  for (const coefficient of ["pearson", "spearman", "kendall"] as const) {
    const { estimate, pValue } = correlationTest(x, y, { coefficient });
    expectNear(estimate, correlation(x, y, { method: coefficient }), 1e-15);
    const moved = correlationTest(
      x.map((v) => v * 1e200),
      y.map((v) => v * -1e-200),
      { coefficient },
    );
    expectNear(moved.estimate, -estimate, 1e-14);
    expectNear(moved.pValue, pValue, 1e-11);
  }
});

test("r near 1 keeps the digits of 1 − r²", () => {
  // y = x + δe with e orthogonal to 1 and x: r² = 1/(1 + δ²‖e‖²/‖x‖²), so t = √(n − 2)·‖x‖/(δ‖e‖)
  const x = [-2, -1, 0, 1, 2];
  const e = [2, -1, -2, -1, 2];
  for (const delta of [2 ** -10, 2 ** -20, 2 ** -26]) {
    const { statistic } = correlationTest(
      x,
      x.map((v, i) => v + delta * e[i]),
    );
    expectNear(statistic, Math.sqrt((3 * 10) / 14) / delta, 1e-7);
  }
  const line = correlationTest([1, 2, 3, 4], [2, 4, 6, 8]);
  expect([line.estimate, line.statistic, line.pValue]).toEqual([1, Infinity, 0]);
  expect(line.confidenceInterval).toEqual([1, 1]);
  expect(correlationTest([1, 2, 3], [1, 3, 2]).confidenceInterval).toEqual([-1, 1]);
});

test("under the null hypothesis a test at 5 % rejects in about 5 %; the interval holds ρ in about 95 %", () => {
  const random = rng(11);
  const runs = 800;
  const rejected = { pearson: 0, spearman: 0, kendall: 0 };
  let covered = 0;
  for (let k = 0; k < runs; k++) {
    const x = random.normal(0, 1, 12);
    const e = random.normal(0, 1, 12);
    for (const coefficient of ["pearson", "spearman", "kendall"] as const) {
      if (correlationTest(x, e, { coefficient }).pValue <= 0.05) rejected[coefficient]++;
    }
    const y = x.map((v, i) => 0.6 * v + 0.8 * e[i]);
    const [low, high] = correlationTest(x, y).confidenceInterval;
    if (low <= 0.6 && 0.6 <= high) covered++;
  }
  // three standard errors of 800 draws are 2.3 points
  for (const share of Object.values(rejected)) {
    expect(Math.abs(share / runs - 0.05)).toBeLessThan(0.024);
  }
  expect(Math.abs(covered / runs - 0.95)).toBeLessThan(0.024);
});

test("errors", () => {
  const text = (...args: unknown[]) =>
    thrown(() => (correlationTest as never as (...a: unknown[]) => void)(...args)).message;
  expect(text([1, 2], [1, 2])).toBe("correlationTest: x must have at least 3 entries, got 2");
  expect(text([1, 2, 3], [1, 2])).toBe(
    "correlationTest: y must have length 3 (length of x), got 2",
  );
  expect(text([1, 2, 3], [4, 4, 4])).toBe(
    "correlationTest: y must not be constant, all entries are 4",
  );
  expect(text([1, 2, 3], [1, 2, 4], { method: "exact" })).toBe(
    'correlationTest: method "exact" is for rank correlations, Pearson\'s has "auto"',
  );
  const long = Array.from({ length: 12 }, (_, i) => i % 7);
  expect(text(long, long, { coefficient: "kendall", method: "exact" })).toBe(
    'correlationTest: method "exact" is for at most 9 pairs with ties, got 12, use "asymptotic"',
  );
  expect(text([1, 2, 3], [1, 2, 4], { coefficient: "tau" })).toMatch("coefficient must be one of");
});

test("no p-value of ranks is below the chance of one pairing", () => {
  const up = Array.from({ length: 10 }, (_, i) => i);
  const p = (alternative: "two-sided" | "greater" | "less", y: number[]) =>
    correlationTest(up, y, { coefficient: "spearman", alternative }).pValue;
  expect(p("two-sided", up) * 3628800).toBeCloseTo(2, 10);
  expect(p("greater", up) * 3628800).toBeCloseTo(1, 10);
  expect(p("less", up.slice().reverse()) * 3628800).toBeCloseTo(1, 10);
});

test.each([
  ["spearman", 12],
  ["spearman", 100],
  ["kendall", 12],
  ["kendall", 100],
] as const)("no p of %s is below the chance of what came: one odd pair in %i", (coefficient, n) => {
  const x = Array.from({ length: n }, (_, i) => (i === 0 ? 1 : 0));
  const { pValue } = correlationTest(x, x, { coefficient, alternative: "greater" });
  expectNear(pValue, 1 / n, 1e-12);
});
