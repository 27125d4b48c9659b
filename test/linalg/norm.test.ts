import { describe, expect, test } from "vitest";
import { norm } from "../../lib/linalg";
import { EPS, fixture, forEachEngine, randomMatrix } from "./helpers";

interface Norms {
  name: string;
  A: number[][];
  fro: number;
  "1": number;
  "2": number;
  inf: number;
  nuc: number;
}

forEachEngine("matrix norms by mpmath", () => {
  for (const want of fixture<{ norms: Norms[] }>("systems").norms) {
    test(want.name, () => {
      const close = (got: number, value: number) =>
        expect(Math.abs(got - value)).toBeLessThanOrEqual(20 * EPS * want.nuc);
      close(norm(want.A), want.fro);
      close(norm(want.A, "fro"), want.fro);
      close(norm(want.A, 1), want[1]);
      close(norm(want.A, 2), want[2]);
      close(norm(want.A, Infinity), want.inf);
      close(norm(want.A, "nuc"), want.nuc);
    });
  }

  test("inequalities between them", () => {
    const A = randomMatrix(7, 5, 3);
    expect(norm(A, 2)).toBeLessThanOrEqual(norm(A));
    expect(norm(A)).toBeLessThanOrEqual(norm(A, "nuc"));
    expect(norm(A, 2) ** 2).toBeLessThanOrEqual(norm(A, 1) * norm(A, Infinity));
  });
});

describe("vector norms", () => {
  test("by hand", () => {
    const x = [3, -4, 0];
    expect(norm(x)).toBe(5);
    expect(norm(x, 2)).toBe(5);
    expect(norm(x, 1)).toBe(7);
    expect(norm(x, Infinity)).toBe(4);
    expect(norm(x, 0)).toBe(2);
    expect(norm(x, 3)).toBeCloseTo(91 ** (1 / 3), 14);
    expect(norm(x, 0.5)).toBeCloseTo((Math.sqrt(3) + 2) ** 2, 13);
    expect(norm([])).toBe(0);
  });

  test("neither overflow nor underflow on the way", () => {
    expect(norm([3e200, 4e200]) / 1e200).toBeCloseTo(5, 14);
    expect(norm([3e-200, 4e-200]) / 1e-200).toBeCloseTo(5, 14);
    expect(norm([3e-200, 4e-200], 3) / 1e-200).toBeCloseTo(91 ** (1 / 3), 13);
    expect(norm([[3e200], [4e200]]) / 1e200).toBeCloseTo(5, 14);
    expect(norm([0, 0])).toBe(0);
    expect(norm([5e-324])).toBe(5e-324);
    expect(norm([[1e308, 1e308]])).toBe(norm([1e308, 1e308]));
  });

  test("a norm beyond the doubles is infinite", () => {
    const M = Number.MAX_VALUE;
    expect(norm([M, M])).toBe(Infinity);
    expect(norm([[M, M]])).toBe(Infinity);
    expect(norm([[M], [M]])).toBe(Infinity);
  });

  test("what it rejects", () => {
    expect(() => norm([1], "fro")).toThrow(
      new RangeError('norm: ord must be a number for a vector, got "fro" (string)'),
    );
    expect(() => norm([1], -1)).toThrow(new RangeError("norm: ord must be a number ≥ 0, got -1"));
    expect(() => norm([[1]], 3)).toThrow(
      new RangeError('norm: ord must be 1, 2, Infinity, "fro" or "nuc" for a matrix, got 3'),
    );
    expect(() => norm(3 as never)).toThrow(
      new TypeError("norm: X must be a vector or a matrix, got 3"),
    );
    expect(() => norm([1, Number.NaN])).toThrow(
      new RangeError("norm: X must be finite, X[1] is NaN"),
    );
    expect(() => norm([[1], [2, 3]])).toThrow(RangeError);
  });
});
