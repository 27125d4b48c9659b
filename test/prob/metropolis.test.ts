import { describe, expect, test } from "vitest";
import { rng } from "../../lib/core";
import * as prob from "../../lib/prob";
import { metropolis } from "../../lib/prob";
import { expectMoments, pooledCoordinate } from "./mcmc/helpers";

describe("metropolis", () => {
  test("leaves a correlated normal law as it is, its scales far apart", () => {
    const law = prob.multivariateNormal(
      [1, -200, 3e-5],
      [
        [1, 60, 5e-6],
        [60, 1e4, -2e-4],
        [5e-6, -2e-4, 1e-10],
      ],
    );
    const { draws, acceptance, covariance } = metropolis(law.logpdf, [0, 0, 0], {
      rng: rng(4),
      steps: 4000,
      warmup: 2000,
      scale: [1, 100, 1e-5],
    });
    expectMoments(draws, law.mean, law.cov);
    const mean = acceptance.reduce((sum, v) => sum + v, 0) / acceptance.length;
    expect(Math.abs(mean - 0.303)).toBeLessThan(0.1);
    for (const C of covariance) {
      const r = C[0]![1]! / Math.sqrt(C[0]![0]! * C[1]![1]!);
      expect(Math.abs(r - 0.6)).toBeLessThan(0.2);
    }
  });

  test("draws from bounded, skew and heavy-tailed laws", () => {
    const laws = [prob.uniform(2, 5), prob.gamma(3, 2), prob.beta(2, 5), prob.studentT(5)];
    for (const law of laws) {
      const f = (x: readonly number[]) => law.logpdf(x[0]!);
      const { draws } = metropolis(f, [law.ppf(0.3)], { rng: rng(7), steps: 5000 });
      expect(prob.rHat(draws)[0]).toBeLessThan(1.02);
      for (const p of [0.05, 0.5, 0.95]) {
        const below = draws.map((chain) => chain.map((x) => (x[0]! <= law.ppf(p) ? 1 : 0)));
        const share = below.flat().reduce<number>((s, v) => s + v, 0) / 20000;
        const error = Math.abs(share - p) / prob.monteCarloError(below);
        expect(error, `${law.name} at ${p}`).toBeLessThan(4);
      }
    }
  });

  test("finds the scale of the target from far off, in either direction", () => {
    for (const size of [1e-9, 1e9]) {
      const f = (x: readonly number[]) => -0.5 * (x[0]! / size) ** 2 - 0.5 * (x[1]! / size) ** 2;
      const { draws, acceptance } = metropolis(f, [0, 0], { rng: rng(2), warmup: 1500 });
      expectMoments(
        draws.map((chain) => chain.map((x) => x.map((v) => v / size))),
        [0, 0],
        [
          [1, 0],
          [0, 1],
        ],
      );
      // 50 steps settle the step size of a chain, with an error in its acceptance of some 0.07
      const mean = acceptance.reduce((sum, v) => sum + v, 0) / acceptance.length;
      expect(Math.abs(mean - 0.337)).toBeLessThan(0.1);
    }
  });

  test("in twenty dimensions a short warm-up does not take chance for correlation", () => {
    const f = (x: readonly number[]) => -0.5 * x.reduce((sum, v) => sum + v * v, 0);
    const { draws } = metropolis(f, Array(20).fill(0.1), { rng: rng(1), steps: 3000 });
    for (const r of prob.rHat(draws)) expect(r).toBeLessThan(1.12);
  });

  test("without adaptation accepts with min(1, p(x′)/p(x)) and proposes x + scale·z", () => {
    const f = (x: readonly number[]) => -Math.abs(x[0]!);
    const options = { rng: rng(9), adapt: false, warmup: 0, steps: 50, chains: 1, scale: 0.7 };
    const { draws, stepSize, covariance, logDensity } = metropolis(f, [2], options);
    const random = rng(9);
    let x = 2;
    const want = Array.from({ length: 50 }, () => {
      const y = x + 0.7 * random.normal(0, 1, 1)[0]!;
      if (random.random() < Math.min(1, Math.exp(Math.abs(x) - Math.abs(y)))) x = y;
      return [x];
    });
    expect(draws).toEqual([want]);
    expect(logDensity).toEqual([want.map(f)]);
    expect([stepSize, covariance]).toEqual([[1], [[[0.7 * 0.7]]]]);
  });

  test("a seed gives the same chains, which differ; the generator moves on", () => {
    const f = (x: readonly number[]) => -0.5 * x[0]! * x[0]!;
    const run = (random: ReturnType<typeof rng>) =>
      metropolis(f, [0], { rng: random, steps: 20, warmup: 30, chains: 3 }).draws;
    const random = rng(5);
    const first = run(random);
    expect(run(rng(5))).toEqual(first);
    expect(run(random)).not.toEqual(first);
    expect(first[0]).not.toEqual(first[1]);
    const byDefault = metropolis(f, [0], { steps: 5, warmup: 5 });
    expect(metropolis(f, [0], { steps: 5, warmup: 5, rng: rng(0) })).toEqual(byDefault);
  });

  test("starts from the rows of a matrix, and keeps what it was given as it was", () => {
    const x0 = [
      [1, 2],
      [3, 4],
    ];
    const f = (x: number[]) => {
      const value = -0.5 * (x[0]! ** 2 + x[1]! ** 2);
      x.fill(Number.NaN);
      return value;
    };
    const { draws } = metropolis(f, x0, { steps: 8, warmup: 0, scale: 1e-6 });
    expect(draws.map((chain) => chain[0]!.map(Math.round))).toEqual(x0);
    expect(x0).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  test("errors", () => {
    const normal = (x: readonly number[]) => -0.5 * x[0]! ** 2;
    const bad = (f: unknown, x0: unknown, options?: unknown) => () =>
      metropolis(f as never, x0 as never, options as never);
    expect(bad(3, [0])).toThrow("metropolis: logDensity must be a function, got 3");
    expect(bad(normal, 0)).toThrow("metropolis: x0 must be a vector");
    expect(bad(normal, [])).toThrow("x0 must have at least 1 entry");
    expect(bad(normal, [[]])).toThrow("x0 must have at least 1 column, got 1×0");
    expect(bad(normal, [[1], [1, 2]])).toThrow("x0 must have rows of equal length");
    expect(bad(normal, [[1], [2]], { chains: 3 })).toThrow("x0 must have 3 rows (chains), got 2×1");
    expect(bad(normal, [Number.NaN])).toThrow("x0 must be finite, x0[0] is NaN");
    expect(bad(() => Number.NaN, [1])).toThrow(
      "finite number, or -Infinity outside the support, got NaN at [1]",
    );
    expect(bad(() => Infinity, [1])).toThrow("got Infinity at [1]");
    expect(bad(() => [1], [1])).toThrow(
      "metropolis: logDensity must return a number, got an array of length 1 at [1]",
    );
    expect(bad((x: number[]) => (x[0] === 1 ? 0 : Number.NaN), [1])).toThrow("got NaN at [");
    expect(bad((x: number[]) => (x[0]! > 0 ? -x[0]! : -Infinity), [[1], [-1]])).toThrow(
      "x0 must have positive density, logDensity is -Infinity at the start of chain 1",
    );
    expect(bad(normal, [0], { steps: 0 })).toThrow("steps must be an integer ≥ 1, got 0");
    expect(bad(normal, [0], { warmup: -1 })).toThrow("warmup must be an integer ≥ 0");
    expect(bad(normal, [0], { chains: 0 })).toThrow("chains must be an integer ≥ 1");
    expect(bad(normal, [0], { scale: 0 })).toThrow("scale must be a number > 0");
    expect(bad(normal, [0], { scale: [1, 2] })).toThrow(
      "scale must have length 1 (coordinates of x0)",
    );
    expect(bad(normal, [0], { scale: [-1] })).toThrow("scale[0] must be a number > 0, got -1");
    expect(bad(normal, [0], { adapt: "no" })).toThrow("adapt must be true or false");
    expect(bad(normal, [0], { metric: "full" })).toThrow("metric must be one of");
    expect(bad(normal, [0], { rng: 1 })).toThrow(TypeError);
    expect(bad(normal, [0], { burn: 1 })).toThrow('options has no "burn"');
  });

  test("a density that is flat for ever does not run off to infinity in silence", () => {
    const { draws } = metropolis(() => 0, [0], { rng: rng(1), steps: 100, warmup: 200 });
    expect(draws.flat(2).every(Number.isFinite)).toBe(true);
    expect(pooledCoordinate(draws, 0)).toHaveLength(400);
  });
});
