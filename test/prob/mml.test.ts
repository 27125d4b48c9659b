/** The worked numbers of chapter 6 of "Mathematics for Machine Learning". */
import { describe, expect, test } from "vitest";
import { allClose, rng } from "../../lib/core";
import {
  beta,
  binomial,
  categorical,
  mixture,
  multivariateNormal,
  normal,
  uniform,
} from "../../lib/prob";

describe("MML chapter 6", () => {
  test("Example 6.1: two draws with replacement, dollar coins with probability 0.3", () => {
    expect(allClose(binomial(2, 0.3).pmf([2, 1, 0]), [0.09, 0.42, 0.49], { rtol: 1e-14 })).toBe(
      true,
    );
  });

  test("Example 6.4: the mixture in the plane has mean (4, 0.8), by its marginals", () => {
    const a = multivariateNormal(
      [10, 2],
      [
        [1, 0],
        [0, 1],
      ],
    );
    const b = multivariateNormal(
      [0, 0],
      [
        [8.4, 2],
        [2, 1.7],
      ],
    );
    const marginal = (i: number) =>
      mixture(
        [0.4, 0.6],
        [a, b].map((d) => normal(d.mean[i], Math.sqrt(d.cov[i][i]))),
      );
    expect(marginal(0).mean).toBeCloseTo(4, 14);
    expect(marginal(1).mean).toBeCloseTo(0.8, 14);
    // two modes in the first coordinate, one median between them
    const { ppf, pdf } = marginal(0);
    expect(pdf(0)).toBeGreaterThan(pdf(5));
    expect(pdf(10)).toBeGreaterThan(pdf(5));
    expect(ppf(0.5)).toBeGreaterThan(0);
    expect(ppf(0.5)).toBeLessThan(4);
  });

  test("(6.45): the mean squared difference of all pairs is twice the variance", () => {
    const x = normal(2, 3).sample(rng(1), 200);
    const n = x.length;
    const mean = x.reduce((a, b) => a + b, 0) / n;
    const variance = x.reduce((s, v) => s + (v - mean) ** 2, 0) / n;
    const pairs = x.reduce((s, u) => s + x.reduce((t, v) => t + (u - v) ** 2, 0), 0) / n ** 2;
    expect(pairs).toBeCloseTo(2 * variance, 10);
    const p = categorical(x.map(() => 1 / n)); // the same as a distribution on the indices
    expect(p.variance).toBeCloseTo((n * n - 1) / 12, 8);
  });

  test("Example 6.6: conditional N(0.6, 0.1) and marginal N(0, 0.3)", () => {
    const d = multivariateNormal(
      [0, 2],
      [
        [0.3, -1],
        [-1, 5],
      ],
    );
    const given = d.conditional([1], [-1]);
    expect(given.mean[0]).toBeCloseTo(0.6, 14);
    expect(given.cov[0][0]).toBeCloseTo(0.1, 14);
    const marginal = d.marginal([0]);
    expect([marginal.mean, marginal.cov]).toEqual([[0], [[0.3]]]);
  });

  test("Figure 6.10: binomials of 15 trials with μ = 0.1, 0.4, 0.75", () => {
    const modes = [0.1, 0.4, 0.75].map((mu) => {
      const pmf = binomial(15, mu).pmf(Array.from({ length: 16 }, (_, k) => k));
      expect(pmf.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 14);
      const most = Math.max(...pmf);
      return pmf.flatMap((v, k) => (v > most * (1 - 1e-14) ? [k] : []));
    });
    expect(modes).toEqual([[1], [6], [11, 12]]); // at (n + 1)·μ = 12 there are two
    expect(binomial(15, 0.1).pmf(1)).toBeCloseTo(15 * 0.1 * 0.9 ** 14, 14);
  });

  test("6.6.1: the beta posterior, Beta(α + h, β + N − h), is prior times likelihood", () => {
    const [a, b, n, h] = [2, 3, 10, 7];
    const product = (mu: number) => beta(a, b).logpdf(mu) + binomial(n, mu).logpmf(h);
    const posterior = beta(a + h, b + n - h);
    const evidence = product(0.5) - posterior.logpdf(0.5);
    for (const mu of [0.01, 0.3, 0.77, 0.999]) {
      expect(product(mu) - posterior.logpdf(mu)).toBeCloseTo(evidence, 12);
    }
  });

  test("Example 6.16: the square of X with density 3x² on [0, 1] has density 1.5·√y", () => {
    const x = beta(3, 1); // density 3x²
    expect(x.pdf(0.5)).toBeCloseTo(0.75, 14);
    const y = beta(1.5, 1);
    for (const v of [0.04, 0.25, 0.81]) {
      expect(y.pdf(v)).toBeCloseTo(1.5 * Math.sqrt(v), 13);
      expect(x.cdf(Math.sqrt(v))).toBeCloseTo(y.cdf(v), 14);
    }
    // and by simulation: the probability integral transform makes Y uniform
    const u = x.sample(rng(2), 5000).map((v) => y.cdf(v * v));
    expect(u.reduce((s, v) => s + v, 0) / 5000).toBeCloseTo(uniform().mean, 1);
  });
});
