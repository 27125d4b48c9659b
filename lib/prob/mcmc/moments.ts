import type { ReadonlyVector, Vector } from "../../core";
import type { ChainDraws } from "./draws";

/** The mean of checked numbers. */
export function meanOf(x: ReadonlyVector): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += x[i]!;
  return sum / x.length;
}

/** The variance of checked numbers, with divisor n − 1. */
export function varianceOf(x: ReadonlyVector): number {
  const mean = meanOf(x);
  let sum = 0;
  for (let i = 0; i < x.length; i++) sum += (x[i]! - mean) ** 2;
  return sum / (x.length - 1);
}

/**
 * The draws less their mean, in units of the largest deviation: x = mean + unit·value. Neither the
 * deviations nor their squares overflow on the way. The first draw is taken off before the mean is formed, which for
 * draws far from zero costs no digits.
 */
export function standardised(chains: ChainDraws): { values: Vector[]; unit: number } {
  let largest = 0;
  for (const chain of chains) for (const x of chain) largest = Math.max(largest, Math.abs(x));
  const size = 2 ** Math.max(-1022, Math.floor(Math.log2(largest)) - 1);
  const first = chains[0]![0]! / size;
  const values = chains.map((chain) => chain.map((x) => x / size - first));
  const centre = meanOf(values.map(meanOf));
  let spread = 0;
  for (const chain of values) {
    for (let i = 0; i < chain.length; i++) {
      chain[i]! -= centre;
      spread = Math.max(spread, Math.abs(chain[i]!));
    }
  }
  if (spread === 0) return { values, unit: 0 };
  for (const chain of values) for (let i = 0; i < chain.length; i++) chain[i]! /= spread;
  return { values, unit: spread * size };
}

/** The squared deviations from the mean of all draws, in units of the largest. */
export function squaredDeviations(chains: ChainDraws): Vector[] {
  return standardised(chains).values.map((chain) => chain.map((d) => d * d));
}
