import { describe, expect, test } from "vitest";
import { rng } from "../../lib/core";
import * as prob from "../../lib/prob";
import fixture from "./fixtures/vectors.json";
import { expectClose } from "./helpers";

describe("dirichlet", () => {
  test("densities, entropies and moments against 60 digits", () => {
    for (const c of fixture.dirichlets) {
      const d = prob.dirichlet(c.alpha);
      d.logpdf(c.points).forEach((got, k) => {
        const want = c.logpdf[k];
        const what = `${c.alpha} at ${c.points[k]}: ${got}, want ${want}`;
        expect(Math.abs(got - want), what).toBeLessThan(1e-14 * (Math.abs(want) + 10 * d.dim));
      });
      const room = 1e-14 * (Math.abs(c.entropy) + 10 * d.dim);
      expect(Math.abs(d.entropy() - c.entropy), `entropy of ${c.alpha}`).toBeLessThan(room);
      for (let i = 0; i < d.dim; i++) {
        expectClose(d.mean[i], c.mean[i], 1e-15, "mean");
        expectClose(d.cov[i][i], c.variance[i], 2e-15, "variance");
      }
    }
  });

  test("of two kinds it is the beta law", () => {
    for (const [a, b] of [
      [2, 5],
      [0.3, 0.4],
      [400, 9],
    ]) {
      const [d, law] = [prob.dirichlet([a, b]), prob.beta(a, b)];
      for (const x of [1 / 1024, 0.25, 0.875]) {
        expectClose(d.logpdf([x, 1 - x]), law.logpdf(x), 1e-13, `density at ${x}`);
      }
      expect(d.entropy()).toBeCloseTo(law.entropy(), 12);
      expect(d.marginal(0).params).toEqual({ a, b });
    }
  });

  test("the mode is where the density is largest", () => {
    const d = prob.dirichlet([3, 2, 4]);
    const top = d.mode();
    expect(top).toEqual([2 / 6, 1 / 6, 3 / 6]);
    for (const h of [1e-3, -1e-3]) {
      expect(d.logpdf([top[0] + h, top[1] - h, top[2]])).toBeLessThan(d.logpdf(top));
      expect(d.logpdf([top[0], top[1] - h, top[2] + h])).toBeLessThan(d.logpdf(top));
    }
    expect(() => prob.dirichlet([2, 1, 3]).mode()).toThrow(
      "dirichlet.mode: there is none unless all alpha are > 1, alpha[1] is 1",
    );
  });

  test("draws have mean and covariance, and beta marginals", () => {
    const n = 20000;
    for (const alpha of [
      [2, 0.5, 4],
      [0.05, 0.1, 0.02],
    ]) {
      const d = prob.dirichlet(alpha);
      const X = d.sample(rng(5), n);
      for (let i = 0; i < 3; i++) {
        const law = d.marginal(i);
        const mean = X.reduce((s, x) => s + x[i], 0) / n;
        expect(Math.abs(mean - d.mean[i])).toBeLessThan(4 * Math.sqrt(d.cov[i][i] / n));
        const below = X.filter((x) => x[i] <= 0.3).length / n;
        const p = law.cdf(0.3);
        expect(Math.abs(below - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / n));
        expectClose(d.cov[i][i], law.variance, 1e-14, "variance of the marginal");
        expect(d.cov[i].reduce((a, b) => a + b, 0)).toBeCloseTo(0, 15);
      }
    }
  });

  test("draws of tiny shapes are vertices, chosen by their means", () => {
    const X = prob.dirichlet([1e-300, 3e-300]).sample(rng(1), 4000);
    expect(X.every(([x, y]) => x + y === 1 && x * y === 0)).toBe(true);
    const share = X.reduce((s, x) => s + x[1], 0) / X.length;
    expect(Math.abs(share - 0.75)).toBeLessThan(4 * Math.sqrt(0.1875 / 4000));
  });

  test("edges of the simplex, and what lies off it", () => {
    const d = prob.dirichlet([0.5, 1, 3]);
    expect(d.pdf([0, 0.5, 0.5])).toBe(Infinity);
    expect(d.pdf([0.5, 0.5, 0])).toBe(0);
    expect(d.logpdf([0.25, 0, 0.75])).toBeGreaterThan(-Infinity);
    expect(d.logpdf([0.5, 0.5, 0.1])).toBe(-Infinity);
    expect(d.logpdf([-0.5, 0.5, 1])).toBe(-Infinity);
    expect(() => d.pdf([0, 1, 0])).toThrow(
      "dirichlet.pdf: the density has no limit where x[0] and x[2] are 0, of alpha 0.5 and 3",
    );
  });

  test("errors", () => {
    expect(() => prob.dirichlet([1])).toThrow(
      "dirichlet: alpha must have at least 2 entries, got 1",
    );
    expect(() => prob.dirichlet([1, 0])).toThrow(
      "dirichlet: alpha[1] must be a number in [1e-300,",
    );
    expect(() => prob.dirichlet([1, 1]).logpdf([0.5, 0.25, 0.25])).toThrow(
      "dirichlet.logpdf: x must have length 2",
    );
    expect(() => prob.dirichlet([1, 1]).marginal(-1)).toThrow("dirichlet.marginal: i must be");
  });
});
