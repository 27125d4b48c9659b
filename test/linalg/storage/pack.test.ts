import { describe, expect, test } from "vitest";
import { packColumns, packRightHandSide, packRows } from "../../../lib/linalg/storage/pack";
import { unpackColumns, unpackRows } from "../../../lib/linalg/storage/unpack";
import { flip, randomMatrix } from "../helpers";

describe("packing and unpacking are inverse, whatever the shape", () => {
  for (const [m, n] of [
    [1, 1],
    [3, 4],
    [4, 3],
    [5, 9],
    [8, 8],
    [11, 6],
  ]) {
    test(`${m}×${n}`, () => {
      const A = randomMatrix(m, n);
      const rows = packRows("f", "A", A);
      expect([rows.m, rows.n]).toEqual([m, n]);
      expect(Array.from(rows.a.subarray(0, m * n))).toEqual(A.flat());
      expect(unpackRows(rows.a, m, n)).toEqual(A);
      const columns = packColumns("f", "A", A);
      expect(Array.from(columns.a.subarray(0, m * n))).toEqual(flip(A).flat());
      expect(unpackColumns(columns.a, m, n)).toEqual(A);
    });
  }
});

test("rows of integers, of doubles, with holes filled later, frozen", () => {
  const holey = new Array<number>(5);
  for (let j = 0; j < 5; j++) holey[j] = j + 0.5;
  const A = [[1, 2, 3, 4, 5], [0.5, 1.5, 2.5, 3.5, 4.5], holey, Object.freeze([5, 4, 3, 2, 1])];
  expect(unpackRows(packRows("f", "A", A).a, 4, 5)).toEqual(A);
});

describe("whatever is wrong is found, wherever it stands", () => {
  const bad: [unknown, string][] = [
    [Number.NaN, "must be finite"],
    [Infinity, "must be finite"],
    [-Infinity, "must be finite"],
    ["1", "must hold numbers"],
    [null, "must hold numbers"],
    [undefined, "must hold numbers"],
    [true, "must hold numbers"],
    [1n, "must hold numbers"],
  ];
  for (const pack of [packRows, packColumns]) {
    for (const [value, text] of bad) {
      test(`${pack.name}: ${String(value)}`, () => {
        for (let i = 0; i < 6; i++) {
          for (let j = 0; j < 6; j++) {
            const A = randomMatrix(6, 6);
            (A[i] as unknown[])[j] = value;
            const kind = text === "must be finite" ? RangeError : TypeError;
            expect(() => pack("f", "A", A)).toThrow(kind);
            expect(() => pack("f", "A", A)).toThrow(`f: A ${text}, A[${i}][${j}] is`);
          }
        }
      });
    }

    test(`${pack.name}: ragged rows, holes, no rows`, () => {
      for (let i = 1; i < 6; i++) {
        const A = randomMatrix(6, 6);
        A[i].pop();
        expect(() => pack("f", "A", A)).toThrow("f: A must have rows of equal length");
      }
      const hole = randomMatrix(6, 6);
      delete hole[3][2];
      expect(() => pack("f", "A", hole)).toThrow("f: A must hold numbers, A[3][2] is undefined");
      expect(() => pack("f", "A", [1, 2] as never)).toThrow("A[0] is 1");
      expect(() => pack("f", "A", "abc" as never)).toThrow("must be a matrix (number[][])");
      expect(() => pack("f", "A", [[1, 2]], { square: true })).toThrow("must be square, got 1×2");
      expect(() => pack("f", "A", [[1, 2]], { rows: 3 })).toThrow("must have 3 rows, got 1×2");
    });
  }

  test("largest numbers do not count as infinite", () => {
    const top = Number.MAX_VALUE;
    const A = [new Array(9).fill(top), new Array(9).fill(-top)];
    expect(unpackRows(packRows("f", "A", A).a, 2, 9)).toEqual(A);
  });
});

test("right-hand sides", () => {
  expect(packRightHandSide("f", [1, 2], 2)).toMatchObject({ r: 1, isVector: true });
  const { b, r, isVector } = packRightHandSide(
    "f",
    [
      [1, 2],
      [3, 4],
    ],
    2,
  );
  expect([Array.from(b.subarray(0, 4)), r, isVector]).toEqual([[1, 3, 2, 4], 2, false]);
});
