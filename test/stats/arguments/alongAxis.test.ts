import { describe, expect, test } from "vitest";
import { rng } from "../../../lib/core";
import { transpose } from "../../../lib/linalg";
import * as stats from "../../../lib/stats";
import { thrown } from "../helpers";

const random = rng(41);
const X = Array.from({ length: 7 }, () => random.normal(1e6, 1, 4));
const STATISTICS = {
  mean: stats.mean,
  median: stats.median,
  std: stats.std,
  variance: stats.variance,
};

describe("statistics of the columns or rows of a matrix", () => {
  for (const [name, f] of Object.entries(STATISTICS)) {
    test(`${name}: each equals that of the vector`, () => {
      expect(f(X, { axis: 0 })).toEqual(transpose(X).map((column) => f(column)));
      expect(f(X, { axis: 1 })).toEqual(X.map((row) => f(row)));
      expect(f([[3]], { axis: 0 })).toEqual([f([3])]);
      expect(f([[], []], { axis: 0 })).toEqual([]);
    });

    test(`${name}: a matrix without an axis, an axis without a matrix, and other axes`, () => {
      const loose = f as (...args: unknown[]) => unknown;
      expect(thrown(() => loose(X))).toEqual({
        kind: "RangeError",
        message: `${name}: X is a matrix, so say { axis: 0 } for a value of each column or { axis: 1 } for one of each row`,
      });
      expect(thrown(() => loose([1, 2], { axis: 0 })).message).toBe(
        `${name}: axis is for a matrix, but x is a vector`,
      );
      for (const axis of [2, -1, "0", null, NaN]) {
        expect(thrown(() => loose(X, { axis })).message).toMatch(
          `${name}: axis must be 0 (of each column) or 1 (of each row), got `,
        );
      }
      expect(thrown(() => loose(X, { axes: 0 })).message).toMatch(`${name}: options has no "axes"`);
      expect(thrown(() => loose([[1, 2], [3]], { axis: 0 })).message).toMatch(
        `${name}: X must have rows of equal length`,
      );
      expect(thrown(() => loose([[1, NaN]], { axis: 1 })).message).toBe(
        `${name}: X must be finite, X[0][1] is NaN`,
      );
      expect(thrown(() => loose([[], []], { axis: 1 })).message).toBe(
        `${name}: X must have at least 1 column, got 2×0`,
      );
    });
  }

  test("ddof asks for more rows or columns", () => {
    expect(stats.variance(X, { axis: 0, ddof: 1 })[2]).toBe(
      stats.variance(
        X.map((row) => row[2]),
        { ddof: 1 },
      ),
    );
    expect(thrown(() => stats.std([[1, 2]], { axis: 0, ddof: 1 })).message).toBe(
      "std: X must have at least 2 rows, got 1×2",
    );
    expect(thrown(() => stats.std([[1], [2]], { axis: 1, ddof: 1 })).message).toBe(
      "std: X must have at least 2 columns, got 2×1",
    );
  });
});
