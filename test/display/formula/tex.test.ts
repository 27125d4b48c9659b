import katex from "katex";
import { expect, test } from "vitest";
import { engine } from "../../../lib/display/formula/engine";
import { pieceOf } from "../../../lib/display/formula/tex";

test.each([
  ["-(x - mu)^2 / (2 sigma^2)", "-\\frac{(x - \\mu)^{2}}{2 \\sigma^{2}}"],
  ["a - (b - c)", "a - (b - c)"],
  ["a - (b + c) d", "a - (b + c) d"],
  ["a + (-b)", "a + (-b)"],
  ["-1/2 * x' A x", "-\\tfrac{1}{2} x^\\top A x"],
  ["a * (-b)", "a (-b)"],
  ["2 * 3", "2 \\cdot 3"],
  ["(a / b)^2", "\\left(\\frac{a}{b}\\right)^{2}"],
  ["x^(n / 2)", "x^{n/2}"],
  ["exp(-x)", "e^{-x}"],
  ["exp(-x / 2)", "\\exp\\left(-\\frac{x}{2}\\right)"],
  ["inv(A + B)", "(A + B)^{-1}"],
  ["inv(A)'", "(A^{-1})^\\top"],
  ["A^-1 b", "A^{-1} b"],
  ['norm(A, "fro")', "\\lVert A \\rVert_F"],
  ["norm(x, 1)", "\\lVert x \\rVert_{1}"],
  ["norm(x, Infinity)", "\\lVert x \\rVert_{\\infty}"],
  ["sum(i, 1, n, x[i]^2)", "\\sum_{i=1}^{n} x_{i}^{2}"],
  ["prod(k, 0, Infinity, p[k])", "\\prod_{k=0}^{\\infty} p_{k}"],
  ["sum(i, 1, n, a[i] + b)", "\\sum_{i=1}^{n} (a_{i} + b)"],
  ["A[i, j]", "A_{i,j}"],
  ["binom(n, k) / k!", "\\frac{\\binom{n}{k}}{k!}"],
  ["(n - 1)!", "(n - 1)!"],
  ["beta_hat + x_bar", "\\hat{\\beta} + \\bar{x}"],
  ["Sigma_1 mu_prior", "\\Sigma_{1} \\mu_{\\mathrm{prior}}"],
  ["Sigma_ab", "\\Sigma_{ab}"],
  ["E(X^2) - E(X)^2", "\\mathbb E[X^{2}] - \\mathbb E[X]^{2}"],
  ["P(A | B)", "P(A \\mid B)"],
  ["P(X == k)", "P(X = k)"],
  ["x .* y", "x \\odot y"],
  ["kron(A, B)", "A \\otimes B"],
  ["log(x)^2", "(\\log x)^{2}"],
  ["trace(A B)", "\\operatorname{tr}(A B)"],
  ["[a, b; c, d]", "\\begin{bmatrix} a & b \\\\ c & d \\end{bmatrix}"],
  ["x > 0 ? x : -x", "\\begin{cases} x & x > 0 \\\\ -x & \\text{otherwise} \\end{cases}"],
  ["(i == j) - p", "[i = j] - p"],
  ["2 k!", "2 k!"],
  ["gamma(a + 1/2)", "\\Gamma\\left(a + \\tfrac{1}{2}\\right)"],
  ["x^(k / 2 - 1)", "x^{k/2 - 1}"],
  ["x^(-(n + 1) / 2)", "x^{-(n + 1)/2}"],
])("%s is set as %s", (expression, wanted) => {
  const { tex } = pieceOf(engine().parse(expression));
  expect(tex).toBe(wanted);
  expect(() => katex.renderToString(tex)).not.toThrow();
});
