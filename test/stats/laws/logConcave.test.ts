import { expect, test } from "vitest";
import { logSumUnimodal } from "../../../lib/stats/laws/logConcave";
import { expectNear } from "../helpers";

test("sums a geometric and a Gaussian series, wherever the search begins", () => {
  expectNear(Math.exp(logSumUnimodal((k) => -k * Math.LN2, 0, 0)), 2, 1e-15);
  const gaussian = (i: number) => -((i - 1000) ** 2) / 200;
  for (const guess of [1000, 0, 5000]) {
    expectNear(logSumUnimodal(gaussian, guess), Math.log(Math.sqrt(200 * Math.PI)), 1e-14);
  }
});

test("the logarithm of a sum that no double holds", () => {
  expectNear(
    logSumUnimodal((k) => -5000 - k * Math.LN2, 0, 0),
    Math.LN2 - 5000,
    1e-15,
  );
});

test("of nothing but zeros is zero", () => {
  expect(logSumUnimodal(() => -Infinity, 3, 0)).toBe(-Infinity);
});

test("keeps to its bounds", () => {
  expectNear(
    Math.exp(logSumUnimodal((k) => k, 0, -3, 2)),
    (Math.E ** 6 - 1) / (Math.E - 1) / Math.E ** 3,
    1e-14,
  );
});
