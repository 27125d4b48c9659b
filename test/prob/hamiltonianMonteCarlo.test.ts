import { describe, expect, test } from "vitest";
import { logSigmoid, matmul, type Tracked, valueAndGrad } from "../../lib/calculus";
import { rng } from "../../lib/core";
import { inv, matvec } from "../../lib/linalg";
import * as prob from "../../lib/prob";
import { hamiltonianMonteCarlo } from "../../lib/prob";
import { expectMoments } from "./mcmc/helpers";

const MEAN = [1, -200, 3e-5];
const COV = [
  [1, 60, 5e-6],
  [60, 1e4, -2e-4],
  [5e-6, -2e-4, 1e-10],
];
const PRECISION = inv(COV);
const correlated = (x: readonly number[]) => {
  const d = x.map((v, i) => v - MEAN[i]!);
  const push = matvec(PRECISION, d);
  return { value: -0.5 * d.reduce((s, v, i) => s + v * push[i]!, 0), grad: push.map((v) => -v) };
};
const normal = (x: readonly number[]) => ({ value: -0.5 * x[0]! ** 2, grad: [-x[0]!] });

describe("hamiltonianMonteCarlo", () => {
  test.each(["diagonal", "dense"] as const)(
    "leaves a correlated normal law as it is, %s",
    (metric) => {
      const { draws, divergences, acceptance } = hamiltonianMonteCarlo(correlated, [0, 0, 0], {
        rng: rng(4),
        metric,
        scale: [1, 100, 1e-5],
      });
      expectMoments(draws, MEAN, COV);
      expect(divergences).toEqual([0, 0, 0, 0]);
      for (const a of acceptance) expect(a).toBeGreaterThan(0.65);
      // what it is for: draws nearly as good as independent ones
      if (metric === "dense")
        for (const n of prob.effectiveSampleSize(draws)) expect(n).toBeGreaterThan(2000);
    },
  );

  test("steps so long that many are refused leave the law as it is: nothing but that mends them", () => {
    const { draws, acceptance, stepSize } = hamiltonianMonteCarlo(normal, [0], {
      rng: rng(6),
      adapt: false,
      stepSize: 1.8,
      warmup: 50,
      steps: 5000,
    });
    expectMoments(draws, [0], [[1]]);
    expect(stepSize).toEqual([1.8, 1.8, 1.8, 1.8]);
    for (const a of acceptance) expect(a).toBeLessThan(0.95);
  });

  test("takes gradients from calculus: a logistic model's posterior, the same as metropolis finds", () => {
    const rows = [
      [1, 0.5],
      [1, -1.2],
      [1, 2],
      [1, 0.1],
      [1, -0.4],
      [1, 1.3],
    ];
    const y = [1, 0, 1, 0, 0, 1];
    const signed = rows.map((row, i) => row.map((v) => (y[i] === 1 ? v : -v)));
    const naive = (t: Tracked) => t.neg().exp().add(1).log().neg(); // overflows far out
    for (const logSigmoidOf of [logSigmoid, naive]) {
      const f = valueAndGrad((w: Tracked) =>
        w
          .pow(2)
          .sum()
          .mul(-0.125)
          .add(logSigmoidOf(matmul(signed, w)).sum()),
      );
      const hmc = hamiltonianMonteCarlo(f, [0, 0], { rng: rng(1), steps: 500, warmup: 300 });
      const value = (w: readonly number[]) =>
        signed.reduce(
          (sum, row) => sum - Math.log1p(Math.exp(-row[0]! * w[0]! - row[1]! * w[1]!)),
          -0.125 * (w[0]! ** 2 + w[1]! ** 2),
        );
      const walk = prob.metropolis(value, [0, 0], { rng: rng(2), steps: 3000 });
      const means = [hmc.draws, walk.draws].map((draws) =>
        [0, 1].map((j) => draws.flat().reduce((s, x) => s + x[j]!, 0) / draws.flat().length),
      );
      const errors = [hmc.draws, walk.draws].map((draws) => prob.monteCarloError(draws));
      for (const j of [0, 1]) {
        const error = Math.hypot(errors[0]![j]!, errors[1]![j]!);
        expect(Math.abs(means[0]![j]! - means[1]![j]!) / error).toBeLessThan(4);
      }
    }
  });

  test("finds the scale of the target from far off, in either direction", () => {
    for (const size of [1e-9, 1e9]) {
      const f = (x: readonly number[]) => ({
        value: -0.5 * (x[0]! / size) ** 2 - 0.5 * (x[1]! / size) ** 2,
        grad: x.map((v) => -v / size / size),
      });
      const { draws } = hamiltonianMonteCarlo(f, [size, -size], { rng: rng(3), steps: 500 });
      const scaled = draws.map((chain) => chain.map((x) => x.map((v) => v / size)));
      expectMoments(
        scaled,
        [0, 0],
        [
          [1, 0],
          [0, 1],
        ],
      );
    }
  });

  test("a seed gives the same chains, which differ; logDensity is that of the draws", () => {
    const options = { steps: 30, warmup: 40, chains: 2 };
    const first = hamiltonianMonteCarlo(normal, [0], { ...options, rng: rng(5) });
    expect(hamiltonianMonteCarlo(normal, [0], { ...options, rng: rng(5) })).toEqual(first);
    expect(first.draws[0]).not.toEqual(first.draws[1]);
    expect(first.logDensity).toEqual(first.draws.map((chain) => chain.map((x) => normal(x).value)));
  });

  test("says where paths broke off: at the neck of a funnel, at an edge, in NaN", () => {
    // v normal with deviation 3, x normal with deviation e^{v/2}: Neal's funnel
    const funnel = ([v, x]: readonly number[]) => {
      const pull = x! * Math.exp(-v!);
      return {
        value: -(v! ** 2) / 18 - 0.5 * v! - 0.5 * x! * pull,
        grad: [-v! / 9 - 0.5 + 0.5 * x! * pull, -pull],
      };
    };
    const total = (divergences: readonly number[]) => divergences.reduce((s, n) => s + n, 0);
    const neck = hamiltonianMonteCarlo(funnel, [0, 1], { rng: rng(2), steps: 1500 });
    expect(total(neck.divergences)).toBeGreaterThan(0);
    const edge = (outside: number) => (x: readonly number[]) =>
      x[0]! > 0 ? { value: -x[0]!, grad: [-1] } : { value: outside, grad: [0] };
    for (const outside of [-Infinity, Number.NaN]) {
      const { draws, divergences } = hamiltonianMonteCarlo(edge(outside), [1], {
        rng: rng(2),
        warmup: 200,
        steps: 300,
      });
      expect(total(divergences)).toBeGreaterThan(0);
      expect(draws.flat(2).every((x) => x > 0)).toBe(true);
    }
  });

  test("errors", () => {
    const bad =
      (f: unknown, x0: unknown = [1], options?: unknown) =>
      () =>
        hamiltonianMonteCarlo(f as never, x0 as never, options as never);
    const returns = (value: unknown, grad: unknown = [0]) => bad(() => ({ value, grad }));
    expect(bad(null)).toThrow("hamiltonianMonteCarlo: valueAndGrad must be a function, got null");
    expect(bad(() => 3)).toThrow("valueAndGrad must return { value, grad }, got 3 at [1]");
    expect(bad(() => null)).toThrow("must return { value, grad }, got null");
    expect(returns("a")).toThrow('logDensity must return a number, got "a" (string) at [1]');
    expect(returns(Number.NaN)).toThrow("got NaN at [1]");
    expect(returns(Infinity)).toThrow("got Infinity at [1]");
    expect(returns(-Infinity)).toThrow("logDensity is -Infinity at the start of chain 0");
    expect(returns(0, null)).toThrow("grad must be a vector (number[]), got null");
    expect(returns(0, 3)).toThrow("grad must be a vector (number[]), got 3");
    expect(returns(0, [1, 2])).toThrow("grad must have length 1 (coordinates of x0), got 2");
    expect(returns(0, [Number.NaN])).toThrow("grad must be finite, grad[0] is NaN");
    let calls = 0;
    const breaks = (x: readonly number[]) => {
      if (calls++ > 10) throw new TypeError("not this point");
      return normal(x);
    };
    expect(bad(breaks)).toThrow("not this point"); // only a RangeError is a domain left
    expect(bad(normal, [])).toThrow("x0 must have at least 1 entry");
    expect(bad(normal, [0], { stepSize: 0 })).toThrow("stepSize must be a number > 0, got 0");
    expect(bad(normal, [0], { pathLength: -1 })).toThrow("pathLength must be a number > 0");
    expect(bad(normal, [0], { maxLeapfrogs: 0.5 })).toThrow("maxLeapfrogs must be an integer ≥ 1");
    expect(bad(normal, [0], { targetAcceptance: 1 })).toThrow(
      "targetAcceptance must be a number in (0, 1)",
    );
    expect(bad(normal, [0], { leapfrogs: 3 })).toThrow('options has no "leapfrogs"');
  });
});
