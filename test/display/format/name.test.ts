import { expect, test } from "vitest";
import { texName, texText, textWithName } from "../../../lib/display/format/name";

test.each([
  ["A", "A"],
  ["x1", "x_{1}"],
  ["x_k", "x_{k}"],
  ["lambda", "\\lambda"],
  ["sigma2", "\\sigma_{2}"],
  ["Vt", "V^\\top"],
  ["mean", "\\mathrm{mean}"],
  ["x_hat", "x_{\\mathrm{hat}}"],
  ["ratio_of_two", "\\mathrm{ratio}_{\\mathrm{of\\_two}}"],
  ["A^{-1}", "A^{-1}"],
  ["\\hat{x}", "\\hat{x}"],
  ["share of PC1", "\\text{share of PC1}"],
  ["50 % & more", "\\text{50 \\% \\& more}"],
  ["_x", "\\text{\\_x}"],
  ["sum", "\\mathrm{sum}"],
  ["λ", "\\lambda "],
  ["λ₁", "\\lambda _{1}"],
  ["QᵀQ", "Q^{\\top}Q"],
  ["A⁻¹", "A^{-1}"],
  ["‖x̂ − x‖²", "\\|\\hat{x}\\ -\\ x\\|^{2}"],
  ["f(x, y)", "f(x,\\ y)"],
  ["share of λ₁", "\\text{share of }\\lambda _{1}"],
  ["Größe", "\\text{Größe}"],
  ["5 % → 10 %", "5\\ \\%\\ \\to \\ 10\\ \\%"],
])("texName: %s", (name, tex) => {
  expect(texName(name)).toBe(tex);
});

test("texText escapes what LaTeX takes as commands", () => {
  expect(texText("a_b $c$ {d} #e \\f ~g")).toBe("a\\_b \\$c\\$ \\{d\\} \\#e \\backslash f  g");
});

test("the name stands before the middle line", () => {
  expect(textWithName("A", "1")).toBe("A = 1");
  expect(textWithName("A", "1\n2\n3")).toBe("    1\nA = 2\n    3");
  expect(textWithName(undefined, "1")).toBe("1");
});
