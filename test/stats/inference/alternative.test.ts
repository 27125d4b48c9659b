import { expect, test } from "vitest";
import { pValueOf, symmetricTails } from "../../../lib/stats/inference/alternative";

test("pValueOf takes the tail that the alternative asks for", () => {
  const tails = { lower: 0.97, upper: 0.04 };
  expect(pValueOf("less", tails)).toBe(0.97);
  expect(pValueOf("greater", tails)).toBe(0.04);
  expect(pValueOf("two-sided", tails)).toBe(0.08);
  expect(pValueOf("two-sided", { lower: 0.6, upper: 0.7 })).toBe(1);
});

test("symmetricTails evaluates one survival function on both sides", () => {
  const sf = (z: number) => 1 / (1 + Math.exp(z));
  const { lower, upper } = symmetricTails(sf, 2);
  expect(lower + upper).toBeCloseTo(1, 15);
  expect(upper).toBe(sf(2));
});
