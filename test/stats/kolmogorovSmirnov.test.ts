import { describe, expect, test } from "vitest";
import { rng } from "../../lib/core";
import { bernoulli, binomial, normal, poisson } from "../../lib/prob";
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
interface Jumps {
  name: string;
  values: number[];
  cdf: number[];
  cases: { alternative: Alternative; x: number[]; statistic: number; pValue: number }[];
}
const { ks: jumps } = fixture<{ ks: Jumps[] }>("exact");
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

  test("laws with jumps: every tail in rational arithmetic", () => {
    let count = 0;
    for (const { name, values, cdf: F, cases } of jumps) {
      const step = (t: number) => {
        const k = values.filter((v) => v <= t).length;
        return k === 0 ? 0 : F[k - 1];
      };
      for (const { alternative, x, statistic, pValue } of cases) {
        const r = kolmogorovSmirnov(x, step, { alternative });
        expectNear(r.statistic, statistic, 1e-15, 1);
        expectNear(r.pValue, pValue, 1e-13, 0, `${name} ${alternative} ${x}`);
        expect(r.method).toBe("exact");
        count++;
      }
    }
    expect(count).toBeGreaterThan(100);
  });

  test("a law with an atom: zero inflation, by brute force over the number of zeros", () => {
    // 30 % zeros, the rest exponential; with n = 1, D is max(F(0), 1 − F(0)) = 0.7 at 0 and else max(F, 1 − F)
    const F = (t: number) => (t < 0 ? 0 : 0.3 - 0.7 * Math.expm1(-t));
    expectNear(kolmogorovSmirnov([0], F).statistic, 0.7, 1e-15);
    // D ≥ 0.7: at 0, or with F(x) ≥ 0.7 (1 − F ≥ 0.7 is no more than the atom)
    expectNear(kolmogorovSmirnov([0], F).pValue, 0.3 + 0.3, 1e-12);
    const x = 2;
    expectNear(kolmogorovSmirnov([0, x], F).statistic, F(x) - 0.5, 1e-15);
    // two entries, from above: D < d if F(x₍₁₎−) < d and F(x₍₂₎−) < ½ + d
    const p = kolmogorovSmirnov([0, x], F, { alternative: "less" }).pValue;
    expectNear(p, 1 - (F(x) ** 2 - 0.5 ** 2), 1e-12);
  });

  test("p-values under a law with jumps have the chance they claim, up to its grain", () => {
    const random = rng(24);
    for (const law of [poisson(3), binomial(40, 0.2), bernoulli(0.1)]) {
      const p = Array.from(
        { length: 600 },
        () => kolmogorovSmirnov(law.sample(random, 25), law.cdf).pValue,
      );
      for (const alpha of [0.05, 0.2, 0.5]) {
        const share = p.filter((v) => v <= alpha).length / p.length;
        expect(share).toBeLessThan(alpha + 4 * Math.sqrt((alpha * (1 - alpha)) / p.length));
      }
      expect(p.filter((v) => v <= 0.3).length).toBeGreaterThan(20);
    }
  });

  test("far from its sample a law is refused with a p-value that is small, and not 0", () => {
    const x = poisson(6).sample(rng(25), 60);
    const { pValue } = kolmogorovSmirnov(x, poisson(3).cdf);
    expect(pValue).toBeGreaterThan(0);
    expect(pValue).toBeLessThan(1e-10);
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

  test("an entry at the end of what F is defined for", () => {
    expect(kolmogorovSmirnov([0, 1], (t) => t).statistic).toBe(0.5);
    expect(kolmogorovSmirnov([0, 0.25], Math.sqrt).statistic).toBe(0.5);
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
    expect(thrown(() => kolmogorovSmirnov([0, 1], normal(0, 1).pdf)).message).toMatch(
      /^kolmogorovSmirnov: cdf must not fall, cdf\(0\) is 0\.39\d+ and cdf\(1\) is 0\.24\d+$/,
    );
    const table: Record<number, number> = { 0: 0.5, 1: 1 };
    expect(thrown(() => kolmogorovSmirnov([0, 1], (t) => table[t])).message).toMatch(
      /^kolmogorovSmirnov: cdf\(-5e-324\) must be a number in \[0, 1\], got undefined$/,
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
