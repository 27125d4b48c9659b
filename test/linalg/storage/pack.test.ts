import { describe, expect, test } from "vitest";
import {
  fromRows,
  packRightHandSide,
  pack as packRows,
  packTransposed,
} from "../../../lib/linalg/storage/pack";
import { unpack, unpackTransposed } from "../../../lib/linalg/storage/unpack";
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
      expect([rows.rows, rows.cols]).toEqual([m, n]);
      expect(Array.from(rows.data)).toEqual(A.flat());
      expect(unpack(rows)).toEqual(A);
      expect(fromRows(A)).toEqual(rows);
      const columns = packTransposed("f", "A", A);
      expect([columns.rows, columns.cols]).toEqual([n, m]);
      expect(Array.from(columns.data)).toEqual(flip(A).flat());
      expect(unpackTransposed(columns)).toEqual(A);
    });
  }
});

test("rows of integers, of doubles, with holes filled later, frozen", () => {
  const holey = new Array<number>(5);
  for (let j = 0; j < 5; j++) holey[j] = j + 0.5;
  const A = [[1, 2, 3, 4, 5], [0.5, 1.5, 2.5, 3.5, 4.5], holey, Object.freeze([5, 4, 3, 2, 1])];
  expect(unpack(packRows("f", "A", A))).toEqual(A);
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
  for (const pack of [packRows, packTransposed]) {
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
      expect(() => pack("f", "A", [[1, 2]], { cols: 3, colsOf: "entries of x" })).toThrow(
        new RangeError("f: A must have 3 columns (entries of x), got 1×2"),
      );
      expect(() => pack("f", "A", [], { minRows: 1 })).toThrow("at least 1 row, got 0×0");
    });
  }

  test("largest numbers do not count as infinite", () => {
    const top = Number.MAX_VALUE;
    const A = [new Array(9).fill(top), new Array(9).fill(-top)];
    expect(unpack(packRows("f", "A", A))).toEqual(A);
  });
});

test("a rule may let infinities and NaN through, but nothing that is not a number", () => {
  const A = [[Number.NaN, Infinity, 1, -Infinity, 2]];
  const rule = { allowNonFinite: true };
  expect(unpack(packRows("f", "A", A, rule))).toEqual(A);
  expect(unpackTransposed(packTransposed("f", "A", A, rule))).toEqual(A);
  expect(() => packRows("f", "A", [["1"]] as never, rule)).toThrow("must hold numbers");
});

test("right-hand sides", () => {
  const vector = packRightHandSide("f", [1, 2], 2);
  expect([vector.isVector, unpack(vector.B)]).toEqual([true, [[1, 2]]]);
  const matrix = packRightHandSide(
    "f",
    [
      [1, 2],
      [3, 4],
    ],
    2,
  );
  expect([matrix.isVector, unpackTransposed(matrix.B)]).toEqual([
    false,
    [
      [1, 2],
      [3, 4],
    ],
  ]);
});
