import { describe, expect, test } from "vitest";
import * as prob from "../../lib/prob";
import wide from "./fixtures/divergence.json";
import fixture from "./fixtures/multivariate.json";
import { expectClose, make } from "./helpers";

describe("against 900 digits, parameters from 1e-300 to 1e300, far apart and nearly equal", () => {
  type Row = [name: string, p: never[], q: never[], want: number | null];
  const rows = wide.rows as never as Row[];
  const laws = prob as never as Record<string, (...args: never[]) => prob.Distribution>;

  for (const name of new Set(rows.map((row) => row[0]))) {
    test(name, () => {
      for (const [, p, q, want] of rows.filter((row) => row[0] === name)) {
        const got = prob.klDivergence(laws[name](...p), laws[name](...q));
        const what = `${name}: ${JSON.stringify(p)} to ${JSON.stringify(q)}`;
        // matrices cost as much precision as their condition says
        expectClose(got, want ?? Infinity, name === "multivariateNormal" ? 1e-11 : 5e-12, what);
      }
    });
  }
});

describe("klDivergence", () => {
  test.each(fixture.divergences as [string, number[], number[], number][])(
    "%s(%s) from %s, by its definition",
    (name, p, q, want) => {
      expectClose(prob.klDivergence(make(name, p), make(name, q)), want, 1e-11, name);
    },
  );

  test("multivariate normals, against NumPy", () => {
    const [p, q] = [fixture.normals[2], fixture.normals[3]].map((c) =>
      prob.multivariateNormal(c.mean, c.cov),
    );
    expectClose(prob.klDivergence(p, q), fixture.multivariateDivergence, 1e-10, "multivariate");
    expect(Math.abs(prob.klDivergence(p, p))).toBeLessThan(1e-13);
  });

  test("is 0 from itself and keeps its precision close by, where it is about ½(δ/σ)²", () => {
    for (const c of [
      prob.gamma(3, 2),
      prob.beta(2, 5),
      prob.poisson(4),
      prob.categorical([0.2, 0.8]),
    ]) {
      expect(prob.klDivergence(c, c)).toBe(0);
    }
    const close = prob.klDivergence(prob.poisson(4), prob.poisson(4 * (1 + 1e-9)));
    expectClose(close, 0.5 * 4 * 1e-9 ** 2, 1e-6, "poisson");
    const normals = prob.klDivergence(prob.normal(0, 1), prob.normal(0, 1 + 1e-8));
    expectClose(normals, 1e-16, 1e-6, "normal");
  });

  test("categorical, with probabilities of 0", () => {
    const kl = (p: number[], q: number[]) =>
      prob.klDivergence(prob.categorical(p), prob.categorical(q));
    expectClose(kl([0, 1], [0.5, 0.5]), Math.LN2, 1e-15, "0·ln 0");
    expect(kl([0.5, 0.5], [0, 1])).toBe(Infinity);
    const [p, q] = [
      [0.1, 0.2, 0.7],
      [0.3, 0.3, 0.4],
    ];
    const want = p.reduce((s, v, i) => s + v * Math.log(v / q[i]), 0);
    expectClose(kl(p, q), want, 1e-14, "sum");
  });

  test("multinomial: n times that of one trial", () => {
    const [p, q] = [
      [0.1, 0.2, 0.7],
      [0.3, 0.3, 0.4],
    ];
    const one = prob.klDivergence(prob.categorical(p), prob.categorical(q));
    const kl = (m: number, n: number) =>
      prob.klDivergence(prob.multinomial(m, p), prob.multinomial(n, q));
    expectClose(kl(7, 7), 7 * one, 1e-15, "seven trials");
    expect(kl(0, 0)).toBe(0);
    expect(() => kl(7, 8)).toThrow("must have the same number of trials, got 7 and 8");
  });

  test("is infinite where q gives no weight to what p does", () => {
    expect(prob.klDivergence(prob.uniform(0, 2), prob.uniform(0, 1))).toBe(Infinity);
    expect(prob.klDivergence(prob.bernoulli(0.5), prob.bernoulli(1))).toBe(Infinity);
    expect(prob.klDivergence(prob.poisson(1), prob.poisson(0))).toBe(Infinity);
    expect(prob.klDivergence(prob.poisson(0), prob.poisson(2))).toBe(2);
  });

  test("errors", () => {
    const kl = prob.klDivergence;
    const two = prob.multivariateNormal(
      [0, 0],
      [
        [1, 0],
        [0, 1],
      ],
    );
    const one = prob.multivariateNormal([0], [[1]]);
    expect(() => kl(3 as never, two)).toThrow("klDivergence: p must be a distribution, got 3");
    expect(() => kl(two, {} as never)).toThrow(
      "klDivergence: q must be a distribution, got an Object",
    );
    expect(() => kl(prob.normal(), prob.gamma(1))).toThrow(
      "klDivergence: p and q must be of one family, got normal and gamma",
    );
    expect(() => kl(prob.studentT(2), prob.studentT(3))).toThrow("no closed form for studentT");
    expect(() => kl(prob.binomial(2, 0.5), prob.binomial(3, 0.5))).toThrow(
      "must have the same number of trials, got 2 and 3",
    );
    expect(() => kl(prob.categorical([1]), prob.categorical([0.5, 0.5]))).toThrow(
      "must have the same number of values, got 1 and 2",
    );
    expect(() => kl(prob.negativeBinomial(2, 0.5), prob.negativeBinomial(3, 0.5))).toThrow(
      "must have the same r, got 2 and 3",
    );
    expect(() => kl(prob.dirichlet([1, 2]), prob.dirichlet([1, 2, 3]))).toThrow(
      "must have the same number of kinds, got 2 and 3",
    );
    expect(() => kl(two, one)).toThrow("must have the same dimension, got 2 and 1");
  });
});
