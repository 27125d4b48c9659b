import { describe, expect, test } from "vitest";
import { rng } from "../../lib/core";
import * as prob from "../../lib/prob";
import fixture from "./fixtures/vectors.json";
import { expectClose } from "./helpers";

describe("multinomial", () => {
  test("masses and entropies against 60 digits", () => {
    for (const { n, p, points, logpmf, entropy } of fixture.multinomials) {
      const d = prob.multinomial(n, p);
      d.logpmf(points).forEach((got, k) => {
        const what = `n = ${n} at ${points[k]}`;
        const want = logpmf[k];
        if (Math.abs(want) < 0.5) expectClose(got, want, 1e-12, what);
        else expect(Math.abs(got - want), what).toBeLessThan(2e-14 * Math.abs(want) + 2e-14);
        expectClose(d.pmf(points[k]), Math.exp(got), 1e-15, what);
      });
      if (entropy !== null) {
        expect(Math.abs(d.entropy() - entropy)).toBeLessThan(1e-12 * entropy + 1e-13);
      }
    }
  });

  test("of two kinds it is the binomial law", () => {
    const b = prob.binomial(40, 0.3);
    const d = prob.multinomial(40, [0.3, 0.7]);
    for (const k of [0, 3, 12, 40]) expectClose(d.pmf([k, 40 - k]), b.pmf(k), 1e-13, `at ${k}`);
    expectClose(d.entropy(), b.entropy(), 1e-13, "entropy");
    expect(d.marginal(0).params).toEqual({ n: 40, p: 0.3 });
    const large = [prob.multinomial(4e6, [0.3, 0.7]), prob.multinomial(1e14, [0.3, 0.7])];
    expectClose(
      large[0].entropy(),
      prob.binomial(4e6, 0.3).entropy(),
      1e-12,
      "by every s-th value",
    );
    expectClose(large[1].entropy(), prob.binomial(1e14, 0.3).entropy(), 1e-11, "of large counts");
  });

  test("masses sum to 1, to mean, covariance and entropy", () => {
    const d = prob.multinomial(6, [0.5, 0.2, 0.3]);
    const all: number[][] = [];
    for (let i = 0; i <= 6; i++) for (let j = 0; i + j <= 6; j++) all.push([i, j, 6 - i - j]);
    const mass = d.pmf(all);
    const sum = (f: (x: number[]) => number) => mass.reduce((s, m, k) => s + m * f(all[k]), 0);
    expect(sum(() => 1)).toBeCloseTo(1, 14);
    expect(sum((x) => -d.logpmf(x))).toBeCloseTo(d.entropy(), 13);
    for (let i = 0; i < 3; i++) {
      expect(sum((x) => x[i])).toBeCloseTo(d.mean[i], 13);
      for (let j = 0; j < 3; j++) {
        expect(sum((x) => (x[i] - d.mean[i]) * (x[j] - d.mean[j]))).toBeCloseTo(d.cov[i][j], 13);
      }
    }
  });

  test("draws have sum, mean and covariance", () => {
    const d = prob.multinomial(1000, [0.1, 0, 0.6, 0.3]);
    const n = 20000;
    const X = d.sample(rng(2), n);
    expect(X.every((x) => x.reduce((a, b) => a + b, 0) === 1000 && x[1] === 0)).toBe(true);
    for (const i of [0, 2, 3]) {
      const mean = X.reduce((s, x) => s + x[i], 0) / n;
      expect(Math.abs(mean - d.mean[i])).toBeLessThan(4 * Math.sqrt(d.cov[i][i] / n));
      for (const j of [0, 2, 3]) {
        const got = X.reduce((s, x) => s + (x[i] - d.mean[i]) * (x[j] - d.mean[j]), 0) / n;
        const error = Math.sqrt((d.cov[i][i] * d.cov[j][j] + d.cov[i][j] ** 2) / n);
        expect(Math.abs(got - d.cov[i][j])).toBeLessThan(4 * error);
      }
    }
  });

  test("what are no counts of n trials has no chance", () => {
    const d = prob.multinomial(2, [0.5, 0.5, 0]);
    const points = [
      [1, 0, 0],
      [3, -1, 0],
      [0.5, 1.5, 0],
      [1, 0, 1],
    ];
    expect(d.pmf(points)).toEqual([0, 0, 0, 0]);
    expect(d.logpmf([2, 1, 0])).toBe(-Infinity);
    expect(d.pmf([1, 1, 0])).toBeCloseTo(0.5, 15);
  });

  test("without trials, and of one kind, all is certain", () => {
    const none = prob.multinomial(0, [0.4, 0.6]);
    expect([none.pmf([0, 0]), none.entropy()]).toEqual([1, 0]);
    expect(none.sample(rng(0))).toEqual([0, 0]);
    const one = prob.multinomial(7, [1]);
    expect([one.pmf([7]), one.entropy(), one.cov[0][0]]).toEqual([1, 0, 0]);
    expect(one.sample(rng(0), 2)).toEqual([[7], [7]]);
  });

  test("errors", () => {
    const d = prob.multinomial(2, [0.5, 0.5]);
    expect(() => prob.multinomial(1.5, [1])).toThrow("multinomial: n must be an integer in [0,");
    expect(() => prob.multinomial(2, [0.5])).toThrow(
      "multinomial: p must sum to 1, its sum is 0.5",
    );
    expect(() => d.pmf([1])).toThrow("multinomial.pmf: x must have length 2");
    expect(() => d.marginal(2)).toThrow("multinomial.marginal: i must be an integer in [0, 1]");
    expect(() => d.sample(3 as never)).toThrow("multinomial.sample: rng");
  });
});
