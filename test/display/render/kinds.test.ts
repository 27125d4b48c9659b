import { expect, test } from "vitest";
import * as kinds from "../../../lib/display/render/kinds";

test("what is told apart", () => {
  expect(kinds.isVector([1, 2])).toBe(true);
  expect(kinds.isVector([])).toBe(false);
  expect(kinds.isMatrix([[1], [2]])).toBe(true);
  expect(kinds.isMatrix([[1], [2, 3]])).toBe(false);
  expect(kinds.isMatrix([[]])).toBe(false);
  expect(kinds.isComplex({ re: 1, im: 2 })).toBe(true);
  expect(kinds.isComplex({ re: 1, im: 2, name: "z" })).toBe(false);
  expect(kinds.isComplexMatrix([[{ re: 1, im: 2 }]])).toBe(true);
  expect(kinds.isFigure({ data: [], layout: {} })).toBe(true);
  expect(kinds.isFigure({ data: 3, layout: {} })).toBe(false);
  expect(kinds.isPlainObject({})).toBe(true);
  expect(kinds.isPlainObject(Object.create(null))).toBe(true);
  expect(kinds.isPlainObject([])).toBe(false);
  expect(kinds.isPlainObject(new Date(0))).toBe(false);
  expect(kinds.isScalar(null)).toBe(true);
  expect(kinds.isScalar([1])).toBe(false);
});

test("null and numbers are nothing that has parts", () => {
  for (const check of [kinds.isFrame, kinds.isTensor, kinds.isFigure, kinds.isPlainObject]) {
    for (const value of [null, undefined, 1, "x"]) expect(check(value)).toBe(false);
  }
});
