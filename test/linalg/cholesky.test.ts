import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LinAlgError } from "../../lib/core";
import { cholesky, eye, matmul, transpose } from "../../lib/linalg";
import { distance, EPS, fixture, forEachEngine, largest, randomMatrix, times } from "./helpers";

/** Exactly symmetric and positive definite: B·Bᵀ + I. */
function positiveDefinite(n: number, seed: number): number[][] {
  const B = randomMatrix(n, n, seed);
  const A = times(B, transpose(B));
  return A.map((row, i) => row.map((x, j) => (j < i ? x : A[j][i]) + (i === j ? 1 : 0)));
}

/** Hilbert's matrix, 1/(i + j + 1). */
function hilbert(n: number): number[][] {
  return Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => 1 / (i + j + 1)));
}

forEachEngine("cholesky", () => {
  test("NumPy's factor", () => {
    interface Case {
      spd?: number[][];
      cholesky: number[][];
    }
    for (const { spd, cholesky: want } of fixture<{ cases: Case[] }>("numpy_scipy").cases) {
      if (spd) expect(distance(cholesky(spd), want)).toBeLessThan(1e-13);
    }
  });

  test("A = L·Lᵀ with L lower triangular and a positive diagonal", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 80 }), fc.nat(), (n, seed) => {
        const A = positiveDefinite(n, seed);
        const L = cholesky(A);
        expect(distance(times(L, transpose(L)), A)).toBeLessThan(4 * n * EPS * largest(A));
        L.forEach((row, i) => {
          expect(row[i]).toBeGreaterThan(0);
          expect(row.slice(i + 1)).toEqual(new Array(n - i - 1).fill(0));
        });
      }),
      { numRuns: 30 },
    );
  });

  test("a large matrix", () => {
    const A = positiveDefinite(170, 5);
    const L = cholesky(A);
    expect(distance(times(L, transpose(L)), A)).toBeLessThan(1e-11);
  });

  test("Hilbert matrices up to 12, of condition 1.6e16", () => {
    for (let n = 1; n <= 12; n++) {
      const A = hilbert(n);
      const L = cholesky(A);
      expect(distance(times(L, transpose(L)), A)).toBeLessThan(n * EPS);
    }
  });

  test("entries from 1e-150 to 1e150", () => {
    const A = [
      [4e-150, 2],
      [2, 5e150],
    ];
    expect(distance(cholesky(A)[0], [2e-75, 0])).toBeLessThan(1e-90);
    expect(cholesky(A)[1][0]).toBeCloseTo(1e75, -62);
    expect(cholesky(A)[1][1] / 2e75).toBeCloseTo(1, 14);
  });

  test("empty and 1×1", () => {
    expect(cholesky([])).toEqual([]);
    expect(cholesky([[9]])).toEqual([[3]]);
    expect(cholesky(eye(3))).toEqual(eye(3));
  });

  describe("matrices that are not positive definite, with the pivot that shows it", () => {
    const cases: [string, number[][], string][] = [
      ["negative", [[-4]], "pivot 1 is -4"],
      [
        "zero",
        [
          [0, 0],
          [0, 0],
        ],
        "pivot 1 is 0 to working precision",
      ],
      [
        "indefinite",
        [
          [1, 2],
          [2, 1],
        ],
        "pivot 2 is -3",
      ],
      [
        "semidefinite",
        [
          [1, 1],
          [1, 1],
        ],
        "pivot 2 is 0 to working precision",
      ],
      [
        "semidefinite up to rounding",
        [
          [3, 1],
          [1, 1 / 3],
        ],
        "pivot 2 is 0 to working precision",
      ],
      [
        "indefinite late",
        [
          [4, 2, 0],
          [2, 5, 0],
          [0, 0, -0.3125],
        ],
        "pivot 3 is -0.313",
      ],
    ];
    for (const [name, A, text] of cases) {
      test(name, () => {
        expect(() => cholesky(A)).toThrow(
          new LinAlgError(`cholesky: A must be positive definite, ${text}`),
        );
      });
    }

    test("far down in a large matrix", () => {
      const A = positiveDefinite(100, 7);
      A[77][77] = -1000;
      expect(() => cholesky(A)).toThrow(
        /^cholesky: A must be positive definite, pivot 78 is -1\d\d\d$/,
      );
    });
  });

  test("agrees with a product that is symmetric up to rounding only", () => {
    const B = randomMatrix(30, 30, 9);
    const A = matmul(matmul(B, positiveDefinite(30, 2)), transpose(B));
    const L = cholesky(A);
    expect(distance(times(L, transpose(L)), A)).toBeLessThan(1e-10);
  });

  test("what it rejects", () => {
    expect(() =>
      cholesky([
        [1, 2],
        [3, 4],
      ]),
    ).toThrow(new RangeError("cholesky: A must be symmetric, A[1][0] is 3 and A[0][1] is 2"));
    expect(() => cholesky([[1, 2, 3]])).toThrow(
      new RangeError("cholesky: A must be square, got 1×3"),
    );
    expect(() => cholesky([[Number.POSITIVE_INFINITY]])).toThrow(
      new RangeError("cholesky: A must be finite, A[0][0] is Infinity"),
    );
  });
});
