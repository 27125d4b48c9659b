import { describe, expect, test } from "vitest";
import { writeMath } from "../../../lib/display/format/math";

const plain = { digits: 4, fractions: false };

describe("writeMath", () => {
  test("numbers", () => {
    expect(writeMath(0.36198, { ...plain, digits: 3 })?.text).toBe("0.362");
    expect(writeMath(0.75, { ...plain, fractions: true })).toEqual({
      tex: "\\tfrac{3}{4}",
      text: "3/4",
      note: null,
    });
    expect(writeMath(0, { ...plain, fractions: true })?.text).toBe("0");
    expect(writeMath({ re: 1, im: -1 }, plain)?.tex).toBe("1 - 1\\,\\mathrm{i}");
  });

  test("vectors stand up to six entries and lie above", () => {
    expect(writeMath([1, 2], plain)?.text).toBe("[ 1 ]\n[ 2 ]");
    expect(writeMath([1, 2, 3, 4, 5, 6, 7], plain)?.text).toBe("[ 1  2  3  4  5  6  7 ]ᵀ");
    expect(writeMath([1, 2, 3, 4, 5, 6, 7], plain)?.tex).toContain("\\end{bmatrix}^\\top");
  });

  test("the entries of a lying vector share their decimals", () => {
    expect(writeMath([0.5, 1, 2, 3, 4, 5, -6.25], plain)?.text).toBe(
      "[ 0.50  1.00  2.00  3.00  4.00  5.00  -6.25 ]ᵀ",
    );
  });

  test("long vectors are cut with a count", () => {
    const x = Array.from({ length: 100 }, (_, i) => i);
    expect(writeMath(x, plain)).toMatchObject({
      text: "[ 0  1  2  ⋯  97  98  99 ]ᵀ",
      note: "100 entries, 6 shown",
    });
    expect(writeMath(x, { ...plain, maxRows: 4 })?.text).toBe("[ 0  1  ⋯  98  99 ]ᵀ");
    expect(writeMath(x, { ...plain, maxCols: 4 })?.text).toBe("[ 0  1  ⋯  98  99 ]ᵀ");
  });

  test("complex vectors and matrices", () => {
    const z = [
      { re: 0, im: 1 },
      { re: 0, im: -1 },
    ];
    expect(writeMath(z, plain)?.text).toBe("[ 0 + 1i ]\n[ 0 - 1i ]");
    expect(writeMath([z, z], plain)?.text).toBe("[ 0 + 1i  0 - 1i ]\n[ 0 + 1i  0 - 1i ]");
  });

  test("anything else is no mathematics", () => {
    for (const value of ["x", true, null, undefined, [], [[]], [[1], [2, 3]], [1, "2"], {}]) {
      expect(writeMath(value, plain)).toBe(null);
    }
  });
});
