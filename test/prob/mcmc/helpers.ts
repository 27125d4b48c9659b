import { expect } from "vitest";
import type { Matrix, ReadonlyMatrix, ReadonlyVector } from "../../../lib/core";
import { monteCarloError, rHat } from "../../../lib/prob";

/** All draws of coordinate j, chain after chain. */
export function pooledCoordinate(draws: readonly ReadonlyMatrix[], j: number): number[] {
  return draws.flatMap((chain) => chain.map((x) => x[j]!));
}

/** The mean of numbers that differ in size by little. */
function mean(x: ReadonlyVector): number {
  return x.reduce((sum, v) => sum + v, 0) / x.length;
}

/** Holds means and second moments of draws to those of the target, within 4.5 Monte Carlo errors. */
export function expectMoments(
  draws: readonly Matrix[],
  centre: ReadonlyVector,
  cov: ReadonlyMatrix,
): void {
  for (const r of rHat(draws)) expect(r).toBeLessThan(1.03);
  centre.forEach((m, j) => {
    const chains = draws.map((chain) => chain.map((x) => x[j]! - m));
    const score = mean(chains.flat()) / monteCarloError(chains);
    expect(Math.abs(score), `mean of coordinate ${j}`).toBeLessThan(4.5);
    for (let k = 0; k <= j; k++) {
      const products = draws.map((chain) => chain.map((x) => (x[j]! - m) * (x[k]! - centre[k]!)));
      const off = (mean(products.flat()) - cov[j]![k]!) / monteCarloError(products);
      expect(Math.abs(off), `covariance of ${j} and ${k}`).toBeLessThan(4.5);
    }
  });
}
