import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LinAlgError } from "../../lib/core";
import { gramSchmidt } from "../../lib/linalg";
import { distance, flip, largest, orthogonalityError, randomMatrix, times } from "./helpers";

describe("gramSchmidt", () => {
  test("by hand (MML example 3.12, normalised)", () => {
    expect(
      gramSchmidt([
        [2, 1],
        [0, 1],
      ]),
    ).toEqual([
      [1, 0],
      [0, 1],
    ]);
  });

  test("QᵀQ = I, and QᵀA is upper triangular: the spans of the first k columns agree", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 15 }),
        fc.integer({ min: 0, max: 15 }),
        fc.nat(),
        (n, extra, seed) => {
          const A = randomMatrix(n + extra, n, seed);
          const Q = gramSchmidt(A);
          expect(orthogonalityError(Q)).toBeLessThan(1e-14);
          times(flip(Q), A).forEach((row, i) => {
            expect(largest(row.slice(0, i))).toBeLessThan(1e-14 * (1 + largest(A)));
            expect(row[i]).toBeGreaterThan(0);
          });
        },
      ),
      { numRuns: 50 },
    );
  });

  test("keeps its orthogonality where the classical method loses it (Läuchli's matrix)", () => {
    const A = [
      [1, 1, 1],
      [1e-8, 0, 0],
      [0, 1e-8, 0],
      [0, 0, 1e-8],
    ];
    expect(orthogonalityError(gramSchmidt(A))).toBeLessThan(1e-15);
  });

  test("huge and tiny columns", () => {
    const Q = gramSchmidt([
      [3e200, 1e-200],
      [4e200, -1e-200],
    ]);
    expect(
      distance(Q, [
        [0.6, 0.8],
        [0.8, -0.6],
      ]),
    ).toBeLessThan(1e-15);
  });

  test("dependent columns", () => {
    const text = (k: number) =>
      `gramSchmidt: A must have independent columns, column ${k} depends on those before it`;
    expect(() =>
      gramSchmidt([
        [1, 2],
        [1, 2],
      ]),
    ).toThrow(new LinAlgError(text(2)));
    expect(() => gramSchmidt([[0]])).toThrow(new LinAlgError(text(1)));
    expect(() =>
      gramSchmidt([
        [1, 2, 3],
        [4, 5, 6],
        [7, 8, 9],
      ]),
    ).toThrow(new LinAlgError(text(3)));
    expect(() => gramSchmidt([[1, 2, 3]])).toThrow(new LinAlgError(text(2)));
  });

  test("empty", () => {
    expect(gramSchmidt([])).toEqual([]);
    expect(gramSchmidt([[], []])).toEqual([[], []]);
  });
});
