import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { eigh } from "../../lib/linalg";
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
  randomSymmetric,
  times,
} from "./helpers";

interface Spectrum {
  name: string;
  A: number[][];
  values: number[];
}

/** Largest eigenvalue in size, that is ‖A‖₂. */
const size = (values: number[]) => Math.max(0, ...values.map(Math.abs));

forEachEngine("eigh", () => {
  describe("eigenvalues of hard matrices, by mpmath", () => {
    for (const { name, A, values: want } of fixture<{ symmetric: Spectrum[] }>("spectra")
      .symmetric) {
      test(name, () => {
        const { values, vectors } = eigh(A);
        const n = A.length;
        const scale = size(want);
        expect(distance(values, want)).toBeLessThanOrEqual(2 * n * EPS * scale);
        expect(orthogonalityError(vectors)).toBeLessThan(4 * n * EPS);
        // Divided by the scale first, for A·V may overflow.
        const unit = (M: number[][]) => M.map((row) => row.map((x) => (scale > 0 ? x / scale : x)));
        const left = times(unit(A), vectors);
        const right = vectors.map((row) =>
          row.map((x, j) => (scale > 0 ? x * (values[j] / scale) : 0)),
        );
        expect(distance(left, right)).toBeLessThan(4 * n * EPS);
      });
    }
  });

  test("NumPy's values and vectors", () => {
    interface Case {
      symmetric?: number[][];
      eigh: { values: number[]; vectors: number[][] };
    }
    for (const { symmetric, eigh: want } of fixture<{ cases: Case[] }>("numpy_scipy").cases) {
      if (!symmetric) continue;
      const { values, vectors } = eigh(symmetric);
      expect(distance(values, want.values)).toBeLessThan(1e-13);
      flip(vectors).forEach((v, j) => {
        const w = want.vectors.map((row) => row[j]);
        const same = v.reduce((sum, x, i) => sum + x * w[i], 0) > 0 ? 1 : -1;
        expect(
          distance(
            v,
            w.map((x) => same * x),
          ),
        ).toBeLessThan(1e-11);
      });
    }
  });

  test("A = V·Λ·Vᵀ with V orthogonal, values ascending, signs canonical", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 70 }), fc.nat(), (n, seed) => {
        const A = randomSymmetric(n, seed);
        const { values, vectors } = eigh(A);
        const back = times(times(vectors, diagonal(values)), flip(vectors));
        expect(distance(back, A)).toBeLessThan(8 * n * EPS * size(values));
        expect(orthogonalityError(vectors)).toBeLessThan(8 * n * EPS);
        expect(values).toEqual(values.slice().sort((x, y) => x - y));
        for (const v of flip(vectors)) expect(isCanonical(v)).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  test("a large matrix", () => {
    const A = randomSymmetric(180, 3);
    const { values, vectors } = eigh(A);
    expect(distance(times(A, vectors), times(vectors, diagonal(values)))).toBeLessThan(1e-12);
    expect(orthogonalityError(vectors)).toBeLessThan(1e-13);
  });

  test("graded over 300 orders of magnitude, up and down, 100×100", () => {
    for (const sign of [1, -1]) {
      const A = randomSymmetric(100, 8).map((row, i) =>
        row.map((x, j) => x * 10 ** (sign * 1.5 * (i + j - 99))),
      );
      const { values, vectors } = eigh(A);
      expect(orthogonalityError(vectors)).toBeLessThan(1e-13);
      const top = size(values);
      const left = times(
        A.map((row) => row.map((x) => x / top)),
        vectors,
      );
      const right = vectors.map((row) => row.map((x, j) => x * (values[j] / top)));
      expect(distance(left, right)).toBeLessThan(1e-13);
    }
  });

  test("values by hand", () => {
    expect(
      distance(
        eigh([
          [2, 1],
          [1, 2],
        ]).values,
        [1, 3],
      ),
    ).toBeLessThan(1e-15);
    // MML example 4.8.
    expect(
      distance(
        eigh([
          [3, 2, 2],
          [2, 3, 2],
          [2, 2, 3],
        ]).values,
        [1, 1, 7],
      ),
    ).toBeLessThan(4e-15);
    // The second difference matrix has eigenvalues 2 − 2·cos(kπ/(n + 1)).
    const n = 50;
    const T = Array.from({ length: n }, (_, i) =>
      Array.from({ length: n }, (_, j) => (i === j ? 2 : Math.abs(i - j) === 1 ? -1 : 0)),
    );
    const want = Array.from(
      { length: n },
      (_, k) => 2 - 2 * Math.cos(((k + 1) * Math.PI) / (n + 1)),
    );
    expect(distance(eigh(T).values, want)).toBeLessThan(4e-15);
  });

  test("of tied entries the first is positive", () => {
    const { vectors } = eigh([
      [2, 1],
      [1, 2],
    ]);
    expect(vectors[0][0]).toBeGreaterThan(0);
    expect(vectors[1][0]).toBeLessThan(0);
    expect(vectors[0][1]).toBeGreaterThan(0);
  });

  test("empty, 1×1, diagonal", () => {
    expect(eigh([])).toEqual({ values: [], vectors: [] });
    expect(eigh([[-7]])).toEqual({ values: [-7], vectors: [[1]] });
    expect(
      eigh([
        [3, 0],
        [0, 1],
      ]),
    ).toEqual({
      values: [1, 3],
      vectors: [
        [0, 1],
        [1, 0],
      ],
    });
  });

  test("the ends of the range", () => {
    const top = Number.MAX_VALUE;
    const { values } = eigh([
      [top, 0],
      [0, -top],
    ]);
    expect(
      distance(
        values.map((x) => x / top),
        [-1, 1],
      ),
    ).toBeLessThan(2 * EPS);
    const bottom = Number.MIN_VALUE;
    expect(eigh([[bottom]]).values).toEqual([bottom]);
    expect(
      largest(
        eigh([
          [0, bottom],
          [bottom, 0],
        ]).vectors,
      ),
    ).toBeCloseTo(Math.SQRT1_2, 14);
  });

  test("what it rejects", () => {
    expect(() =>
      eigh([
        [1, 2],
        [2.1, 1],
      ]),
    ).toThrow(new RangeError("eigh: A must be symmetric, A[1][0] is 2.1 and A[0][1] is 2"));
    expect(() =>
      eigh([
        [1, 2, 3],
        [4, 5, 6],
      ]),
    ).toThrow(new RangeError("eigh: A must be square, got 2×3"));
    expect(() => eigh([[Number.NaN]])).toThrow(
      new RangeError("eigh: A must be finite, A[0][0] is NaN"),
    );
  });
});
