/** Which departures from the null hypothesis count: both ways, or values that are less or greater. */
export type Alternative = "two-sided" | "less" | "greater";

export const ALTERNATIVES: readonly Alternative[] = ["two-sided", "less", "greater"];

/** The p-value out of the two tail probabilities; two-sided is twice the smaller, at most 1. */
export function pValueOf(
  alternative: Alternative,
  tails: { lower: number; upper: number },
): number {
  if (alternative === "less") return tails.lower;
  if (alternative === "greater") return tails.upper;
  return Math.min(1, 2 * Math.min(tails.lower, tails.upper));
}

/** Both tails at z of a law symmetric about 0, from its survival function. */
export function symmetricTails(sf: (z: number) => number, z: number) {
  return { lower: sf(-z), upper: sf(z) };
}
