import { expect, test } from "vitest";
import { transpose } from "../../lib/linalg";
import { randomMatrix } from "./helpers";

test("rows become columns", () => {
  expect(transpose([[1, 2, 3]])).toEqual([[1], [2], [3]]);
  const A = randomMatrix(5, 8);
  expect(transpose(transpose(A))).toEqual(A);
  expect(transpose(A)[7][4]).toBe(A[4][7]);
});

test("empty", () => {
  expect(transpose([])).toEqual([]);
  expect(transpose([[], []])).toEqual([]);
});

test("what it rejects", () => {
  expect(() => transpose([1, 2] as never)).toThrow(
    new TypeError("transpose: A must be a matrix (number[][]), A[0] is 1"),
  );
  expect(() => transpose([[1, 2], [3]])).toThrow(RangeError);
});
