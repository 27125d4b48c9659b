import { describe, expect, test } from "vitest";
import { matrixCells as cellsOf, formatComplex } from "../../../lib/display/format/matrix";

const plain = { digits: 4, fractions: false };
const grid = (m: number, n: number) =>
  Array.from({ length: m }, (_, i) => Array.from({ length: n }, (_, j) => 100 * i + j));

const matrixCells = <E extends number | { re: number; im: number }>(
  A: E[][],
  format: Parameters<typeof cellsOf>[1],
) => cellsOf({ m: A.length, n: A[0].length, at: (i, j) => A[i][j] }, format);

describe("matrixCells", () => {
  test("up to 10×10 all is shown", () => {
    const cells = matrixCells(grid(10, 10), plain);
    expect(cells.note).toBe(null);
    expect(cells.texts[9][9]).toBe("909");
  });

  test("of more, the first three and last three rows and columns", () => {
    const { texts, note } = matrixCells(grid(178, 13), plain);
    expect(note).toBe("178×13, 6 rows and 6 columns shown");
    expect(texts.map((row) => row[0])).toEqual(["0", "100", "200", "17500", "17600", "17700"]);
    expect(texts[0]).toEqual(["0", "1", "2", "10", "11", "12"]);
  });

  test("limits of the caller's", () => {
    expect(matrixCells(grid(20, 3), { ...plain, maxRows: 20 }).note).toBe(null);
    expect(matrixCells(grid(20, 3), { ...plain, maxRows: 4, maxCols: 2 }).note).toBe(
      "20×3, 4 rows and 2 columns shown",
    );
  });

  test("fractions where they are fractions", () => {
    const { texts } = matrixCells([[0.5, Math.PI, 2]], { ...plain, fractions: true });
    expect(texts).toEqual([["1/2", "3.142", "2"]]);
  });

  test("complex entries, noise left out", () => {
    const A = [
      [
        { re: 0.5, im: -0.8660254 },
        { re: 1, im: 1e-17 },
      ],
    ];
    expect(matrixCells(A, plain).texts).toEqual([["0.5 - 0.866i", "1.0"]]);
  });
});

test("complex entries over many powers of ten", () => {
  const z = (re: number, im: number) => [{ re, im }];
  expect(matrixCells([z(1e10, 0), z(1, 1e-3), z(1e-10, 1e-12)], plain).texts.flat()).toEqual([
    "1e10",
    "1e0 + 0.001i",
    "1e-10 + 1.0e-12i",
  ]);
});

test("formatComplex", () => {
  expect(formatComplex({ re: 0, im: 1 }, 4)).toBe("0 + 1i");
  expect(formatComplex({ re: 1, im: 1e-18 }, 4)).toBe("1");
  expect(formatComplex({ re: 1 / 3, im: -2 }, 3)).toBe("0.333 - 2i");
  expect(formatComplex({ re: 1e-10, im: 1e-12 }, 4)).toBe("1e-10 + 1e-12i");
  expect(formatComplex({ re: 1e-10, im: -1e-12 }, 4)).toBe("1e-10 - 1e-12i");
  expect(formatComplex({ re: Number.MAX_VALUE, im: -Number.MAX_VALUE }, 4)).toBe(
    "1.798e308 - 1.798e308i",
  );
});
