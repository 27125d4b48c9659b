import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LinAlgError } from "../../lib/core";
import { norm, solve } from "../../lib/linalg";
import { distance, EPS, fixture, forEachEngine, largest, randomMatrix, times } from "./helpers";

interface System {
  name: string;
  A: number[][];
  b: number[];
  x: number[];
  cond: { inf: number };
}

const { systems } = fixture<{ systems: System[] }>("systems");

forEachEngine("solve", () => {
  describe("exact solutions, as far as the condition number lets them be found", () => {
    for (const { name, A, b, x, cond } of systems) {
      test(name, () => {
        const got = solve(A, b);
        const n = A.length;
        if (cond.inf * n * EPS < 0.1) {
          expect(distance(got, x)).toBeLessThan(4 * n * EPS * cond.inf * largest(x));
        }
        // Whatever the condition, the residual is small (Higham, theorem 9.4).
        const residual = A.map((row, i) => row.reduce((sum, a, j) => sum + a * got[j], -b[i]));
        expect(largest(residual)).toBeLessThan(8 * n * EPS * norm(A, Infinity) * largest(got));
      });
    }
  });

  test("several right-hand sides at once", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 20 }),
        fc.nat(),
        (n, r, seed) => {
          const A = randomMatrix(n, n, seed);
          const B = randomMatrix(n, r, seed + 1);
          const X = solve(A, B);
          const bound = 8 * n * EPS * (norm(A, Infinity) * largest(X) + largest(B));
          expect(distance(times(A, X), B)).toBeLessThan(bound);
        },
      ),
      { numRuns: 40 },
    );
  });

  test("a large system", () => {
    const A = randomMatrix(160, 160, 3);
    const B = randomMatrix(160, 33, 4);
    const X = solve(A, B);
    expect(distance(times(A, X), B)).toBeLessThan(1e-9);
    expect(
      distance(
        solve(
          A,
          B.map((row) => row[5]),
        ),
        X.map((row) => row[5]),
      ),
    ).toBeLessThan(1e-10);
  });

  test("rows of very different size", () => {
    const A = [
      [1e-150, 2e-150],
      [3e150, 4e150],
    ];
    expect(distance(solve(A, [5e-150, 11e150]), [1, 2])).toBeLessThan(1e-14);
  });

  test("1×1 and empty", () => {
    expect(solve([[4]], [2])).toEqual([0.5]);
    expect(solve([], [])).toEqual([]);
    expect(solve([[2]], [[]])).toEqual([[]]);
  });

  describe("singular matrices, with the pivot that vanishes", () => {
    const text = (k: number) => `solve: A is singular, pivot ${k} is 0 to working precision`;
    const cases: [string, number[][], number][] = [
      ["zero", [[0]], 1],
      [
        "two equal rows",
        [
          [1, 2],
          [1, 2],
        ],
        2,
      ],
      [
        "a zero column",
        [
          [1, 0, 2],
          [3, 0, 4],
          [5, 0, 6],
        ],
        2,
      ],
      [
        "zero up to rounding",
        [
          [1, 2, 3],
          [4, 5, 6],
          [7, 8, 9],
        ],
        3,
      ],
      [
        "rank 2 of 4",
        [
          [1, 2, 3, 4],
          [5, 6, 7, 8],
          [9, 10, 11, 12],
          [13, 14, 15, 16],
        ],
        3,
      ],
      [
        "a third that is none",
        [
          [3, 1],
          [1, 1 / 3],
        ],
        2,
      ],
      [
        "tiny",
        [
          [1e-200, 1e-200],
          [1e-200, 1e-200],
        ],
        2,
      ],
    ];
    for (const [name, A, k] of cases) {
      test(name, () => {
        expect(() => solve(A, new Array(A.length).fill(1))).toThrow(new LinAlgError(text(k)));
      });
    }
  });

  test("a small pivot is not a zero one", () => {
    expect(
      solve(
        [
          [1e-300, 0],
          [0, 1],
        ],
        [1e-300, 1],
      ),
    ).toEqual([1, 1]);
    expect(
      distance(
        solve(
          [
            [1, 1],
            [1, 1 + 1e-12],
          ],
          [2, 2 + 1e-12],
        ),
        [1, 1],
      ),
    ).toBeLessThan(1e-3);
  });

  test("leaves its arguments as they are", () => {
    const A = Object.freeze([Object.freeze([0, 2]), Object.freeze([3, 4])]);
    const b = Object.freeze([1, 2]);
    solve(A, b);
    expect([A, b]).toEqual([
      [
        [0, 2],
        [3, 4],
      ],
      [1, 2],
    ]);
  });

  test("what it rejects", () => {
    expect(() => solve([[1, 2]], [1])).toThrow(new RangeError("solve: A must be square, got 1×2"));
    expect(() =>
      solve(
        [
          [1, 0],
          [0, 1],
        ],
        [1, 2, 3],
      ),
    ).toThrow(new RangeError("solve: b must have length 2 (rows of A), got 3"));
    expect(() =>
      solve(
        [
          [1, 0],
          [0, 1],
        ],
        [[1, 2]],
      ),
    ).toThrow(new RangeError("solve: b must have 2 rows (rows of A), got 1×2"));
    expect(() => solve([[1]], [Number.NaN])).toThrow(
      new RangeError("solve: b must be finite, b[0] is NaN"),
    );
    expect(() => solve([[1]], 3 as never)).toThrow(
      new TypeError("solve: b must be a vector (number[]), got 3"),
    );
  });
});
