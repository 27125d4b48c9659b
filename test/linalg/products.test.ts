import { expect, test } from "vitest";
import { dot, matvec, outer } from "../../lib/linalg";

test("dot", () => {
  expect(dot([1, 2, 3], [4, 5, 6])).toBe(32);
  expect(dot([], [])).toBe(0);
});

test("outer", () => {
  expect(outer([1, 2], [3, 4])).toEqual([
    [3, 4],
    [6, 8],
  ]);
  expect(outer([1, 2], [])).toEqual([[], []]);
  expect(outer([], [1])).toEqual([]);
});

test("matvec", () => {
  expect(
    matvec(
      [
        [1, 2, 3],
        [4, 5, 6],
      ],
      [1, 0, -1],
    ),
  ).toEqual([-2, -2]);
  expect(matvec([], [])).toEqual([]);
  expect(matvec([[], []], [])).toEqual([0, 0]);
});

test("what they reject", () => {
  expect(() => dot([1, 2], [1])).toThrow(
    new RangeError("dot: y must have length 2 (length of x), got 1"),
  );
  expect(() => dot([[1]] as never, [1])).toThrow(
    new TypeError("dot: x must hold numbers, x[0] is an array of length 1"),
  );
  expect(() => outer([1], null as never)).toThrow(
    new TypeError("outer: y must be a vector (number[]), got null"),
  );
  expect(() => matvec([[1, 2]], [1])).toThrow(
    new RangeError("matvec: x must have length 2 (columns of A), got 1"),
  );
  expect(() => matvec([[1, 2]], [1, Number.NaN])).toThrow(
    new RangeError("matvec: x must be finite, x[1] is NaN"),
  );
});
