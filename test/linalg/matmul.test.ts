import fc from "fast-check";
import { expect, test } from "vitest";
import { matmul } from "../../lib/linalg";
import { distance, EPS, forEachEngine, randomMatrix, times } from "./helpers";

forEachEngine("matmul", () => {
  test("a product by hand (MML example 2.3)", () => {
    const A = [
      [1, 2, 3],
      [3, 2, 1],
    ];
    const B = [
      [0, 2],
      [1, -1],
      [0, 1],
    ];
    expect(matmul(A, B)).toEqual([
      [2, 3],
      [2, 5],
    ]);
    expect(matmul(B, A)).toEqual([
      [6, 4, 2],
      [-2, 0, 2],
      [3, 2, 1],
    ]);
  });

  test("agrees with the definition on all shapes", () => {
    const side = fc.integer({ min: 1, max: 40 });
    fc.assert(
      fc.property(side, side, side, fc.nat(), (m, k, n, seed) => {
        const A = randomMatrix(m, k, seed);
        const B = randomMatrix(k, n, seed + 1);
        // Either sum has an error of at most k·ε·Σ|aᵢₖbₖⱼ|.
        const abs = times(
          A.map((row) => row.map(Math.abs)),
          B.map((row) => row.map(Math.abs)),
        );
        const bound = 2 * k * EPS * Math.max(...abs.flat());
        expect(distance(matmul(A, B), times(A, B))).toBeLessThanOrEqual(bound);
      }),
      { numRuns: 60 },
    );
  });

  test("blocks and edges of a large product", () => {
    const A = randomMatrix(131, 70, 1);
    const B = randomMatrix(70, 99, 2);
    expect(distance(matmul(A, B), times(A, B))).toBeLessThan(1e-13);
  });

  test("empty matrices", () => {
    expect(matmul([], [])).toEqual([]);
    expect(matmul([[], []], [])).toEqual([[], []]);
  });

  test("leaves its arguments as they are", () => {
    const A = Object.freeze([Object.freeze([1, 2]), Object.freeze([3, 4])]);
    matmul(A, A);
    expect(A).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  test("products near the ends of the range", () => {
    expect(matmul([[1e200, 1e-200]], [[1e-200], [1e200]])).toEqual([[2]]);
    expect(matmul([[1e-200]], [[1e-200]])).toEqual([[0]]);
  });

  test("what it rejects", () => {
    expect(() => matmul([[1, 2]], [[1, 2]])).toThrow(
      new RangeError("matmul: B must have 2 rows (columns of A), got 1×2"),
    );
    expect(() => matmul([[1, 2], [3]], [[1]])).toThrow(
      new RangeError("matmul: A must have rows of equal length, row 0 has 2 and row 1 has 1"),
    );
    expect(() => matmul([[1]], [[Number.NaN]])).toThrow(
      new RangeError("matmul: B must be finite, B[0][0] is NaN"),
    );
    expect(() => matmul([[1, 1, 1, 1, Infinity]], [[1]])).toThrow(
      new RangeError("matmul: A must be finite, A[0][4] is Infinity"),
    );
    expect(() => matmul([["1" as never]], [[1]])).toThrow(
      new TypeError('matmul: A must hold numbers, A[0][0] is "1" (string)'),
    );
    expect(() => matmul([1, 2] as never, [[1]])).toThrow(
      new TypeError("matmul: A must be a matrix (number[][]), A[0] is 1"),
    );
    expect(() => matmul([[1]], undefined as never)).toThrow(
      new TypeError("matmul: B must be a matrix (number[][]), got undefined"),
    );
  });
});
