import { describe, expect, test } from "vitest";
import { expm, norm } from "../../lib/linalg";
import { distance, EPS, fixture, forEachEngine, largest, times } from "./helpers";

interface Exponential {
  name: string;
  A: number[][];
  expm: number[][];
}

forEachEngine("expm", () => {
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
