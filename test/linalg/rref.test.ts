import fc from "fast-check";
import { expect, test } from "vitest";
import { pivotColumns, rank, rref, transpose } from "../../lib/linalg";
import { distance } from "./helpers";

test("pivots that stand below", () => {
  expect(
    rref([
      [0, 1],
      [-1, 0],
    ]),
  ).toEqual([
    [1, 0],
    [0, 1],
  ]);
  expect(
    rref([
      [0, 0, 3],
      [0, 2, 1],
      [0, 4, 2],
    ]),
  ).toEqual([
    [0, 1, 0],
    [0, 0, 1],
    [0, 0, 0],
  ]);
});

test("the book's example (MML 2.6): solvable only for a = −1", () => {
  const augmented = [
    [-2, 4, -2, -1, 4, -3],
    [4, -8, 3, -3, 1, 2],
    [1, -2, 1, -1, 1, 0],
    [1, -2, 0, -3, 4, -1],
  ];
  expect(
    distance(rref(augmented), [
      [1, -2, 0, 0, -2, 2],
      [0, 0, 1, 0, 1, -1],
      [0, 0, 0, 1, -2, 1],
      [0, 0, 0, 0, 0, 0],
    ]),
  ).toBeLessThan(1e-13);
  expect(pivotColumns(augmented)).toEqual([0, 2, 3]);
});

test("a basis from given vectors (MML 2.17)", () => {
  const columns = transpose([
    [1, 2, -1, -1, -1],
    [2, -1, 1, 2, -2],
    [3, -4, 3, 5, -3],
    [-1, 8, -5, -6, 1],
  ]);
  expect(pivotColumns(columns)).toEqual([0, 1, 3]);
});

test("of integer matrices of any rank: the form, the rank, the column relations", () => {
  const shape = fc.record({
    m: fc.integer({ min: 1, max: 6 }),
    n: fc.integer({ min: 1, max: 6 }),
    seed: fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 72, maxLength: 72 }),
    r: fc.integer({ min: 1, max: 6 }),
  });
  fc.assert(
    fc.property(shape, ({ m, n, r, seed }) => {
      const left = Array.from({ length: m }, (_, i) => seed.slice(i * r, (i + 1) * r));
      const right = Array.from({ length: r }, (_, i) => seed.slice(36 + i * n, 36 + (i + 1) * n));
      const A = left.map((row) =>
        Array.from({ length: n }, (_, j) => row.reduce((s, x, k) => s + x * right[k][j], 0)),
      );
      const R = rref(A);
      const pivots = pivotColumns(A);
      expect(pivots.length).toBe(rank(A));
      pivots.forEach((j, i) => {
        expect(R.map((row) => row[j])).toEqual(R.map((_, k) => (k === i ? 1 : 0)));
        expect(R[i].slice(0, j)).toEqual(new Array(j).fill(0));
      });
      for (const row of R.slice(pivots.length)) expect(row).toEqual(new Array(n).fill(0));
      // Column j of A is the combination of pivot columns that column j of R states.
      const back = A.map((row) =>
        Array.from({ length: n }, (_, j) => pivots.reduce((s, p, i) => s + row[p] * R[i][j], 0)),
      );
      expect(distance(back, A)).toBeLessThan(1e-9);
    }),
    { numRuns: 200 },
  );
});

test("what rounding leaves of a zero is zero, a small number is not", () => {
  expect(
    rref([
      [1, 2, 3],
      [4, 5, 6],
      [7, 8, 9],
    ])[2],
  ).toEqual([0, 0, 0]);
  expect(
    pivotColumns([
      [0.1, 0.3],
      [0.2, 0.6],
    ]),
  ).toEqual([0]);
  expect(
    pivotColumns([
      [1, 0],
      [0, 1e-200],
    ]),
  ).toEqual([0, 1]);
});

test("zero, empty, tall, and no −0", () => {
  expect(rref([])).toEqual([]);
  expect(rref([[], []])).toEqual([[], []]);
  expect(rref([[0, 0]])).toEqual([[0, 0]]);
  expect(rref([[2], [4]])).toEqual([[1], [0]]);
  expect(
    Object.is(
      rref([
        [-1, 0],
        [0, 1],
      ])[0][1],
      0,
    ),
  ).toBe(true);
});

test("what they reject", () => {
  expect(() => rref([[1], [1, 2]])).toThrow(/^rref: A must have rows of equal length/);
  expect(() => pivotColumns([[Number.NaN]])).toThrow(
    new RangeError("pivotColumns: A must be finite, A[0][0] is NaN"),
  );
});
