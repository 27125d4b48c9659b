import fc from "fast-check";
import { expect, test } from "vitest";
import { gramSchmidt, qr } from "../../lib/linalg";
import {
  distance,
  EPS,
  fixture,
  forEachEngine,
  largest,
  orthogonalityError,
  randomMatrix,
  times,
} from "./helpers";

forEachEngine("qr", () => {
  test("NumPy's factors, with the signs that make the diagonal of R positive", () => {
    interface Case {
      A: number[][];
      qr: { Q: number[][]; R: number[][] };
    }
    for (const { A, qr: want } of fixture<{ cases: Case[] }>("numpy_scipy").cases) {
      const { Q, R } = qr(A);
      const sign = R.map((_, i) => Math.sign(want.R[i][i]));
      expect(
        distance(
          Q,
          want.Q.map((row) => row.map((x, j) => x * sign[j])),
        ),
      ).toBeLessThan(1e-13);
      expect(
        distance(
          R,
          want.R.map((row, i) => row.map((x) => x * sign[i])),
        ),
      ).toBeLessThan(1e-13);
    }
  });

  test("A = Q·R, Q orthonormal, R upper triangular with diagonal ≥ 0, in both modes", () => {
    const side = fc.integer({ min: 1, max: 60 });
    const modes = fc.constantFrom("reduced" as const, "complete" as const);
    fc.assert(
      fc.property(side, side, fc.nat(), modes, (m, n, seed, mode) => {
        const A = randomMatrix(m, n, seed);
        const { Q, R } = qr(A, { mode });
        const columns = mode === "complete" ? m : Math.min(m, n);
        expect([Q.length, Q[0].length, R.length, R[0].length]).toEqual([m, columns, columns, n]);
        expect(distance(times(Q, R), A)).toBeLessThan(8 * Math.max(m, n) * EPS * largest(A));
        expect(orthogonalityError(Q)).toBeLessThan(8 * m * EPS);
        R.forEach((row, i) => {
          expect(row.slice(0, i).every((x) => x === 0)).toBe(true);
          if (i < n) expect(row[i]).toBeGreaterThanOrEqual(0);
        });
      }),
      { numRuns: 40 },
    );
  });

  test("is what Gram–Schmidt gives", () => {
    const A = randomMatrix(9, 5, 4);
    expect(distance(qr(A).Q, gramSchmidt(A))).toBeLessThan(1e-14);
  });

  test("stays orthonormal where the columns nearly depend on each other", () => {
    const A = Array.from({ length: 12 }, (_, i) =>
      Array.from({ length: 12 }, (_, j) => 1 / (i + j + 1)),
    );
    const { Q, R } = qr(A);
    expect(orthogonalityError(Q)).toBeLessThan(1e-14);
    expect(distance(times(Q, R), A)).toBeLessThan(1e-15);
  });

  test("rank-deficient and zero", () => {
    const A = [
      [1, 2],
      [2, 4],
      [2, 4],
    ];
    const { Q, R } = qr(A);
    expect(distance(times(Q, R), A)).toBeLessThan(1e-14);
    expect(orthogonalityError(Q)).toBeLessThan(1e-15);
    expect(R[1][1]).toBeLessThan(1e-15);
    expect(
      qr([
        [0, 0],
        [0, 0],
      ]),
    ).toEqual({
      Q: [
        [1, 0],
        [0, 1],
      ],
      R: [
        [0, 0],
        [0, 0],
      ],
    });
  });

  test("huge, tiny and graded entries", () => {
    for (const unit of [1e300, 1e-300]) {
      const { Q, R } = qr([[3 * unit], [4 * unit]]);
      expect(distance(Q, [[0.6], [0.8]])).toBeLessThan(2 * EPS);
      expect(R[0][0] / unit).toBeCloseTo(5, 14);
    }
    const { Q } = qr([
      [1e150, 1],
      [1, 1e-150],
      [1e-150, 1],
    ]);
    expect(orthogonalityError(Q)).toBeLessThan(1e-15);
  });

  test("empty, 1×1, no columns", () => {
    expect(qr([])).toEqual({ Q: [], R: [] });
    expect(qr([[-2]])).toEqual({ Q: [[-1]], R: [[2]] });
    expect(qr([[], []])).toEqual({ Q: [[], []], R: [] });
    expect(qr([[], []], { mode: "complete" })).toEqual({
      Q: [
        [1, 0],
        [0, 1],
      ],
      R: [[], []],
    });
  });

  test("what it rejects", () => {
    expect(() => qr([[1]], { mode: "full" as never })).toThrow(
      new RangeError('qr: mode must be one of "reduced", "complete", got "full" (string)'),
    );
    expect(() => qr([[1]], { Mode: "reduced" } as never)).toThrow(
      new RangeError('qr: options has no "Mode"; known: mode'),
    );
    expect(() => qr([[1], [2, 3]])).toThrow(RangeError);
  });
});
