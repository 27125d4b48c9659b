import { describe, expect, test } from "vitest";
import { expm, norm } from "../../lib/linalg";
import { distance, EPS, fixture, flip, forEachEngine, largest, times } from "./helpers";

interface Exponential {
  name: string;
  A: number[][];
  expm: number[][];
}

interface Hard extends Exponential {
  /** How much more a relative change of A changes e^A, at most; null where it was not computed. */
  condition: number | null;
}

/** ‖A − B‖/‖B‖ in the Frobenius norm, and the largest |aᵢⱼ − bᵢⱼ|/|bᵢⱼ|. */
function relativeErrors(A: number[][], B: number[][]): { whole: number; entry: number } {
  const scale = largest(B) || 1;
  const [gap, size] = [A.map((row, i) => row.map((x, j) => (x - B[i][j]) / scale)), B].map((M, k) =>
    norm(k === 0 ? M : M.map((row) => row.map((x) => x / scale))),
  );
  const entries = A.flatMap((row, i) =>
    row.map((x, j) => (x === B[i][j] ? 0 : Math.abs((x - B[i][j]) / B[i][j]))),
  );
  return { whole: gap / (size || 1), entry: Math.max(...entries) };
}

forEachEngine("expm", () => {
  describe("the hard matrices of the literature, by mpmath", () => {
    for (const { name, A, expm: want, condition } of fixture<{ cases: Hard[] }>("exponentials")
      .cases) {
      test(`${name}: within what the condition number allows`, () => {
        const { whole, entry } = relativeErrors(expm(A), want);
        expect(whole).toBeLessThan(3 * A.length * EPS * Math.max(condition ?? 1, 1));
        // Where the bound says nothing, since A is badly scaled or far from normal, entry by entry.
        if (condition === null || condition > 1e13) expect(entry).toBeLessThan(2e-13);
      });
    }
  });

  test("similarities by powers of ten, transposes", () => {
    const A = [
      [0.5, -1, 2],
      [1, 0.25, -0.5],
      [-0.75, 1, 0.125],
    ];
    const E = expm(A);
    for (const d of [
      [1, 1e8, 1e-8],
      [1e-100, 1, 1e100],
      [1e5, 1e-10, 1e10],
    ]) {
      const scaled = A.map((row, i) => row.map((x, j) => (x * d[i]) / d[j]));
      const want = E.map((row, i) => row.map((x, j) => (x * d[i]) / d[j]));
      expect(relativeErrors(expm(scaled), want).entry).toBeLessThan(1e-14);
      expect(relativeErrors(expm(flip(scaled)), flip(want)).entry).toBeLessThan(1e-14);
    }
  });

  describe("by mpmath", () => {
    for (const { name, A, expm: want } of fixture<{ exponentials: Exponential[] }>("systems")
      .exponentials) {
      test(name, () => {
        // The condition number of e^A is at least ‖A‖.
        const tolerance = 20 * EPS * Math.max(norm(A, 1), 1) * largest(want);
        expect(distance(expm(A), want)).toBeLessThan(tolerance);
      });
    }
  });

  test("e^A·e^−A = I and e^2A = (e^A)²", () => {
    const A = [
      [0.3, -1.2, 0.5],
      [0.7, 0.1, -0.4],
      [-0.2, 0.9, 0.6],
    ];
    const E = expm(A);
    const scaled = (f: number) => A.map((row) => row.map((x) => f * x));
    expect(
      distance(times(E, expm(scaled(-1))), [
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
      ]),
    ).toBeLessThan(1e-14);
    expect(distance(expm(scaled(2)), times(E, E))).toBeLessThan(1e-14);
  });

  test("empty, 1×1, far below zero", () => {
    expect(expm([])).toEqual([]);
    expect(expm([[1]])[0][0]).toBeCloseTo(Math.E, 14);
    expect(expm([[-2000]])[0][0]).toBe(0);
  });

  test("what it rejects", () => {
    expect(() => expm([[1, 2]])).toThrow(new RangeError("expm: A must be square, got 1×2"));
    expect(() => expm([[1000]])).toThrow(new RangeError("expm: e^A overflows"));
    expect(() =>
      expm([
        [1e308, 1e308],
        [1e308, 1e308],
      ]),
    ).toThrow(new RangeError("expm: e^A overflows"));
    expect(() => expm([[Number.NaN]])).toThrow(
      new RangeError("expm: A must be finite, A[0][0] is NaN"),
    );
  });
});
