import { expect, test } from "vitest";
import { add, scale, sub } from "../../lib/linalg";

test("sums, differences and multiples of vectors and matrices", () => {
  expect(add([1, 2], [3, 4])).toEqual([4, 6]);
  expect(add([[1], [2]], [[3], [4]])).toEqual([[4], [6]]);
  expect(sub([1, 2], [3, 4])).toEqual([-2, -2]);
  expect(sub([[1, 2]], [[3, 5]])).toEqual([[-2, -3]]);
  expect(scale(-2, [1, 0.5])).toEqual([-2, -1]);
  expect(scale(3, [[1], [2]])).toEqual([[3], [6]]);
});

test("empty", () => {
  expect(add([], [])).toEqual([]);
  expect(add([[], []], [[], []])).toEqual([[], []]);
  expect(scale(2, [])).toEqual([]);
});

test("arguments are left as they are", () => {
  const X = Object.freeze([Object.freeze([1, 2])]);
  expect(add(X, X)).toEqual([[2, 4]]);
  expect(scale(2, X)).toEqual([[2, 4]]);
  expect(X).toEqual([[1, 2]]);
});

test("what they reject: no broadcasting, no coercion", () => {
  expect(() => add([1, 2], [1])).toThrow(
    new RangeError("add: Y must have length 2 (length of X), got 1"),
  );
  expect(() => sub([[1, 2]], [[1], [2]])).toThrow(
    new RangeError("sub: Y must have 1 rows (rows of X), got 2×1"),
  );
  expect(() => add([[1, 2]], [[1, 2, 3]])).toThrow(
    new RangeError("add: Y must have 2 columns (columns of X), got 1×3"),
  );
  expect(() => add([1], [[1]] as never)).toThrow(TypeError);
  expect(() => add([[1]], [1] as never)).toThrow(
    new TypeError("add: Y must be a matrix (number[][]), Y[0] is 1"),
  );
  expect(() => add(1 as never, [1])).toThrow(
    new TypeError("add: X must be a vector (number[]), got 1"),
  );
  expect(() => scale([1, 2] as never, 2 as never)).toThrow(
    new TypeError("scale: a must be a finite number, got an array of length 2"),
  );
  expect(() => scale(2, "x" as never)).toThrow(
    new TypeError('scale: X must be a vector or a matrix, got "x" (string)'),
  );
  expect(() => scale(Number.NaN, [1])).toThrow(RangeError);
});
