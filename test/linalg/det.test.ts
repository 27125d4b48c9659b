import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { det, matmul, slogdet, trace } from "../../lib/linalg";
import { EPS, fixture, forEachEngine, randomMatrix } from "./helpers";

interface Determinant {
  name: string;
  A: number[][];
  sign: number;
  log: number | null;
  det: number | null;
}

/** By how much a relative change of the entries moves the determinant: the condition number, roughly. */
const CONDITION: Record<string, number> = {
  "hilbert 5": 1e6,
  "hilbert 12": 1e17,
  "badly scaled": 1e9,
  "frank 8": 1e6,
};

forEachEngine("determinants", () => {
  describe("by mpmath", () => {
    for (const { name, A, sign, log, det: want } of fixture<{ determinants: Determinant[] }>(
      "systems",
    ).determinants) {
      test(name, () => {
        const tolerance = Math.min(4 * A.length ** 2 * EPS * (CONDITION[name] ?? 20), 0.5);
        const got = slogdet(A);
        expect(got.sign).toBe(sign);
        if (log === null) expect(got.logabsdet).toBe(-Infinity);
        else
          expect(Math.abs(got.logabsdet - log)).toBeLessThan(tolerance + 2 * EPS * Math.abs(log));
        if (want === null) expect(Math.abs(det(A))).toBe(Infinity);
        else expect(Math.abs(det(A) - want)).toBeLessThanOrEqual(tolerance * Math.abs(want));
      });
    }
  });

  test("det(A·B) = det A · det B", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.nat(), (n, seed) => {
        const A = randomMatrix(n, n, seed);
        const B = randomMatrix(n, n, seed + 1);
        const [product, factors] = [det(matmul(A, B)), det(A) * det(B)];
        expect(Math.abs(product - factors)).toBeLessThan(1e-9 * Math.abs(factors));
      }),
      { numRuns: 40 },
    );
  });

  test("neither overflow nor underflow on the way", () => {
    const d = (x: number[]) => det(x.map((v, i) => x.map((_, j) => (i === j ? v : 0))));
    expect(d([1e-300, 1e-300, 1e300, 1e300]) / 1).toBeCloseTo(1, 12);
    expect(d([1e300, 1e300, 1e-300, 1e-300, -2])).toBeCloseTo(-2, 12);
    expect(d([1e300, 1e300])).toBe(Infinity);
    expect(d([1e-300, 1e-300])).toBe(0);
    expect(d([5e-324, 2 ** 1000, 2])).toBe(2 ** -73);
    expect(d(new Array(400).fill(10))).toBe(Infinity);
    expect(d(new Array(300).fill(10)) / 1e300).toBeCloseTo(1, 12);
  });

  test("by hand (MML 4.1)", () => {
    expect(
      det([
        [0, 1],
        [1, 0],
      ]),
    ).toBe(-1);
    expect(
      det([
        [1, 2, 3],
        [3, 1, 2],
        [0, 0, 1],
      ]),
    ).toBeCloseTo(-5, 14);
    expect(
      det([
        [1, 2],
        [2, 4],
      ]),
    ).toBe(0);
    expect(det([])).toBe(1);
    expect(det([[-3]])).toBe(-3);
    expect(slogdet([])).toEqual({ sign: 1, logabsdet: 0 });
    expect(
      slogdet([
        [1, 1],
        [1, 1],
      ]),
    ).toEqual({ sign: 0, logabsdet: -Infinity });
  });

  test("what they reject", () => {
    expect(() => det([[1, 2, 3]])).toThrow(new RangeError("det: A must be square, got 1×3"));
    expect(() => slogdet([[1, 2, 3]])).toThrow(
      new RangeError("slogdet: A must be square, got 1×3"),
    );
    expect(() => trace([[1, 2, 3]])).toThrow(new RangeError("trace: A must be square, got 1×3"));
    expect(() => det([[Number.NaN]])).toThrow(
      new RangeError("det: A must be finite, A[0][0] is NaN"),
    );
  });
});

test("trace", () => {
  expect(
    trace([
      [1, 2],
      [3, 4],
    ]),
  ).toBe(5);
  expect(trace([])).toBe(0);
});
