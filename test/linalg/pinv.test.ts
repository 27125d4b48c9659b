import fc from "fast-check";
import { expect, test } from "vitest";
import { pinv } from "../../lib/linalg";
import {
  distance,
  EPS,
  fixture,
  flip,
  forEachEngine,
  largest,
  randomMatrix,
  times,
} from "./helpers";

forEachEngine("pinv", () => {
  test("of rank-deficient matrices, by exact rational arithmetic", () => {
    const { deficient } = fixture<{ deficient: { A: number[][]; pinv: number[][] }[] }>("systems");
    for (const { A, pinv: want } of deficient) expect(distance(pinv(A), want)).toBeLessThan(1e-14);
  });

  test("NumPy's", () => {
    const { cases } = fixture<{ cases: { A: number[][]; pinv: number[][] }[] }>("numpy_scipy");
    for (const { A, pinv: want } of cases) expect(distance(pinv(A), want)).toBeLessThan(1e-12);
  });

  test("the four conditions of Penrose, on random matrices of any rank", () => {
    const side = fc.integer({ min: 1, max: 20 });
    fc.assert(
      fc.property(side, side, side, fc.nat(), (m, n, rank, seed) => {
        const A = times(randomMatrix(m, rank, seed), randomMatrix(rank, n, seed + 1));
        const P = pinv(A);
        const c = 100 * Math.max(m, n, rank) * EPS * largest(A) * largest(P) * Math.max(m, n);
        expect(distance(times(times(A, P), A), A)).toBeLessThan(c * largest(A));
        expect(distance(times(times(P, A), P), P)).toBeLessThan(c * largest(P));
        expect(distance(flip(times(A, P)), times(A, P))).toBeLessThan(c);
        expect(distance(flip(times(P, A)), times(P, A))).toBeLessThan(c);
      }),
      { numRuns: 50 },
    );
  });

  test("empty and zero", () => {
    expect(pinv([])).toEqual([]);
    expect(pinv([[], []])).toEqual([]);
    expect(
      pinv([
        [0, 0, 0],
        [0, 0, 0],
      ]),
    ).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
  });

  test("what it rejects", () => {
    expect(() => pinv([[Infinity]])).toThrow(
      new RangeError("pinv: A must be finite, A[0][0] is Infinity"),
    );
  });
});
