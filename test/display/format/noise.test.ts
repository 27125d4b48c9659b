import { describe, expect, test } from "vitest";
import { rng } from "../../../lib/core";
import { DOUBLE_NOISE, SINGLE_NOISE, withoutNoise } from "../../../lib/display/format/noise";
import { matmul, qr, svd, transpose } from "../../../lib/linalg";

const clean = (A: number[][]) => withoutNoise(A, DOUBLE_NOISE);
const column = (...x: number[]) => clean(x.map((v) => [v])).map(([v]) => v);

describe("what is noise", () => {
  test("beside large entries in row and column, however small", () => {
    expect(
      clean([
        [1, 1e-17],
        [-3e-16, 1],
      ]),
    ).toEqual([
      [1, 0],
      [0, 1],
    ]);
    expect(
      clean([
        [1, 1e-33, 2],
        [5e-14, 1, 3],
      ]),
    ).toEqual([
      [1, 0, 2],
      [0, 1, 3],
    ]);
  });

  test("of the size of rounding errors of the largest", () => {
    expect(column(1, 2e-16, -1e-17, 5e-15)).toEqual([1, 0, 0, 0]);
    expect(
      clean([
        [1, 1e-17],
        [2, 3e-17],
      ]),
    ).toEqual([
      [1, 0],
      [2, 0],
    ]);
    expect(
      clean([
        [5, 0],
        [0, 3e-16],
      ]),
    ).toEqual([
      [5, 0],
      [0, 0],
    ]);
  });

  test("what an orthogonal matrix leaves of the unit matrix", () => {
    const A = rng(3).normal(0, 1, 36);
    const { Q } = qr(Array.from({ length: 6 }, (_, i) => A.slice(6 * i, 6 * i + 6)));
    const I = clean(matmul(transpose(Q), Q));
    I.forEach((row, i) => {
      expect(row[i]).toBeCloseTo(1, 12);
      expect(row.filter((v) => v === 0)).toHaveLength(5);
    });
  });

  test("float32 carries seven digits", () => {
    expect(withoutNoise([[1], [3e-8], [2e-6], [1e-12]], SINGLE_NOISE)).toEqual([
      [1],
      [0],
      [2e-6],
      [1e-12],
    ]);
  });
});

describe("what is data", () => {
  test("a spectrum over many powers of ten", () => {
    for (const x of [
      [1e10, 1, 1e-10],
      [1, 1e-10],
      [1, 1e-13],
      [1e5, 1e-20, 1e-100],
      [1e300, 1e-300],
    ]) {
      expect(column(...x)).toEqual(x);
      expect(clean([x])).toEqual([x]);
    }
  });

  test("such a spectrum on the diagonal, and as svd finds it", () => {
    const A = [
      [1e10, 0, 0],
      [0, 1, 0],
      [0, 0, 1e-10],
    ];
    expect(clean(A)).toEqual(A);
    const { s } = svd(A);
    expect(column(...s)).toEqual(s);
  });

  test("a column in another unit", () => {
    const A = [
      [1e10, 1e-10],
      [2e10, 3e-10],
    ];
    expect(clean(A)).toEqual(A);
    expect(clean(transpose(A))).toEqual(transpose(A));
  });

  test("all small, not finite, zero, empty", () => {
    expect(column(1e-17, 3e-17)).toEqual([1e-17, 3e-17]);
    expect(column(1e-17, Infinity, Number.NaN)).toEqual([1e-17, Infinity, Number.NaN]);
    expect(column(0, -0)).toEqual([0, -0]);
    expect(clean([])).toEqual([]);
    expect(clean([[], []])).toEqual([[], []]);
    expect(column(5e-324, Number.MAX_VALUE)).toEqual([5e-324, Number.MAX_VALUE]);
  });
});
