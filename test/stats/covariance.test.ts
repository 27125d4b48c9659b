import { describe, expect, test } from "vitest";
import { rng } from "../../lib/core";
import { eigh } from "../../lib/linalg";
import { covariance, variance } from "../../lib/stats";
import { expectNear, fixture, thrown } from "./helpers";

interface Association {
  x: number[];
  y: number[];
  covariance: number[][];
  covariance0: number[][];
}
const { associations, matrix } = fixture<{
  associations: Association[];
  matrix: { X: number[][]; covariance: number[][] };
}>("descriptive");

describe("covariance", () => {
  test("of two samples agrees with NumPy", () => {
    for (const a of associations) {
      expectNear(covariance(a.x, a.y), a.covariance[0][1], 1e-14, 1e-2);
      expectNear(covariance(a.x, a.y, { ddof: 0 }), a.covariance0[0][1], 1e-14, 1e-2);
    }
  });

  test("of a matrix agrees with NumPy, is symmetric, and has the variances on its diagonal", () => {
    const C = covariance(matrix.X);
    expectNear(C, matrix.covariance, 1e-14, 1e-2);
    C.forEach((row, i) => {
      row.forEach((v, j) => {
        expect(v).toBe(C[j][i]);
      });
      const column = matrix.X.map((r) => r[i]);
      expect(C[i][i]).toBe(variance(column, { ddof: 1 }));
    });
  });

  test("is bilinear and positive semidefinite", () => {
    const random = rng(6);
    const [x, y] = [random.normal(0, 1, 40), random.normal(0, 1, 40)];
    const c = covariance(x, y);
    const moved = covariance(
      x.map((v) => 3 * v - 5),
      y.map((v) => -2 * v + 1),
    );
    expectNear(moved, -6 * c, 1e-13, 1);
    const X = x.map((v, i) => [v, y[i], v + y[i]]); // rank 2
    const { values } = eigh(covariance(X, { ddof: 0 }));
    expect(values[0]).toBeGreaterThan(-1e-15);
    expect(values[0]).toBeLessThan(1e-15);
    expect(values[1]).toBeGreaterThan(0.1);
  });

  test("one row with ddof 0, and a matrix of no columns", () => {
    expect(covariance([[1, 2]], { ddof: 0 })).toEqual([
      [0, 0],
      [0, 0],
    ]);
    expect(covariance([[], []])).toEqual([]);
    expect(covariance([2], [3], { ddof: 0 })).toBe(0);
  });

  test("errors", () => {
    expect(thrown(() => covariance([1, 2], [1])).message).toBe(
      "covariance: y must have length 2 (length of x), got 1",
    );
    expect(thrown(() => covariance([1], [2])).message).toBe(
      "covariance: there must be more than ddof = 1 entries, got 1",
    );
    expect(thrown(() => covariance([[1, 2]])).message).toBe(
      "covariance: there must be more than ddof = 1 rows of X, got 1",
    );
    expect(thrown(() => covariance([1, 2] as never))).toEqual({
      kind: "TypeError",
      message: "covariance: y must be a vector (number[]), got undefined",
    });
    expect(thrown(() => covariance([[1], [2]], [1, 2] as never)).message).toBe(
      "covariance: options alone may follow a matrix, got an array of length 2",
    );
    expect(thrown(() => covariance([[1, 2], [3]])).message).toBe(
      "covariance: X must have rows of equal length, row 0 has 2 and row 1 has 1",
    );
    expect(thrown(() => covariance([], [])).message).toBe(
      "covariance: x must have at least 1 entry, got 0",
    );
    expect(thrown(() => covariance([[1], [2]], { rowvar: true } as never)).message).toBe(
      'covariance: options has no "rowvar"; known: ddof',
    );
  });
});
