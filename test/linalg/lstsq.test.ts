import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lstsq, norm, pinv, solve } from "../../lib/linalg";
import {
  distance,
  EPS,
  fixture,
  flip,
  forEachEngine,
  largest,
  randomMatrix,
  times,
} from "./helpers";

interface Deficient {
  name: string;
  A: number[][];
  b: number[];
  rank: number;
  x: number[];
  residual: number;
}

forEachEngine("lstsq", () => {
  describe("the solution of least norm, by exact rational arithmetic", () => {
    for (const { name, A, b, rank, x, residual } of fixture<{ deficient: Deficient[] }>("systems")
      .deficient) {
      test(name, () => {
        const got = lstsq(A, b);
        expect(got.rank).toBe(rank);
        expect(distance(got.x, x)).toBeLessThan(1e-13);
        expect(got.residuals.length).toBe(1);
        expect(Math.abs(got.residuals[0] - residual)).toBeLessThan(1e-13 * (1 + residual));
        expect(got.s.length).toBe(Math.min(A.length, A[0].length));
      });
    }
  });

  test("NumPy's solutions", () => {
    interface Case {
      A: number[][];
      b: number[];
      lstsq: { x: number[]; rank: number };
    }
    for (const { A, b, lstsq: want } of fixture<{ cases: Case[] }>("numpy_scipy").cases) {
      const { x, rank } = lstsq(A, b);
      expect(rank).toBe(want.rank);
      expect(distance(x, want.x)).toBeLessThan(1e-12);
    }
  });

  test("the residual is orthogonal to the columns, x has no part in the null space", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 4 }),
        fc.nat(),
        (m, n, rank, r, seed) => {
          // A product of two thin matrices has a rank of at most their width.
          const A = times(randomMatrix(m, rank, seed), randomMatrix(rank, n, seed + 1));
          const B = randomMatrix(m, r, seed + 2);
          const { x: X, residuals, rank: found, s } = lstsq(A, B);
          expect(found).toBeLessThanOrEqual(Math.min(m, n, rank));
          const R = times(A, X).map((row, i) => row.map((v, j) => v - B[i][j]));
          const condition = s[0] / s[found - 1];
          const bound = 50 * Math.max(m, n) * EPS * condition * s[0] * largest(B);
          expect(largest(times(flip(A), R))).toBeLessThan(bound);
          residuals.forEach((sum, j) => {
            const want = R.reduce((t, row) => t + row[j] ** 2, 0);
            expect(Math.abs(sum - want)).toBeLessThan(1e-10 * (1 + want));
          });
          // x = A⁺·A·x: x lies in the row space.
          const back = times(times(pinv(A), A), X);
          expect(distance(back, X)).toBeLessThan(
            50 * Math.max(m, n) * EPS * condition * largest(X),
          );
        },
      ),
      { numRuns: 40 },
    );
  });

  test("a regular system, as solve has it", () => {
    const A = randomMatrix(40, 40, 2);
    const b = randomMatrix(1, 40, 3)[0];
    const x = solve(A, b);
    expect(distance(lstsq(A, b).x, x)).toBeLessThan(1e-10 * norm(x, Infinity));
  });

  test("empty, no columns", () => {
    expect(lstsq([], [])).toEqual({ x: [], residuals: [0], rank: 0, s: [] });
    expect(lstsq([[], []], [3, 4])).toEqual({ x: [], residuals: [25], rank: 0, s: [] });
  });

  test("tiny and huge", () => {
    for (const unit of [1e-200, 1e200]) {
      const { x, rank } = lstsq([[3 * unit], [4 * unit]], [3, 4]);
      expect(rank).toBe(1);
      expect(x[0] * unit).toBeCloseTo(1, 14);
    }
  });

  test("what it rejects", () => {
    expect(() => lstsq([[1], [2]], [1])).toThrow(
      new RangeError("lstsq: b must have length 2 (rows of A), got 1"),
    );
    expect(() => lstsq([[1], [2]], [[1]])).toThrow(
      new RangeError("lstsq: b must have 2 rows (rows of A), got 1×1"),
    );
    expect(() => lstsq([1] as never, [1])).toThrow(TypeError);
    expect(() => lstsq(null as never, [1])).toThrow(
      new TypeError("lstsq: A must be a matrix (number[][]), got null"),
    );
  });
});
