import { describe, expect, test } from "vitest";
import { type Matrix, rng } from "../../../lib/core";
import { columnsOf, directionsOf } from "../../../lib/learn/linear/columns";
import { fromRows, gram, product, unpack } from "../../../lib/linalg/flat";
import { expectClose } from "../helpers";

const random = rng(12);
const base: Matrix = Array.from({ length: 40 }, () => random.normal(0, 1, 3));
const rankOf = (X: Matrix, centre = true) => directionsOf(columnsOf(fromRows(X), centre)).rank;

describe("columns in their units", () => {
  test("are centred and near 1, by powers of two", () => {
    const { X, mean, unit } = columnsOf(fromRows(base.map(([a, b]) => [1e9 + a, 1e-9 * b])), true);
    expect(Math.abs(mean[0] - 1e9)).toBeLessThan(1);
    for (const u of unit) expect(Number.isInteger(Math.log2(u))).toBe(true);
    const most = unpack(X).reduce((m, row) => Math.max(m, ...row.map(Math.abs)), 0);
    expect(most).toBeGreaterThanOrEqual(1);
    expect(most).toBeLessThan(2);
  });

  test("that are constant up to rounding are zeros", () => {
    const { X } = columnsOf(fromRows([[0.1 + 0.2], [0.3], [0.3]]), true);
    expect(unpack(X)).toEqual([[0], [0], [0]]);
    expect(unpack(columnsOf(fromRows([[5], [5]]), false).X)).toEqual([[1.25], [1.25]]);
  });
});

describe("the rank of columns", () => {
  test.each([1e-12, 1, 1e12])("does not depend on their units: %d", (c) => {
    expect(rankOf(base.map(([a, b, d]) => [a, c * b, d / c]))).toBe(3);
    expect(rankOf(base.map(([a, b]) => [a, c * b, -3 * c * b]))).toBe(2);
  });

  test("sees collinearity through the rounding of columns far from 0", () => {
    expect(rankOf(base.map(([a, b]) => [1e8 + a, 3 * (1e8 + a), b]))).toBe(2);
    expect(rankOf(base.map(([a, b]) => [1e8 + a, 1e8 + b]))).toBe(2);
  });

  test("keeps columns that are nearly collinear, and are not", () => {
    expect(rankOf(base.map(([a, b]) => [a, a + 1e-9 * b]))).toBe(2);
  });

  test("is 0 for constants, and N − 1 at most", () => {
    expect(
      rankOf([
        [1, 2],
        [1, 2],
      ]),
    ).toBe(0);
    expect(
      rankOf([
        [1, 2, 3],
        [4, 1, 7],
      ]),
    ).toBe(1);
    expect(
      rankOf(
        [
          [1, 2, 3],
          [4, 1, 7],
        ],
        false,
      ),
    ).toBe(2);
  });
});

test("directions: the centred data times T are U·diag(s), and T lies in the row space", () => {
  const X = base.map(([a, b]) => [a, 100 * b, a - 100 * b, 2 * a]);
  const { U, s, T, rank } = directionsOf(columnsOf(fromRows(X), true));
  expect(rank).toBe(2);
  expectClose(
    unpack(gram(U)),
    [
      [1, 0],
      [0, 1],
    ],
    { atol: 1e-13 },
  );
  const mean = X[0].map((_, j) => X.reduce((t, row) => t + row[j], 0) / 40);
  const centred = fromRows(X.map((row) => row.map((v, j) => v - mean[j])));
  const got = unpack(product(centred, T));
  expectClose(
    got,
    unpack(U).map((row) => row.map((u, i) => u * s[i])),
    { atol: 1e-12 },
  );
  // (a, 100b, a − 100b, 2a): a move along (1, 0, −1, 0) + (0, 1, 1, 0) changes nothing, nor does (2, 0, 0, −1).
  for (const none of [
    [1, -1, -1, 0],
    [2, 0, 0, -1],
  ]) {
    const along = unpack(T)[0].map((_, i) => none.reduce((t, v, d) => t + v * unpack(T)[d][i], 0));
    expectClose(along, [0, 0], { atol: 1e-13 });
  }
});
