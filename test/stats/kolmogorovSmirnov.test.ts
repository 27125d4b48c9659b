import { describe, expect, test } from "vitest";
import { rng } from "../../lib/core";
import { normal } from "../../lib/prob";
import { type Alternative, type KSOptions, kolmogorovSmirnov } from "../../lib/stats";
import { expectNear, fixture, thrown } from "./helpers";

interface One {
  x: number[];
  cases: { options: KSOptions; statistic: number; pValue: number; location: number }[];
}
interface Two {
  x: number[];
  y: number[];
  cases: { alternative: Alternative; statistic: number; exact: number; asymptotic: number }[];
}
const { ks } = fixture<{ ks: { one: One[]; two: Two[] } }>("tests");
const { cdf } = normal(0, 1);

describe("kolmogorovSmirnov", () => {
  test("one sample agrees with SciPy", () => {
    for (const { x, cases } of ks.one) {
      for (const { options, statistic, pValue, location } of cases) {
        const r = kolmogorovSmirnov(x, cdf, options);
        expectNear(r.statistic, statistic, 1e-14);
        expectNear(r.pValue, pValue, 1e-9, 0, JSON.stringify(options));
        expect(r.location).toBe(location);
      }
    }
  });

  test("two samples agree with SciPy", () => {
    for (const { x, y, cases } of ks.two) {
      for (const { alternative, statistic, exact, asymptotic } of cases) {
        const r = kolmogorovSmirnov(x, y, { alternative, method: "exact" });
        expectNear(r.statistic, statistic, 1e-14, 1e-3);
        expectNear(r.pValue, exact, 1e-11, 0, alternative);
        const limit = kolmogorovSmirnov(x, y, { alternative, method: "asymptotic" });
        expectNear(limit.pValue, asymptotic, 1e-12, 0, alternative);
      }
    }
  });

  test("two samples with ties: all orders of the pool, by brute force", () => {
    const pool = [1, 1, 2, 2, 2, 3, 4, 4];
    const largest = (chosen: number, sign: (g: number) => number) => {
      let [fx, fy, best] = [0, 0, 0];
      pool.forEach((v, i) => {
        if ((chosen >> i) & 1) fx += 1 / 3;
        else fy += 1 / 5;
        if (v !== pool[i + 1]) best = Math.max(best, sign(fx - fy));
      });
      return best;
    };
    const bits = (mask: number) => mask.toString(2).split("1").length - 1;
    const masks = Array.from({ length: 256 }, (_, m) => m).filter((m) => bits(m) === 3);
    for (const [alternative, sign] of [
      ["two-sided", Math.abs],
      ["greater", (g: number) => g],
      ["less", (g: number) => -g],
    ] as const) {
      for (const mask of [masks[0], masks[17], masks[40]]) {
        const observed = largest(mask, sign);
        const share = masks.filter((m) => largest(m, sign) >= observed - 1e-12).length / 56;
        const x = pool.filter((_, i) => (mask >> i) & 1);
        const y = pool.filter((_, i) => !((mask >> i) & 1));
        const r = kolmogorovSmirnov(x, y, { alternative });
        expectNear(r.statistic, observed, 1e-14, 1e-3);
        expectNear(r.pValue, share, 1e-14, 0, alternative);
      }
    }
  });

  test("p-values of true hypotheses are uniform", () => {
    const random = rng(22);
    const p = Array.from(
      { length: 400 },
      () => kolmogorovSmirnov(random.normal(0, 1, 12), cdf).pValue,
    );
    expect(kolmogorovSmirnov(p, (t) => Math.min(1, Math.max(0, t))).pValue).toBeGreaterThan(0.01);
  });

  test("equal samples and a single value", () => {
    expect(kolmogorovSmirnov([1, 2], [2, 1])).toEqual({
      statistic: 0,
      pValue: 1,
      location: 1,
      method: "exact",
    });
    expectNear(kolmogorovSmirnov([0.5], (t) => t).pValue, 1, 1e-15);
    expectNear(kolmogorovSmirnov([0.9], (t) => t).pValue, 0.2, 1e-14);
  });

  test("auto takes the limit law for large samples", () => {
    const x = rng(23).normal(0, 1, 1001);
    expect(kolmogorovSmirnov(x, cdf).method).toBe("asymptotic");
    expect(kolmogorovSmirnov(x.slice(1), cdf).method).toBe("exact");
    expect(
      kolmogorovSmirnov(
        x,
        x.map((v) => v + 1e-9),
      ).method,
    ).toBe("asymptotic");
  });

  test("errors", () => {
    expect(thrown(() => kolmogorovSmirnov([], cdf)).message).toBe(
      "kolmogorovSmirnov: x must have at least 1 entry, got 0",
    );
    expect(thrown(() => kolmogorovSmirnov([1], [])).message).toBe(
      "kolmogorovSmirnov: y must have at least 1 entry, got 0",
    );
    expect(thrown(() => kolmogorovSmirnov([3], (t) => t)).message).toBe(
      "kolmogorovSmirnov: cdf(3) must be a number in [0, 1], got 3",
    );
    expect(thrown(() => kolmogorovSmirnov([3], "norm" as never))).toEqual({
      kind: "TypeError",
      message:
        'kolmogorovSmirnov: the second argument must be a distribution function or a vector, got "norm" (string)',
    });
    expect(thrown(() => kolmogorovSmirnov([3], cdf, { mode: "exact" } as never)).message).toBe(
      'kolmogorovSmirnov: options has no "mode"; known: alternative, method',
    );
  });
});
