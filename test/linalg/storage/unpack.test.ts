import { expect, test } from "vitest";
import {
  newRow,
  requireInRange,
  unpack,
  unpackTransposed,
  unpackTriangle,
  unpackVector,
} from "../../../lib/linalg/storage/unpack";
import { randomMatrix } from "../helpers";

test("new rows are zero and independent, short or long", () => {
  for (const n of [0, 1, 5, 2 ** 13 + 1]) {
    const row = newRow(n);
    expect(row.length).toBe(n);
    expect(row.every((x) => x === 0)).toBe(true);
    if (n > 0) row[0] = 7;
    expect(newRow(n)[0]).toBe(n > 0 ? 0 : undefined);
  }
});

test("a part of a buffer", () => {
  const a = Float64Array.from([1, 2, 3, 4, 5, 6]);
  expect(unpack({ data: a, rows: 2, cols: 3 }, 2)).toEqual([
    [1, 2],
    [4, 5],
  ]);
  expect(unpackTransposed({ data: a, rows: 2, cols: 2 })).toEqual([
    [1, 3],
    [2, 4],
  ]);
  expect(unpackVector(a, 4)).toEqual([1, 2, 3, 4]);
});

test("−0 comes back as 0", () => {
  const minus = { data: Float64Array.of(-0), rows: 1, cols: 1 };
  expect(Object.is(unpackVector(Float64Array.of(-0), 1)[0], 0)).toBe(true);
  expect(Object.is(unpack(minus)[0][0], 0)).toBe(true);
  expect(Object.is(unpackTransposed(minus)[0][0], 0)).toBe(true);
});

test("triangles of every shape, and nothing of the other one", () => {
  for (let m = 0; m <= 11; m++) {
    for (let n = 1; n <= 11; n++) {
      const A = randomMatrix(m, n, m + 20 * n);
      const stride = m + 2;
      const a = new Float64Array(stride * n).fill(99);
      A.forEach((row, i) => {
        row.forEach((x, j) => {
          a[j * stride + i] = x;
        });
      });
      const lower = A.map((row, i) => row.map((x, j) => (j <= i ? x : 0)));
      const upper = A.map((row, i) => row.map((x, j) => (j >= i ? x : 0)));
      expect(unpackTriangle("lower", a, m, n, stride)).toEqual(lower);
      expect(unpackTriangle("upper", a, m, n, stride)).toEqual(upper);
    }
  }
});

test("results out of range", () => {
  requireInRange("f", "the result", Float64Array.of(1, Number.MAX_VALUE), 2);
  expect(() => requireInRange("f", "the result", Float64Array.of(1, Infinity), 2)).toThrow(
    new RangeError("f: the result overflows"),
  );
  requireInRange("f", "the result", Float64Array.of(1, Infinity), 1);
});
