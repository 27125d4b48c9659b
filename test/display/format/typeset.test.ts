import { describe, expect, test } from "vitest";
import { matrixCells } from "../../../lib/display/format/matrix";
import { matrixTex, matrixText, texNumber } from "../../../lib/display/format/typeset";
import { latex } from "../../../lib/display/latex";

const cells = (A: number[][], maxRows?: number, maxCols?: number) =>
  matrixCells(
    { m: A.length, n: A[0].length, at: (i, j) => A[i][j] },
    { digits: 4, fractions: false, maxRows, maxCols },
  );

describe("matrixText", () => {
  test("columns are aligned", () => {
    const A = [
      [1, -2.5],
      [10, 4],
    ];
    expect(matrixText(cells(A))).toBe("[  1  -2.5 ]\n[ 10   4.0 ]");
  });

  test("what is cut is dotted, in both directions", () => {
    const A = Array.from({ length: 4 }, (_, i) => [i, 2 * i, 3 * i]);
    expect(matrixText(cells(A, 2, 2))).toBe("[ 0  ⋯  0 ]\n[ ⋮  ⋮  ⋮ ]\n[ 3  ⋯  9 ]");
    expect(matrixTex(cells(A, 2, 2))).toBe(
      "\\begin{bmatrix} 0 & \\cdots & 0 \\\\ \\vdots & \\ddots & \\vdots \\\\ 3 & \\cdots & 9 \\end{bmatrix}",
    );
  });
});

describe("matrixTex", () => {
  test("entries of a column are padded to the same width", () => {
    const A = [[1], [-20], [300]];
    expect(matrixTex(cells(A))).toBe(
      "\\begin{bmatrix} \\phantom{-00}1 \\\\ \\phantom{0}{-20} \\\\ \\phantom{-}300 \\end{bmatrix}",
    );
  });

  test("powers of ten are not padded", () => {
    expect(matrixTex(cells([[1.25e-9], [-3e-8]]))).toBe(
      "\\begin{bmatrix} 1.25 \\cdot 10^{-9} \\\\ -3.00 \\cdot 10^{-8} \\end{bmatrix}",
    );
  });
});

test.each([
  ["1.5", "1.5"],
  ["-∞", "-\\infty"],
  ["NaN", "\\mathrm{NaN}"],
  ["-3/4", "-\\tfrac{3}{4}"],
  ["1.5e10", "1.5 \\cdot 10^{10}"],
  ["0.5 - 0.866i", "0.5 - 0.866\\,\\mathrm{i}"],
])("texNumber: %s", (text, tex) => {
  expect(texNumber(text)).toBe(tex);
});

test("rows of fractions stand apart", () => {
  expect(latex([[0.5], [0.25]], { fractions: true })).toBe(
    "\\begin{bmatrix} \\tfrac{1}{2} \\\\[4pt] \\tfrac{1}{4} \\end{bmatrix}",
  );
});
