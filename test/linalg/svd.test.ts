import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { svd } from "../../lib/linalg";
import {
  diagonal,
  distance,
  EPS,
  fixture,
  flip,
  forEachEngine,
  isCanonical,
  largest,
  orthogonalityError,
  randomMatrix,
  times,
} from "./helpers";

interface Singular {
  name: string;
  A: number[][];
  s: number[];
}

forEachEngine("svd", () => {
  describe("singular values of hard matrices, by mpmath", () => {
    for (const { name, A, s: want } of fixture<{ singular: Singular[] }>("spectra").singular) {
      test(name, () => {
        const { U, s, Vt } = svd(A);
        const c = 2 * Math.max(A.length, A[0].length) * EPS;
        expect(distance(s, want)).toBeLessThanOrEqual(c * want[0]);
        expect(orthogonalityError(U)).toBeLessThan(2 * c);
        expect(orthogonalityError(flip(Vt))).toBeLessThan(2 * c);
        // A·V = U·Σ, divided by σ₁ first, for the product may overflow.
        const scale = want[0] || 1;
        const left = times(
          A.map((row) => row.map((x) => x / scale)),
          flip(Vt),
        );
        const right = U.map((row) => row.map((x, j) => x * (s[j] / scale)));
        expect(distance(left, right)).toBeLessThan(3 * c);
      });
    }
  });

  test("NumPy's values and vectors", () => {
    interface Case {
      A: number[][];
      svd: { U: number[][]; s: number[]; Vt: number[][] };
    }
    for (const { A, svd: want } of fixture<{ cases: Case[] }>("numpy_scipy").cases) {
      const { U, s, Vt } = svd(A);
      expect(distance(s, want.s)).toBeLessThan(1e-13);
      s.forEach((_, j) => {
        const [u, w] = [U, want.U].map((M) => M.map((row) => row[j]));
        const same = u.reduce((sum, x, i) => sum + x * w[i], 0) > 0 ? 1 : -1;
        expect(
          distance(
            u,
            w.map((x) => same * x),
          ),
        ).toBeLessThan(1e-11);
        expect(
          distance(
            Vt[j],
            want.Vt[j].map((x) => same * x),
          ),
        ).toBeLessThan(1e-11);
      });
    }
  });

  test("A = U·Σ·Vᵀ with orthonormal factors, descending values and canonical signs", () => {
    const side = fc.integer({ min: 1, max: 50 });
    fc.assert(
      fc.property(side, side, fc.nat(), fc.boolean(), (m, n, seed, fullMatrices) => {
        const A = randomMatrix(m, n, seed);
        const { U, s, Vt } = svd(A, { fullMatrices });
        const k = Math.min(m, n);
        const [columns, rows] = fullMatrices ? [m, n] : [k, k];
        expect([U.length, U[0].length, Vt.length, Vt[0].length]).toEqual([m, columns, rows, n]);
        const c = 8 * Math.max(m, n) * EPS;
        expect(distance(times(times(U, diagonal(s, columns, rows)), Vt), A)).toBeLessThan(c * s[0]);
        expect(orthogonalityError(U)).toBeLessThan(c);
        expect(orthogonalityError(flip(Vt))).toBeLessThan(c);
        expect(s).toEqual(s.slice().sort((x, y) => y - x));
        expect(s[k - 1]).toBeGreaterThanOrEqual(0);
        for (const u of flip(U)) expect(isCanonical(u)).toBe(true);
        for (const v of Vt.slice(k)) expect(isCanonical(v)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  test("large matrices, tall, square and wide", () => {
    for (const [m, n] of [
      [150, 150],
      [300, 40],
      [30, 200],
    ]) {
      const A = randomMatrix(m, n, m);
      const { U, s, Vt } = svd(A);
      expect(distance(times(times(U, diagonal(s)), Vt), A)).toBeLessThan(1e-12);
      expect(orthogonalityError(U)).toBeLessThan(1e-13);
      expect(orthogonalityError(flip(Vt))).toBeLessThan(1e-13);
    }
  });

  test("the book's examples", () => {
    // MML examples 4.12 and 4.13, figure 4.10.
    const s = svd([
      [1, -0.8],
      [0, 1],
      [1, 0],
    ]).s;
    expect(distance(s, [1.62, 1])).toBeLessThan(0.005);
    expect(
      distance(
        svd([
          [1, 0, 1],
          [-2, 1, 0],
        ]).s,
        [Math.sqrt(6), 1],
      ),
    ).toBeLessThan(1e-15);
    const ratings = [
      [5, 4, 1],
      [5, 5, 0],
      [0, 0, 5],
      [1, 0, 4],
    ];
    expect(distance(svd(ratings).s, [9.6438, 6.3639, 0.7056])).toBeLessThan(5e-5);
  });

  test("a bidiagonal matrix with singular values that differ by 200 orders of magnitude", () => {
    const { s, U, Vt } = svd([
      [1, 0, 0],
      [0, 1e-100, 0],
      [0, 0, 1e-200],
    ]);
    expect(s).toEqual([1, 1e-100, 1e-200]);
    expect([U, Vt]).toEqual([diagonal([1, 1, 1]), diagonal([1, 1, 1])]);
  });

  test("zero on the diagonal of a bidiagonal matrix", () => {
    const A = [
      [0, 1, 0, 0],
      [0, 2, 3, 0],
      [0, 0, 0, 4],
      [0, 0, 0, 0],
    ];
    const { U, s, Vt } = svd(A);
    expect(distance(times(times(U, diagonal(s)), Vt), A)).toBeLessThan(4e-15);
    expect(orthogonalityError(U)).toBeLessThan(4e-15);
    expect(s[3]).toBeLessThan(1e-15);
  });

  test("empty, 1×1, no columns, zero", () => {
    expect(svd([])).toEqual({ U: [], s: [], Vt: [] });
    expect(svd([[-3]])).toEqual({ U: [[1]], s: [3], Vt: [[-1]] });
    expect(svd([[], []])).toEqual({ U: [[], []], s: [], Vt: [] });
    expect(svd([[], []], { fullMatrices: true }).U).toEqual([
      [1, 0],
      [0, 1],
    ]);
    const { U, s, Vt } = svd([
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
    expect(s).toEqual([0, 0]);
    expect(orthogonalityError(U)).toBe(0);
    expect(orthogonalityError(Vt)).toBe(0);
  });

  test("the ends of the range", () => {
    expect(svd([[Number.MAX_VALUE]]).s).toEqual([Number.MAX_VALUE]);
    expect(svd([[Number.MIN_VALUE]]).s).toEqual([Number.MIN_VALUE]);
    const { s } = svd([
      [3e-308, 0],
      [4e-308, 0],
    ]);
    expect(s[0] / 5e-308).toBeCloseTo(1, 14);
  });

  test("leaves its argument as it is", () => {
    const A = randomMatrix(6, 4, 1);
    const copy = A.map((row) => row.slice());
    svd(A);
    svd(flip(A));
    expect(A).toEqual(copy);
    expect(largest(A)).toBeGreaterThan(0);
  });

  test("what it rejects", () => {
    expect(() =>
      svd([
        [1, 2],
        [3, Number.NEGATIVE_INFINITY],
      ]),
    ).toThrow(new RangeError("svd: A must be finite, A[1][1] is -Infinity"));
    expect(() => svd([[1]], { full: true } as never)).toThrow(
      new RangeError('svd: options has no "full"; known: fullMatrices'),
    );
    expect(() => svd([[1]], { fullMatrices: 1 as never })).toThrow(
      new TypeError("svd: fullMatrices must be true or false, got 1"),
    );
  });
});

test("a tall matrix takes no square of its height", () => {
  const m = 200_000;
  const column = Array.from({ length: m }, (_, i) => [1, i % 2]);
  for (const A of [column, column.map(([a]) => [a])]) {
    const { U, s } = svd(A);
    expect(U.length).toBe(m);
    expect(s[0]).toBeGreaterThan(Math.sqrt(m) * (1 - 1e-12));
  }
  const wide = svd([column.map(([, b]) => b)]);
  expect(wide.s[0]).toBeCloseTo(Math.sqrt(m / 2), 9);
});
