import { describe, expect, test } from "vitest";
import { rng } from "../../../lib/core";
import { diagonalizeBidiagonal } from "../../../lib/linalg/kernels/bidiagonalQR";
import { EPS } from "../helpers";

/** Singular values of the bidiagonal matrix, descending. */
function values(d: number[], e: number[]): number[] {
  const x = Float64Array.from(d);
  diagonalizeBidiagonal(x, Float64Array.of(...e, 0), d.length);
  return Array.from(x, Math.abs).sort((a, b) => b - a);
}

describe("every kind of bidiagonal matrix converges", () => {
  const g = rng(3);
  const powers = (n: number, f: (i: number) => number) =>
    Array.from({ length: n }, (_, i) => 10 ** f(i));
  const kinds: Record<string, (n: number) => [number[], number[]]> = {
    random: (n) => [g.normal(0, 1, n), g.normal(0, 1, n - 1)],
    "rank one and noise": (n) => [[1, ...g.normal(0, 1e-16, n - 1)], g.normal(0, 1e-16, n - 1)],
    "graded down": (n) => [powers(n, (i) => -9 * i), powers(n - 1, (i) => -9 * i)],
    "graded up": (n) => [powers(n, (i) => 9 * (i - n)), powers(n - 1, (i) => 9 * (i - n))],
    "slowly graded up": (n) => [
      powers(n, (i) => 0.3 * (i - n)),
      powers(n - 1, (i) => 0.3 * (i + 1 - n)),
    ],
    "any size": (n) => [
      g.uniform(-100, 100, n).map((x) => 10 ** x),
      g.uniform(-100, 100, n - 1).map((x) => 10 ** x),
    ],
    "zeros on the diagonal": (n) => [
      g.normal(0, 1, n).map((x) => Math.max(x, 0)),
      g.normal(0, 1, n - 1),
    ],
    ones: (n) => [new Array(n).fill(1), new Array(n - 1).fill(1)],
  };
  for (const [name, make] of Object.entries(kinds)) {
    test(name, () => {
      for (let n = 2; n < 30; n++) {
        const [d, e] = make(n);
        const s = values(d, e);
        expect(s.every(Number.isFinite)).toBe(true);
        // Σσ² = Σd² + Σe².
        const top = Math.max(...d.map(Math.abs), ...e.map(Math.abs));
        const squares = (x: number[]) => x.reduce((sum, v) => sum + (v / top) ** 2, 0);
        expect(Math.abs(squares(s) - squares(d) - squares(e))).toBeLessThan(
          20 * n * EPS * squares(s),
        );
      }
    });
  }
});

test("small singular values keep their digits", () => {
  // Σ of [[1, 1], [0, h]]: σ₁σ₂ = h and σ₁² + σ₂² = 2 + h².
  for (const h of [1e-5, 1e-20, 1e-100, 1e-200]) {
    const [, small] = values([1, h], [1]);
    const root = Math.sqrt(1 + (h * h) / 2 + Math.sqrt(1 + h ** 4 / 4));
    expect(small / (h / root)).toBeCloseTo(1, 14);
  }
  // A product of 2×2 blocks: the determinant is the product of the singular values.
  const s = values([1, 1e-30, 1e-60, 1e-90], [1, 1e-30, 1e-60]);
  expect(s.reduce((p, v) => p * v, 1) / 1e-180).toBeCloseTo(1, 13);
});
