import { expect, test } from "vitest";
import { diag, eye, ones, zeros } from "../../lib/linalg";

test("zeros and ones", () => {
  expect(zeros(3)).toEqual([0, 0, 0]);
  expect(zeros(2, 3)).toEqual([
    [0, 0, 0],
    [0, 0, 0],
  ]);
  expect(ones(2)).toEqual([1, 1]);
  expect(ones(1, 2)).toEqual([[1, 1]]);
  expect(zeros(0)).toEqual([]);
  expect(zeros(2, 0)).toEqual([[], []]);
  expect(zeros(0, 2)).toEqual([]);
});

test("rows are arrays of their own", () => {
  const Z = zeros(2, 2);
  Z[0][0] = 1;
  expect(Z[1][0]).toBe(0);
});

test("eye", () => {
  expect(eye(2)).toEqual([
    [1, 0],
    [0, 1],
  ]);
  expect(eye(0)).toEqual([]);
});

test("diag of a vector and of a matrix", () => {
  expect(diag([1, 2])).toEqual([
    [1, 0],
    [0, 2],
  ]);
  expect(
    diag([
      [1, 2],
      [3, 4],
      [5, 6],
    ]),
  ).toEqual([1, 4]);
  expect(diag([[7, 8, 9]])).toEqual([7]);
  expect(diag(diag([3, 4]))).toEqual([3, 4]);
  expect(diag([])).toEqual([]);
  expect(diag([[], []])).toEqual([]);
});

test("what they reject", () => {
  expect(() => zeros(-1)).toThrow(new RangeError("zeros: n must be an integer ≥ 0, got -1"));
  expect(() => ones(2, 1.5)).toThrow(new RangeError("ones: n must be an integer ≥ 0, got 1.5"));
  expect(() => zeros("2" as never)).toThrow(
    new TypeError('zeros: n must be an integer ≥ 0, got "2" (string)'),
  );
  expect(() => eye(Number.NaN)).toThrow(new RangeError("eye: n must be an integer ≥ 0, got NaN"));
  expect(() => diag(3 as never)).toThrow(
    new TypeError("diag: x must be a vector or a matrix, got 3"),
  );
  expect(() => diag([1, Infinity])).toThrow(
    new RangeError("diag: x must be finite, x[1] is Infinity"),
  );
});
