import { describe, expect, test } from "vitest";
import { rng } from "../../lib/core";
import { type Alternative, type RankTestOptions, wilcoxon } from "../../lib/stats";
import { expectNear, fixture, thrown } from "./helpers";

interface Sample {
  x: number[];
  y: number[];
  cases: { options: RankTestOptions; statistic: number; pValue: number }[];
}
const { wilcoxon: fixtures } = fixture<{ wilcoxon: Sample[] }>("tests");

const { wilcoxon: exact } = fixture<{
  wilcoxon: { d: number[]; p: Record<Alternative, number> }[];
}>("exact");

describe("wilcoxon", () => {
  test("agrees with SciPy: exact and normal, with continuity, ties and zeros", () => {
    let count = 0;
    for (const { x, y, cases } of fixtures) {
      for (const { options, statistic, pValue } of cases) {
        const r = wilcoxon(x, y, options);
        expect(r.statistic).toBe(statistic);
        expectNear(r.pValue, pValue, 1e-12, 0, JSON.stringify(options));
        count++;
      }
    }
    expect(count).toBe(30);
  });

  test("exact with ties counts all patterns of signs", () => {
    const d = [1, 1, -2, 3, 3, 3, -5];
    const ranks = [1.5, 1.5, 3, 5, 5, 5, 7];
    const w = 1.5 + 1.5 + 15;
    let [lower, upper] = [0, 0];
    for (let mask = 0; mask < 128; mask++) {
      const sum = ranks.reduce((s, r, i) => s + ((mask >> i) & 1 ? r : 0), 0);
      if (sum <= w) lower++;
      if (sum >= w) upper++;
    }
    const p = (alternative: "less" | "greater") =>
      wilcoxon(
        d,
        d.map(() => 0),
        { alternative, method: "exact" },
      ).pValue;
    expectNear(p("less"), lower / 128, 1e-15);
    expectNear(p("greater"), upper / 128, 1e-15);
  });

  test("agrees with SciPy's going through all signs where there are ties and zeros", () => {
    for (const { d, p } of exact) {
      const zeros = d.map(() => 0);
      for (const alternative of ["two-sided", "less", "greater"] as const) {
        const r = wilcoxon(d, zeros, { alternative });
        expect(r.method).toBe("exact");
        expectNear(r.pValue, p[alternative], 1e-14, 0, alternative);
      }
    }
  });

  test("no p-value is less than the least chance there is", () => {
    for (const n of [1, 2, 5, 13, 14, 30, 50, 51, 60, 200]) {
      const ones = new Array<number>(n).fill(1);
      const zeros = new Array<number>(n).fill(0);
      for (const continuity of [true, false]) {
        const p = (alternative: Alternative) =>
          wilcoxon(ones, zeros, { alternative, continuity }).pValue;
        expect(p("greater")).toBeGreaterThanOrEqual(2 ** -n);
        expect(p("two-sided")).toBeGreaterThanOrEqual(Math.min(1, 2 ** (1 - n)));
        expect(p("less")).toBeGreaterThan(0.99);
      }
    }
  });

  test("turns round with its samples, and leaves zeros out", () => {
    const random = rng(21);
    const [x, y] = [random.normal(0, 1, 20), random.normal(0, 1, 20)];
    const [a, b] = [wilcoxon(x, y), wilcoxon(y, x)];
    expect(a.statistic + b.statistic).toBe(210);
    expectNear(a.pValue, b.pValue, 1e-13);
    expect(a.method).toBe("exact");
    const padded = wilcoxon([...x, 5], [...y, 5], { method: "exact" });
    expect(padded).toEqual(a);
  });

  test("errors", () => {
    expect(thrown(() => wilcoxon([1, 2], [1])).message).toBe(
      "wilcoxon: y must have length 2 (length of x), got 1",
    );
    expect(thrown(() => wilcoxon([], [])).message).toBe(
      "wilcoxon: x must have at least 1 entry, got 0",
    );
    expect(thrown(() => wilcoxon([1, 2], [1, 2])).message).toBe(
      "wilcoxon: x and y must differ in at least one pair",
    );
    expect(thrown(() => wilcoxon([1.7e308], [-1.7e308])).message).toBe(
      "wilcoxon: x − y must be finite, x − y[0] is Infinity",
    );
    const long = Array.from({ length: 501 }, (_, i) => i + 1);
    const zeros = long.map(() => 0);
    expect(thrown(() => wilcoxon(long, zeros, { method: "exact" })).message).toBe(
      'wilcoxon: method "exact" is for at most 500 differences, got 501, use "asymptotic"',
    );
  });
});
