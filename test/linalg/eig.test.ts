import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rng } from "../../lib/core";
import { type Complex, eig } from "../../lib/linalg";
import { EPS, fixture, forEachEngine, randomMatrix } from "./helpers";

interface Spectrum {
  name: string;
  A: number[][];
  values: { re: number; im: number; condition: number }[];
}

const abs = (z: Complex) => Math.hypot(z.re, z.im);
const frobenius = (A: number[][]) => Math.hypot(...A.flat());

/** The largest entry of A·V − V·diag(values). */
function residual(A: number[][], values: Complex[], vectors: Complex[][]): number {
  let worst = 0;
  values.forEach((w, j) => {
    for (let i = 0; i < A.length; i++) {
      const v = vectors[i][j];
      const re = A[i].reduce((sum, a, k) => sum + a * vectors[k][j].re, 0);
      const im = A[i].reduce((sum, a, k) => sum + a * vectors[k][j].im, 0);
      const gap = abs({
        re: re - (w.re * v.re - w.im * v.im),
        im: im - (w.re * v.im + w.im * v.re),
      });
      worst = Number.isNaN(gap) ? Infinity : Math.max(worst, gap);
    }
  });
  return worst;
}

/** Vectors have length 1 and their first entry of largest magnitude real and positive. */
function expectCanonical(vectors: Complex[][]): void {
  vectors.forEach((_, j) => {
    const v = vectors.map((row) => row[j]);
    expect(Math.hypot(...v.map(abs))).toBeCloseTo(1, 13);
    const top = Math.max(...v.map(abs));
    const entry = v.find((z) => abs(z) >= top * (1 - 1e-10))!;
    expect(entry.im).toBe(0);
    expect(entry.re).toBeGreaterThan(0);
  });
}

/** Complex values come in pairs, one exactly the conjugate of the other, +im first. */
function expectPairs(values: Complex[], vectors: Complex[][]): void {
  for (let k = 0; k < values.length; k++) {
    if (values[k].im === 0) {
      expect(vectors.every((row) => row[k].im === 0)).toBe(true);
      continue;
    }
    expect(values[k].im).toBeGreaterThan(0);
    expect(values[k + 1]).toEqual({ re: values[k].re, im: -values[k].im });
    for (const row of vectors) expect(row[k + 1]).toEqual({ re: row[k].re, im: 0 - row[k].im });
    k++;
  }
}

forEachEngine("eig", () => {
  describe("eigenvalues by mpmath, as far as their condition lets them be found", () => {
    for (const { name, A, values: want } of fixture<{ general: Spectrum[] }>("spectra").general) {
      test(name, () => {
        const { values, vectors } = eig(A);
        const n = A.length;
        const left = values.slice();
        for (const w of want) {
          const gaps = left.map((z) => abs({ re: z.re - w.re, im: z.im - w.im }));
          const nearest = gaps.indexOf(Math.min(...gaps));
          expect(gaps[nearest]).toBeLessThan(2 * n * EPS * frobenius(A) * w.condition);
          left.splice(nearest, 1);
        }
        expect(residual(A, values, vectors)).toBeLessThan(4 * n * EPS * frobenius(A));
        expectCanonical(vectors);
        expectPairs(values, vectors);
      });
    }
  });

  test("NumPy's eigenvalues", () => {
    interface Case {
      A: number[][];
      eig?: { re: number[]; im: number[] };
    }
    for (const { A, eig: want } of fixture<{ cases: Case[] }>("numpy_scipy").cases) {
      if (!want) continue;
      const { values } = eig(A);
      for (const [k, re] of want.re.entries()) {
        const gap = Math.min(...values.map((z) => abs({ re: z.re - re, im: z.im - want.im[k] })));
        expect(gap).toBeLessThan(1e-12);
      }
    }
  });

  test("A·v = λ·v, trace and order, on random matrices", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), fc.nat(), (n, seed) => {
        const A = randomMatrix(n, n, seed);
        const { values, vectors } = eig(A);
        const size = frobenius(A);
        expect(residual(A, values, vectors)).toBeLessThan(4 * n * EPS * size);
        const trace = A.reduce((sum, row, i) => sum + row[i], 0);
        const sum = values.reduce((s, z) => s + z.re, 0);
        expect(Math.abs(sum - trace)).toBeLessThan(4 * n * EPS * size);
        expectCanonical(vectors);
        expectPairs(values, vectors);
        for (let k = 1; k < n; k++) {
          expect(values[k].re).toBeGreaterThan(values[k - 1].re - 1e-10 * size);
        }
      }),
      { numRuns: 40 },
    );
  });

  test("a large matrix", () => {
    const A = randomMatrix(130, 130, 6);
    const { values, vectors } = eig(A);
    expect(residual(A, values, vectors)).toBeLessThan(1e-11);
    expectPairs(values, vectors);
  });

  test("pairs of equal real part stay side by side", () => {
    // Blocks of rotations by 1, 2, 3: eigenvalues ±i, ±2i, ±3i.
    const A = Array.from({ length: 6 }, () => new Array<number>(6).fill(0));
    for (let k = 0; k < 3; k++) {
      A[2 * k][2 * k + 1] = -(3 - k);
      A[2 * k + 1][2 * k] = 3 - k;
    }
    const im = eig(A).values.map((z) => Math.round(z.im * 1e12) / 1e12);
    expect(im).toEqual([1, -1, 2, -2, 3, -3]);
  });

  test("defective matrices: parallel vectors, and the eigenvalue to ε^(1/k)", () => {
    const { values, vectors } = eig([
      [1, 1],
      [0, 1],
    ]);
    expect(values).toEqual([
      { re: 1, im: 0 },
      { re: 1, im: 0 },
    ]);
    expect(Math.abs(vectors[1][0].re) + Math.abs(vectors[1][1].re)).toBeLessThan(4 * EPS);
    // MML example 4.6 has the double eigenvalue 2 as well.
    for (const z of eig([
      [2, 1],
      [0, 2],
    ]).values)
      expect(z).toEqual({ re: 2, im: 0 });
    const J = [
      [5, 1, 0],
      [0, 5, 1],
      [0, 0, 5],
    ];
    const Q = [
      [1, 2, 3],
      [2, 5, 3],
      [1, 0, 8],
    ];
    const inverse = [
      [-40, 16, 9],
      [13, -5, -3],
      [5, -2, -1],
    ];
    const mul = (X: number[][], Y: number[][]) =>
      X.map((row) => Y[0].map((_, j) => row.reduce((s, x, k) => s + x * Y[k][j], 0)));
    const A = mul(mul(Q, J), inverse);
    const result = eig(A);
    for (const z of result.values) expect(abs({ re: z.re - 5, im: z.im })).toBeLessThan(1e-3);
    expect(residual(A, result.values, result.vectors)).toBeLessThan(20 * EPS * frobenius(A));
  });

  test("cyclic permutations, on which the standard shifts get stuck", () => {
    for (const n of [2, 3, 5, 8, 16]) {
      const A = Array.from({ length: n }, (_, i) =>
        Array.from({ length: n }, (_, j) => (j === (i + 1) % n ? 1 : 0)),
      );
      const { values, vectors } = eig(A);
      for (const z of values) expect(abs(z)).toBeCloseTo(1, 13);
      expect(residual(A, values, vectors)).toBeLessThan(n * 4 * EPS);
    }
  });

  test("families that try the iteration: graded, nilpotent, of rank one, faded off the diagonal", () => {
    const random = rng(5);
    const families: Record<string, (n: number) => (i: number, j: number) => number> = {
      frank: (n) => (i, j) => (j >= i - 1 ? n - Math.max(i, j) : 0),
      graded: () => (i, j) => random.normal() * 10 ** (-1.5 * (i + j)),
      "graded upwards": (n) => (i, j) => random.normal() * 10 ** (1.5 * (i + j) - 3 * n),
      ones: () => () => 1,
      nilpotent: () => (i, j) => (j === i + 1 ? 1 : 0),
      "zeros and ones": () => () => (random.random() < 0.3 ? 1 : 0),
      "lower triangular": () => (i, j) => (j <= i ? random.normal() : 0),
    };
    for (const [name, family] of Object.entries(families)) {
      for (const n of [3, 16, 64]) {
        const entry = family(n);
        const A = Array.from({ length: n }, (_, i) =>
          Array.from({ length: n }, (_, j) => entry(i, j)),
        );
        const { values, vectors } = eig(A);
        const bound = 4 * n * EPS * frobenius(A);
        expect(residual(A, values, vectors), `${name} ${n}`).toBeLessThanOrEqual(bound);
      }
    }
  });

  test("empty, 1×1, zero, huge, tiny", () => {
    expect(eig([])).toEqual({ values: [], vectors: [] });
    expect(eig([[-2]])).toEqual({ values: [{ re: -2, im: 0 }], vectors: [[{ re: 1, im: 0 }]] });
    expect(
      eig([
        [0, 0],
        [0, 0],
      ]).values,
    ).toEqual([
      { re: 0, im: 0 },
      { re: 0, im: 0 },
    ]);
    for (const unit of [1e300, 1e-300]) {
      const { values } = eig([
        [4 * unit, 2 * unit],
        [unit, 3 * unit],
      ]);
      expect(values[0].re / unit).toBeCloseTo(2, 13);
      expect(values[1].re / unit).toBeCloseTo(5, 13);
    }
  });

  test("what it rejects", () => {
    expect(() => eig([[1, 2]])).toThrow(new RangeError("eig: A must be square, got 1×2"));
    expect(() =>
      eig([
        [1, 2],
        [3, Number.NaN],
      ]),
    ).toThrow(new RangeError("eig: A must be finite, A[1][1] is NaN"));
  });
});
