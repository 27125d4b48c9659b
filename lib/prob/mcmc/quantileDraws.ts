import { requireNumber } from "../../core";
import { effectiveDraws } from "./autocorrelation";
import { type ChainDraws, split } from "./draws";
import { pooledQuantile } from "./normalScores";

/** Effective sample size for the probability of lying below the p-quantile of all draws. */
export function quantileDraws(chains: ChainDraws, p: number): number {
  const q = pooledQuantile(chains, p);
  return effectiveDraws(split(chains.map((chain) => chain.map((x) => (x <= q ? 1 : 0)))));
}

/** Checks `p`, which goes with method "quantile" and with no other. */
export function requireLevel(caller: string, method: string, p: number | undefined): number {
  if (method === "quantile") return requireNumber(caller, "p", p, { above: 0, below: 1 });
  if (p === undefined) return Number.NaN;
  throw new RangeError(`${caller}: p goes with method "quantile" only, got method "${method}"`);
}
