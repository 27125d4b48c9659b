import { describe, expect, test } from "vitest";
import { formulaText } from "../../../tools/export/formulaText";

describe("formulaText", () => {
  test.each([
    ["x^2", "x²"],
    ["R^2", "R²"],
    ["A^\\top A x = A^\\top b", "AᵀAx = Aᵀb"],
    ["\\Sigma^{-1}", "Σ⁻¹"],
    ["x_{ij}", "xᵢⱼ"],
    ["\\sum_{i=1}^n x_i", "∑ᵢ₌₁ⁿxᵢ"],
    ["\\frac{1}{n}", "1/n"],
    ["\\frac{a+b}{2\\sigma^2}", "(a + b)/(2σ²)"],
    ["\\sqrt{x+1}", "√(x + 1)"],
    ["\\nabla f(x) = 0", "∇f(x) = 0"],
    ["\\mathbb{R}^n", "ℝⁿ"],
    ["\\hat\\theta", "θ̂"],
    ["e^{-\\lambda t}", "e^(−λt)"],
    ["p(x \\mid \\theta)", "p(x ∣ θ)"],
    ["-x - 1", "−x − 1"],
    ["\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}", "(1 2; 3 4)"],
    ["\\operatorname{tr}(A)", "tr(A)"],
    ["\\log x", "log x"],
    ["\\mathcal N(\\mu, \\sigma^2)", "N(μ, σ²)"],
    ["a < b", "a < b"],
    ["\\text{where } x \\ne 0", "where x ≠ 0"],
  ])("%s", (tex, text) => {
    expect(formulaText(tex, false).normalize("NFC")).toBe(text.normalize("NFC"));
  });

  test("stands as a gap where the formula does not typeset", () => {
    expect(formulaText("\\frac{1}{", false)).toBe("…");
  });
});
