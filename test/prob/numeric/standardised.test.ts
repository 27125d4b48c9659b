import { expect, test } from "vitest";
import {
  logStandardised,
  standardised,
  unstandardised,
} from "../../../lib/prob/numeric/standardised";

test("standardising and back", () => {
  expect(standardised(7, 1, 3)).toBe(2);
  expect(unstandardised(2, 1, 3)).toBe(7);
  expect(logStandardised(7, 1, 3)).toBeCloseTo(Math.LN2, 15);
});

test("differences and products that overflow on the way", () => {
  expect(standardised(1.5e308, -1.5e308, 1e308)).toBeCloseTo(3, 14);
  expect(unstandardised(3, -1.5e308, 1e308)).toBeCloseTo(1.5e308, -294);
  expect(logStandardised(1.5e308, -1.5e308, 1e-308)).toBeCloseTo(Math.log(3) + 616 * Math.LN10, 10);
  expect(standardised(-Infinity, 0, 1)).toBe(-Infinity);
  expect(unstandardised(Infinity, 0, 1)).toBe(Infinity);
});
