import fc from "fast-check";
import { expect, test } from "vitest";
import { lu } from "../../lib/linalg";
import { distance, EPS, fixture, forEachEngine, largest, randomMatrix, times } from "./helpers";

interface Case {
  A: number[][];
  lu: { P: number[][]; L: number[][]; U: number[][] };
}

forEachEngine("lu", () => {
  test("SciPy's factors", () => {
    for (const { A, lu: want } of fixture<{ cases: Case[] }>("numpy_scipy").cases) {
      const got = lu(A);
      expect(got.P).toEqual(want.P);
      expect(distance(got.L, want.L)).toBeLessThan(1e-13);
      expect(distance(got.U, want.U)).toBeLessThan(1e-13);
    }
  });

  test("A = P·L·U with P a permutation, L and U triangular and |lᵢⱼ| ≤ 1, on all shapes", () => {
    const side = fc.integer({ min: 1, max: 70 });
    fc.assert(
      fc.property(side, side, fc.nat(), (m, n, seed) => {
        const A = randomMatrix(m, n, seed);
        const { P, L, U } = lu(A);
        const k = Math.min(m, n);
        expect([P.length, P[0].length]).toEqual([m, m]);
        expect([L.length, L[0].length, U.length, U[0].length]).toEqual([m, k, k, n]);
        expect(distance(times(P, times(L, U)), A)).toBeLessThan(8 * k * EPS * largest(U));
        for (let i = 0; i < m; i++) {
          expect(P[i].filter((x) => x === 1).length).toBe(1);
          expect(P[i].filter((x) => x !== 0).length).toBe(1);
          for (let j = 0; j < k; j++) {
            if (j > i) expect(L[i][j]).toBe(0);
            else expect(Math.abs(L[i][j])).toBeLessThanOrEqual(1);
          }
          if (i < k) {
            expect(L[i][i]).toBe(1);
            expect(U[i].slice(0, i)).toEqual(new Array(i).fill(0));
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test("blocks and edges of a large matrix", () => {
    for (const [m, n] of [
      [150, 150],
      [200, 101],
      [67, 140],
    ]) {
      const A = randomMatrix(m, n, m);
      const { P, L, U } = lu(A);
      expect(distance(times(P, times(L, U)), A)).toBeLessThan(1e-12);
    }
  });

  test("singular matrices have factors too", () => {
    expect(
      lu([
        [0, 0],
        [0, 0],
      ]),
    ).toEqual({
      P: [
        [1, 0],
        [0, 1],
      ],
      L: [
        [1, 0],
        [0, 1],
      ],
      U: [
        [0, 0],
        [0, 0],
      ],
    });
    expect(
      lu([
        [0, 1],
        [0, 2],
      ]).U,
    ).toEqual([
      [0, 1],
      [0, 2],
    ]);
  });

  test("a zero on the diagonal calls for a swap", () => {
    expect(
      lu([
        [0, 1],
        [1, 0],
      ]),
    ).toEqual({
      P: [
        [0, 1],
        [1, 0],
      ],
      L: [
        [1, 0],
        [0, 1],
      ],
      U: [
        [1, 0],
        [0, 1],
      ],
    });
  });

  test("empty, 1×1, a row, a column", () => {
    expect(lu([])).toEqual({ P: [], L: [], U: [] });
    expect(lu([[-2]])).toEqual({ P: [[1]], L: [[1]], U: [[-2]] });
    expect(lu([[3, 4]])).toEqual({ P: [[1]], L: [[1]], U: [[3, 4]] });
    expect(lu([[1], [-4]])).toEqual({
      P: [
        [0, 1],
        [1, 0],
      ],
      L: [[1], [-0.25]],
      U: [[-4]],
    });
  });

  test("what it rejects", () => {
    expect(() => lu([[1, Number.NaN]])).toThrow(
      new RangeError("lu: A must be finite, A[0][1] is NaN"),
    );
    expect(() => lu("A" as never)).toThrow(TypeError);
  });
});
