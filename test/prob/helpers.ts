import { expect } from "vitest";
import type { Rng } from "../../lib/core";
import * as prob from "../../lib/prob";

/** |got − want| / |want|, where both may be infinite or zero. */
export function relativeError(got: number, want: number): number {
  if (Object.is(got, want) || got === want) return 0;
  return Math.abs(got - want) / Math.abs(want);
}

/** Holds `got` to `want` within a relative tolerance. */
export function expectClose(got: number, want: number, rtol: number, what: string): void {
  const error = relativeError(got, want);
  if (!(error <= rtol)) expect.fail(`${what}: expected ${want}, got ${got}, off by ${error}`);
}

/** A distribution of either kind, for tests that ask it for what its kind has. */
export type EitherKind = Omit<prob.ContinuousDistribution, "kind"> &
  Omit<prob.DiscreteDistribution, "kind">;

/** Builds a distribution from the name of its factory. */
export function make(name: string, args: readonly number[]): prob.Distribution {
  return (prob as never as Record<string, (...args: number[]) => prob.Distribution>)[name](...args);
}

/** Largest distance between the empirical distribution function and a continuous one. */
export function kolmogorovDistance(sample: readonly number[], cdf: (x: number) => number): number {
  const sorted = sample.slice().sort((a, b) => a - b);
  const n = sorted.length;
  return sorted.reduce((worst, x, i) => {
    const f = cdf(x);
    return Math.max(worst, f - i / n, (i + 1) / n - f);
  }, 0);
}

/** Mean and variance of many draws, as z-scores against the distribution's own. */
export function momentScores(d: prob.Distribution, rng: Rng, n: number): [number, number] {
  const x = d.sample(rng, n);
  const mean = x.reduce((s, v) => s + v, 0) / n;
  const squares = x.map((v) => (v - d.mean) ** 2);
  const spread = squares.reduce((s, v) => s + v, 0) / n;
  const fourth = squares.reduce((s, v) => s + v * v, 0) / n;
  return [
    (mean - d.mean) / Math.sqrt(d.variance / n),
    (spread - d.variance) / Math.sqrt((fourth - spread * spread) / n),
  ];
}
