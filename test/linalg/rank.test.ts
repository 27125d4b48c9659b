import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { columnSpace, nullspace, rank } from "../../lib/linalg";
import {
  distance,
  flip,
  forEachEngine,
  isCanonical,
  largest,
  orthogonalityError,
  randomMatrix,
  times,
} from "./helpers";

/** m×n of rank r. */
const ofRank = (m: number, n: number, r: number, seed: number) =>
  times(randomMatrix(m, r, seed), randomMatrix(r, n, seed + 1));

const shapes = fc
  .record({
    m: fc.integer({ min: 1, max: 25 }),
    n: fc.integer({ min: 1, max: 25 }),
    r: fc.integer({ min: 1, max: 25 }),
    seed: fc.nat(),
  })
  .filter(({ m, n, r }) => r <= Math.min(m, n));

forEachEngine("subspaces", () => {
  describe("rank", () => {
    test("of products of thin matrices", () => {
      fc.assert(
        fc.property(shapes, ({ m, n, r, seed }) => {
          expect(rank(ofRank(m, n, r, seed))).toBe(r);
        }),
        { numRuns: 60 },
      );
    });

    test("MML example 2.18", () => {
      expect(
        rank([
          [1, 0, 1],
          [0, 1, 1],
          [0, 0, 0],
        ]),
      ).toBe(2);
      expect(
        rank([
          [1, 2, 1],
          [-2, -3, 1],
          [3, 5, 0],
        ]),
      ).toBe(2);
    });

    test("the tolerance decides", () => {
      const A = [
        [1, 0],
        [0, 1e-9],
      ];
      expect(rank(A)).toBe(2);
      expect(rank(A, { tol: 1e-8 })).toBe(1);
      expect(rank(A, { tol: 1e-9 })).toBe(1);
      expect(rank(A, { tol: 0 })).toBe(2);
    });

    test("empty, zero, tiny", () => {
      expect(rank([])).toBe(0);
      expect(rank([[], []])).toBe(0);
      expect(rank([[0, 0]])).toBe(0);
      expect(rank([[1e-300]])).toBe(1);
    });

    test("what it rejects", () => {
      expect(() => rank([[1]], { tol: -1 })).toThrow(
        new RangeError("rank: tol must be a number ≥ 0, got -1"),
      );
      expect(() => rank([[1]], { tolerance: 1 } as never)).toThrow(
        new RangeError('rank: options has no "tolerance"; known: tol'),
      );
      expect(() => rank([[Number.NaN]])).toThrow(
        new RangeError("rank: A must be finite, A[0][0] is NaN"),
      );
    });
  });

  test("null space and column space are orthonormal, of the right dimension, and what they say", () => {
    fc.assert(
      fc.property(shapes, ({ m, n, r, seed }) => {
        const A = ofRank(m, n, r, seed);
        const N = nullspace(A);
        const C = columnSpace(A);
        expect([N.length, N[0].length]).toEqual([n, n - r]);
        expect([C.length, C[0].length]).toEqual([m, r]);
        expect(orthogonalityError(N)).toBeLessThan(1e-13);
        expect(orthogonalityError(C)).toBeLessThan(1e-13);
        if (r < n) expect(largest(times(A, N))).toBeLessThan(1e-13 * n * largest(A));
        // Every column of A is its own projection on the column space.
        const projected = times(C, times(flip(C), A));
        expect(distance(projected, A)).toBeLessThan(1e-13 * n * largest(A));
        for (const v of [...flip(N), ...flip(C)]) expect(isCanonical(v)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  test("null space by hand (MML example 2.25)", () => {
    const A = [
      [1, 2, -1, 0],
      [1, 0, 0, 1],
    ];
    const N = nullspace(A);
    // It is spanned by (0, ½, 1, 0) and (−1, ½, 0, 1): their projections on it are themselves.
    for (const v of [
      [0, 0.5, 1, 0],
      [-1, 0.5, 0, 1],
    ]) {
      const p = times(
        N,
        times(
          flip(N),
          v.map((x) => [x]),
        ),
      );
      expect(distance(p.flat(), v)).toBeLessThan(1e-15);
    }
  });

  test("extremes", () => {
    expect(
      nullspace([
        [0, 0],
        [0, 0],
      ]),
    ).toEqual([
      [1, 0],
      [0, 1],
    ]);
    expect(
      nullspace([
        [1, 0],
        [0, 1],
      ]),
    ).toEqual([[], []]);
    expect(nullspace([])).toEqual([]);
    expect(
      columnSpace([
        [0, 0],
        [0, 0],
      ]),
    ).toEqual([[], []]);
    expect(columnSpace([])).toEqual([]);
    expect(() => nullspace([[1], [1, 2]])).toThrow(/^nullspace: A must have rows of equal length/);
    expect(() => columnSpace({} as never)).toThrow(/^columnSpace: A must be a matrix/);
  });
});

test("the null space of a tall matrix takes no square of its height", () => {
  const tall = Array.from({ length: 200_000 }, (_, i) => [i % 3, 2 * (i % 3)]);
  const [[a], [b]] = nullspace(tall);
  expect(Math.abs(a + 2 * b)).toBeLessThan(tall.length * Number.EPSILON);
});
