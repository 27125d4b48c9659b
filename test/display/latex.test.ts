import { describe, expect, test } from "vitest";
import { Latex, latex } from "../../lib/display/latex";

describe("latex as a function", () => {
  test("numbers, vectors, matrices, complex ones", () => {
    expect(latex(2)).toBe("2");
    expect(latex([1, 2])).toBe("\\begin{bmatrix} 1 \\\\ 2 \\end{bmatrix}");
    expect(latex({ re: 0, im: 1 })).toBe("0 + 1\\,\\mathrm{i}");
    expect(latex([[1 / 3]], { fractions: true })).toBe(
      "\\begin{bmatrix} \\tfrac{1}{3} \\end{bmatrix}",
    );
    expect(latex([0.123456], { digits: 2 })).toBe("\\begin{bmatrix} 0.12 \\end{bmatrix}");
  });

  test("what is cut says so", () => {
    const x = Array.from({ length: 50 }, (_, i) => i);
    expect(latex(x)).toContain("{\\scriptstyle\\text{(50 entries, 6 shown)}}");
  });

  test("refuses what is no mathematics, and unknown options", () => {
    expect(() => latex(null as never)).toThrow(
      "latex: value must be a number, vector or matrix (real or complex), got null",
    );
    expect(() => latex([[1], [2, 3]])).toThrow(TypeError);
    expect(() => latex(1, { digit: 3 } as never)).toThrow('latex: options has no "digit"');
    expect(() => latex(1, { digits: 99 })).toThrow("digits must be an integer in [1, 17], got 99");
    expect(() => latex(1, 3 as never)).toThrow("latex: options must be an object, got 3");
  });
});

describe("latex as a tag", () => {
  test("puts values in and leaves backslashes alone", () => {
    const formula = latex`\det ${[[1, 2]]} = ${-2}`;
    expect(formula).toBeInstanceOf(Latex);
    expect(formula.tex).toBe("\\det \\begin{bmatrix} 1 & 2 \\end{bmatrix} = -2");
  });

  test("words are LaTeX, formulas nest", () => {
    const lambda = latex`\lambda_1`;
    expect(latex`${lambda} ${"\\geq"} ${0.5}`.tex).toBe("\\lambda_1 \\geq 0.5");
    expect(`${lambda}`).toBe("\\lambda_1");
  });
});
