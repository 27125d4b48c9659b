import { describe, expect, test } from "vitest";
import { rng } from "../../lib/core";
import { benjaminiHochberg, bonferroni, holm } from "../../lib/stats";
import { expectNear, fixture, thrown } from "./helpers";

const { corrections } = fixture<{
  corrections: Record<"p" | "bonferroni" | "holm" | "benjaminiHochberg", number[]>[];
}>("tests");

describe("corrections for multiple tests", () => {
  test("agree with statsmodels", () => {
    for (const c of corrections) {
      expectNear(bonferroni(c.p), c.bonferroni, 1e-14);
      expectNear(holm(c.p), c.holm, 1e-14);
      expectNear(benjaminiHochberg(c.p), c.benjaminiHochberg, 1e-14);
    }
  });

  test("p ≤ Benjamini–Hochberg ≤ Holm ≤ Bonferroni, in one order", () => {
    const p = rng(24).random(30);
    const [b, h, f] = [bonferroni(p), holm(p), benjaminiHochberg(p)];
    p.forEach((v, i) => {
      expect(v).toBeLessThanOrEqual(f[i]);
      expect(f[i]).toBeLessThanOrEqual(h[i] * (1 + 1e-15));
      expect(h[i]).toBeLessThanOrEqual(b[i]);
    });
  });

  test("none, and what is not a p-value", () => {
    for (const f of [bonferroni, holm, benjaminiHochberg]) {
      expect(f([])).toEqual([]);
      expect(thrown(() => f([0.5, 1.5])).message).toBe(
        `${f.name}: p[1] must be a number in [0, 1], got 1.5`,
      );
      expect(thrown(() => f([NaN])).message).toBe(`${f.name}: p must be finite, p[0] is NaN`);
    }
  });
});
