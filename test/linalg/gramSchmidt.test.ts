import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LinAlgError } from "../../lib/core";
import { columnSpace, gramSchmidt, project } from "../../lib/linalg";
import {
  distance,
  flip,
  forEachEngine,
  largest,
  orthogonalityError,
  randomMatrix,
  times,
} from "./helpers";

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

forEachEngine("project", () => {
  test("by hand (MML examples 3.10 and 3.11)", () => {
    const onLine = project([1, 1, 1], [[1], [2], [2]]);
    expect(distance(onLine, [5 / 9, 10 / 9, 10 / 9])).toBeLessThan(1e-15);
    const onPlane = project(
      [6, 0, 0],
      [
        [1, 0],
        [1, 1],
        [1, 2],
      ],
    );
    expect(distance(onPlane, [5, 2, -1])).toBeLessThan(1e-14);
  });

  test("what is left is orthogonal to B, and a second projection changes nothing", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 12 }),
        fc.nat(),
        (m, n, seed) => {
          const B = randomMatrix(m, n, seed);
          const x = randomMatrix(1, m, seed + 1)[0];
          const p = project(x, B);
          const rest = x.map((v, i) => [v - p[i]]);
          expect(largest(times(flip(B), rest))).toBeLessThan(1e-12);
          expect(distance(project(p, B), p)).toBeLessThan(1e-13);
        },
      ),
      { numRuns: 40 },
    );
  });

  test("dependent columns, none, zero", () => {
    const p = project(
      [6, 0, 0],
      [
        [1, 0, 1],
        [1, 1, 2],
        [1, 2, 3],
      ],
    );
    expect(distance(p, [5, 2, -1])).toBeLessThan(1e-14);
    expect(project([1, 2], [[0], [0]])).toEqual([0, 0]);
    expect(project([1, 2], [[], []])).toEqual([0, 0]);
    expect(columnSpace([[0], [0]])).toEqual([[], []]);
  });

  test("what it rejects", () => {
    expect(() => project([1, 2], [[1]])).toThrow(
      new RangeError("project: x must have length 1 (rows of B), got 2"),
    );
    expect(() => project([1], [[Number.NaN]])).toThrow(
      new RangeError("project: B must be finite, B[0][0] is NaN"),
    );
  });
});
