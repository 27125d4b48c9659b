import { describe, expect, test } from "vitest";
import { kolmogorovLimitSf, kolmogorovSf, smirnovSf } from "../../../lib/stats/laws/kolmogorovLaw";
import { expectNear, fixture } from "../helpers";

type Entry = { n: number; d: number; sf: number };
const { ks } = fixture<{
  ks: { law: { two: Entry[]; one: Entry[]; limit: { z: number; sf: number }[] } };
}>("tests");

describe("laws of the Kolmogorov–Smirnov statistics", () => {
  test("two-sided, against rational arithmetic", () => {
    for (const { n, d, sf } of ks.law.two) {
      expectNear(kolmogorovSf(d, n), sf, 2e-14, 0, `n = ${n}, d = ${d}`);
    }
  });

  test("one-sided, against rational arithmetic", () => {
    for (const { n, d, sf } of ks.law.one) {
      expectNear(smirnovSf(d, n), sf, 1e-12, 0, `n = ${n}, d = ${d}`);
    }
  });

  test("the limit law, against SciPy", () => {
    for (const { z, sf } of ks.law.limit) expectNear(kolmogorovLimitSf(z), sf, 1e-14);
    expect(kolmogorovLimitSf(0)).toBe(1);
    expect(kolmogorovLimitSf(0.04)).toBe(1);
  });

  test("fall from 1 to 0 without a jump where one formula hands over to another", () => {
    for (const n of [1, 2, 7, 30, 150]) {
      const grid = Array.from({ length: 401 }, (_, i) => i / 400);
      for (const law of [kolmogorovSf, smirnovSf]) {
        const p = grid.map((d) => law(d, n));
        expect([p[0], p[400]]).toEqual([1, 0]);
        p.slice(1).forEach((v, i) => {
          expect(v).toBeLessThanOrEqual(p[i] * (1 + 1e-12));
        });
      }
    }
  });

  test("the exact law tends to the limit", () => {
    const gap = (n: number) => Math.abs(kolmogorovSf(1 / Math.sqrt(n), n) - kolmogorovLimitSf(1));
    expect(gap(400)).toBeLessThan(gap(100));
    expect(gap(400)).toBeLessThan(0.01);
  });
});
