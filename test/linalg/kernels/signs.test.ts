import { expect, test } from "vitest";
import { canonicalColumns, canonicalSign, negate } from "../../../lib/linalg/kernels/signs";

const sign = (...x: number[]) => canonicalSign(Float64Array.from(x), 0, x.length);

test("the entry of largest magnitude decides", () => {
  expect(sign(1, -2)).toBe(-1);
  expect(sign(-1, 2)).toBe(1);
  expect(sign(-3)).toBe(-1);
  expect(sign(0, 0)).toBe(1);
  expect(canonicalSign([], 0, 0)).toBe(1);
});

test("of entries tied up to rounding, the first", () => {
  expect(sign(Math.SQRT1_2, -Math.SQRT1_2 * (1 + 2e-16))).toBe(1);
  expect(sign(-Math.SQRT1_2, Math.SQRT1_2 * (1 + 2e-16))).toBe(-1);
  expect(sign(0.5, -0.5001)).toBe(-1);
});

test("with a step", () => {
  expect(canonicalSign(Float64Array.of(9, -1, 9, 2, 9, -3), 1, 3, 2)).toBe(-1);
});

test("columns of a row-major matrix", () => {
  const x = Float64Array.of(1, -1, 0, -2, 0.5, 0);
  expect(Array.from(canonicalColumns(x, 2, 3))).toEqual([-1, -1, 1]);
  expect(Array.from(x)).toEqual([-1, 1, 0, 2, -0.5, 0]);
});

test("negate leaves no −0", () => {
  const x = Float64Array.of(0, 1, 2, 3);
  negate(x, 0, 2, 2);
  expect(Array.from(x)).toEqual([0, 1, -2, 3]);
});
