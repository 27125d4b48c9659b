import { describe, expect, test } from "vitest";
import { LinAlgError } from "../../lib/core";
import { eye, inv } from "../../lib/linalg";
import { distance, EPS, fixture, forEachEngine, largest, randomMatrix, times } from "./helpers";

interface System {
  name: string;
  A: number[][];
  inv: number[][];
  cond: { inf: number };
}

forEachEngine("inv", () => {
  describe("by mpmath, as far as the condition number lets it be found", () => {
    for (const { name, A, inv: want, cond } of fixture<{ systems: System[] }>("systems").systems) {
      const n = A.length;
      if (n * EPS * cond.inf > 0.01) continue;
      test(name, () => {
        expect(distance(inv(A), want)).toBeLessThan(4 * n * EPS * cond.inf * largest(want));
      });
    }
  });

  test("A·A⁻¹ = A⁻¹·A = I, small and large", () => {
    for (const n of [1, 2, 3, 17, 64, 130]) {
      const A = randomMatrix(n, n, n);
      const X = inv(A);
      const c = 40 * n * EPS * largest(A) * largest(X) * n;
      expect(distance(times(A, X), eye(n))).toBeLessThan(c);
      expect(distance(times(X, A), eye(n))).toBeLessThan(c);
    }
  });

  test("by hand (MML example 2.4)", () => {
    const A = [
      [1, 2, 1],
      [4, 4, 5],
      [6, 7, 7],
    ];
    const want = [
      [-7, -7, 6],
      [2, 1, -1],
      [4, 5, -4],
    ];
    expect(distance(inv(A), want)).toBeLessThan(1e-13);
    expect(inv([])).toEqual([]);
    expect(inv([[4]])).toEqual([[0.25]]);
  });

  test("singular matrices and overflow", () => {
    expect(() =>
      inv([
        [1, 2],
        [2, 4],
      ]),
    ).toThrow(new LinAlgError("inv: A is singular, pivot 2 is 0 to working precision"));
    expect(() => inv([[0]])).toThrow(LinAlgError);
    expect(() => inv([[1e-310]])).toThrow(new RangeError("inv: the inverse overflows"));
  });

  test("what it rejects", () => {
    expect(() => inv([[1, 2]])).toThrow(new RangeError("inv: A must be square, got 1×2"));
    expect(() =>
      inv([
        [1, 2],
        [3, Number.NaN],
      ]),
    ).toThrow(new RangeError("inv: A must be finite, A[1][1] is NaN"));
  });
});
