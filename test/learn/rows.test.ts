import { describe, expect, test } from "vitest";
import { addToRows, identity, pickRows, rowRange } from "../../lib/learn/rows";
import { fromRows, unpack } from "../../lib/linalg/flat";

const A = [
  [1, 2, 3],
  [4, 5, 6],
  [7, 8, 9],
];

describe("rows of packed data", () => {
  test("are moved together, there and back", () => {
    const X = fromRows(A);
    expect(unpack(addToRows(X, [1, -1, 0], -1))[1]).toEqual([3, 6, 6]);
    expect(unpack(addToRows(X, [1, -1, 0]))).toEqual(A);
  });

  test("are picked as copies, in any order and more than once", () => {
    const X = fromRows(A);
    const picked = pickRows(X, [2, 0, 2]);
    expect(unpack(picked)).toEqual([A[2], A[0], A[2]]);
    picked.data.fill(0);
    expect(unpack(X)).toEqual(A);
    expect(unpack(pickRows(X, []))).toEqual([]);
  });

  test("a range of them stands on the same memory", () => {
    const X = fromRows(A);
    const part = rowRange(X, 1, 3);
    expect(unpack(part)).toEqual([A[1], A[2]]);
    part.data[0] = 0;
    expect(X.data[3]).toBe(0);
  });

  test("the identity", () => {
    expect(unpack(identity(2))).toEqual([
      [1, 0],
      [0, 1],
    ]);
    expect(unpack(identity(0))).toEqual([]);
  });
});
