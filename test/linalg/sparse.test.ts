import { describe, expect, test } from "vitest";
import { matvec, sparse } from "../../lib/linalg";
import { distance, fixture, flip, randomMatrix } from "./helpers";

interface Fixture {
  compressed: {
    shape: [number, number];
    row: number[];
    col: number[];
    data: number[];
    indptr: number[];
    indices: number[];
    values: number[];
    x: number[];
    product: number[];
  };
}
const { compressed: want } = fixture<Fixture>("iterative");

/** A random matrix with most entries zero. */
function sparsely(m: number, n: number, seed: number): number[][] {
  return randomMatrix(m, n, seed).map((row) => row.map((x) => (Math.abs(x) > 1 ? x : 0)));
}

describe("by SciPy: entries in any order, some given twice", () => {
  const { shape, row, col, data } = want;
  const forms = {
    "three arrays": sparse({ row, col, data }, { shape }),
    "typed arrays": sparse(
      { row: Int32Array.from(row), col: Uint16Array.from(col), data: Float64Array.from(data) },
      { shape },
    ),
    triples: sparse(
      row.map((i, k) => [i, col[k], data[k]]),
      { shape },
    ),
  };
  for (const [name, A] of Object.entries(forms)) {
    test(name, () => {
      expect([A.rows, A.cols, A.nnz]).toEqual([...shape, want.values.length]);
      expect(Array.from(A.indptr)).toEqual(want.indptr);
      expect(Array.from(A.indices)).toEqual(want.indices);
      expect(distance(Array.from(A.data), want.values)).toBeLessThan(1e-15);
      expect(distance(A.matvec(want.x), want.product)).toBeLessThan(1e-14);
    });
  }
});

test("there and back, transposes and products, with empty rows and columns", () => {
  for (const [m, n] of [
    [1, 1],
    [7, 3],
    [3, 7],
    [20, 20],
  ]) {
    const M = sparsely(m, n, m + n);
    M[0].fill(0);
    const A = sparse(M);
    expect(A.toDense()).toEqual(M);
    expect(A.nnz).toBe(M.flat().filter((x) => x !== 0).length);
    expect(A.transpose().toDense()).toEqual(flip(M));
    expect(A.transpose().transpose()).toEqual(A);
    const [x] = randomMatrix(1, n, 5);
    expect(distance(A.matvec(x), matvec(M, x))).toBeLessThan(1e-14);
    expect(Array.from(A.diagonal())).toEqual(
      Array.from({ length: Math.min(m, n) }, (_, i) => M[i][i]),
    );
  }
});

test("nothing at all", () => {
  expect(sparse([])).toMatchObject({ rows: 0, cols: 0, nnz: 0 });
  expect(sparse([], { shape: [2, 3] }).toDense()).toEqual([
    [0, 0, 0],
    [0, 0, 0],
  ]);
  expect(sparse([], { shape: [0, 3] }).matvec([1, 2, 3])).toEqual([]);
  expect(sparse([[], []]).matvec([])).toEqual([0, 0]);
});

test("a zero that is given is stored, a zero of a matrix is not", () => {
  expect(sparse([[0, 0, 0]], { shape: [1, 1] }).nnz).toBe(1);
  expect(sparse([[0]]).nnz).toBe(0);
});

test("a million entries in a matrix that would be far too large otherwise", () => {
  const n = 10 ** 6;
  const row = new Int32Array(n).map((_, k) => (k * 7919) % n);
  const col = new Int32Array(n).map((_, k) => (k * 104729) % n);
  const A = sparse({ row, col, data: new Float64Array(n).fill(2) }, { shape: [n, n] });
  // A permutation, as 7919 and 104729 are prime to n: rows and columns have one entry each.
  expect(A.matvec(new Array(n).fill(1)).every((y) => y === 2)).toBe(true);
  expect(
    A.transpose()
      .matvec(new Array(n).fill(1))
      .every((y) => y === 2),
  ).toBe(true);
});

test("what it rejects", () => {
  const shape = [2, 2] as const;
  const cases: [() => unknown, Error][] = [
    [
      () => sparse([[2, 0, 1]], { shape }),
      new RangeError("sparse: row[0] must be an integer in [0, 1], got 2"),
    ],
    [
      () => sparse([[0, -1, 1]], { shape }),
      new RangeError("sparse: col[0] must be an integer in [0, 1], got -1"),
    ],
    [
      () => sparse([[0, 0.5, 1]], { shape }),
      new RangeError("sparse: col[0] must be an integer in [0, 1], got 0.5"),
    ],
    [
      () => sparse([[0, 0, Number.NaN]], { shape }),
      new RangeError("sparse: data[0] must be a finite number, got NaN"),
    ],
    [
      () => sparse([[0, 0, "1"]] as never, { shape }),
      new TypeError('sparse: data[0] must be a finite number, got "1" (string)'),
    ],
    [
      () => sparse([["0", 0, 1]] as never, { shape }),
      new TypeError('sparse: row[0] must be an integer in [0, 1], got "0" (string)'),
    ],
    [
      () => sparse([[0, 0]], { shape }),
      new TypeError(
        "sparse: entries must be triples [i, j, value], entry 0 is an array of length 2",
      ),
    ],
    [
      () => sparse({ row: [0], col: [0, 1], data: [1] }, { shape }),
      new RangeError("sparse: col must have length 1 (length of row), got 2"),
    ],
    [
      () => sparse({ row: [0], col: [0] } as never, { shape }),
      new TypeError("sparse: data must be an array of numbers, got undefined"),
    ],
    [
      () => sparse([[1, 2], [3]]),
      new RangeError("sparse: A must have rows of equal length, row 0 has 2 and row 1 has 1"),
    ],
    [
      () => sparse([], { shape: [2] } as never),
      new TypeError("sparse: shape must be [rows, columns], got an array of length 1"),
    ],
    [
      () => sparse([], { shape: [-1, 2] }),
      new RangeError("sparse: shape[0] must be an integer in [0, 2147483647], got -1"),
    ],
    [
      () => sparse("A" as never, { shape }),
      new TypeError('sparse: entries must be triples or { row, col, data }, got "A" (string)'),
    ],
    [
      () => sparse([], { size: [1, 1] } as never),
      new RangeError('sparse: options has no "size"; known: shape'),
    ],
    [
      () => sparse([[1, 2]]).matvec([1]),
      new RangeError("matvec: x must have length 2 (columns of A), got 1"),
    ],
    [
      () =>
        sparse(
          [
            [0, 0, 1e308],
            [0, 0, 1e308],
          ],
          { shape },
        ),
      new RangeError("sparse: a sum of entries given twice overflows"),
    ],
  ];
  for (const [f, error] of cases) expect(f).toThrow(error);
});
