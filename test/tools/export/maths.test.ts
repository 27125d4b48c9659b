import { describe, expect, test } from "vitest";
import { renderMath } from "../../../tools/export/maths";

describe("renderMath", () => {
  test("gives HTML to see and MathML to hear", () => {
    const html = renderMath("x^2", false);
    expect(html).toContain('<math xmlns="http://www.w3.org/1998/Math/MathML">');
    expect(html).toContain('aria-hidden="true"');
    expect(html).not.toContain("katex-display");
    expect(renderMath("x^2", true)).toContain("katex-display");
  });

  test.each([
    "\\begin{align} a &= b \\\\ c &= d \\end{align}",
    "\\begin{bmatrix} 1 & 2 \\\\ 3 & 4 \\end{bmatrix}",
    "\\operatorname{tr} A",
    "\\mathfrak{L}(x, \\lambda) \\in \\mathbb{R}",
    "\\underset{x}{\\operatorname{argmin}}\\; \\lVert Ax - b \\rVert_2^2",
    "\\mathcal{N}(\\boldsymbol\\mu, \\Sigma)",
    "\\text{Zürich} \\xrightarrow{f} \\begin{cases} 1 & x > 0 \\\\ 0 & \\text{else} \\end{cases}",
  ])("typesets what the course writes: %s", (tex) => {
    expect(renderMath(tex, true)).not.toContain("katex-error");
  });

  test("says which formula does not typeset, and why", () => {
    expect(() => renderMath("\\frac{1}{", false)).toThrow(
      "the formula \\frac{1}{ does not typeset: Unexpected end of input in a macro argument, expected '}'. Mend it, or write it with what KaTeX knows",
    );
    expect(() => renderMath("\\nosuchcommand x", false)).toThrow(
      "Undefined control sequence: \\nosuchcommand",
    );
    expect(() => renderMath(`\\oops ${"x ".repeat(200)}`, false)).toThrow(/…/);
  });

  test.each([
    "\\href{https://a.example}{x}",
    "\\url{https://a.example}",
    "\\includegraphics{x.png}",
    "\\htmlClass{a}{x}",
  ])("refuses by name what would stand on the page as its own red name: %s", (tex) => {
    const name = tex.split("{")[0];
    expect(() => renderMath(tex, false)).toThrow(
      `does not typeset: ${name} is for links, images and markup, which stand beside a formula`,
    );
  });

  test("keeps what a formula defines for those that are typeset with it, and no others", () => {
    const macros = {};
    renderMath("\\gdef\\own{x+1}", false, macros);
    expect(renderMath("\\own", false, macros)).toContain("<mn>1</mn>");
    expect(() => renderMath("\\own", false)).toThrow("Undefined control sequence: \\own");
    expect(() => renderMath("\\own", false, {})).toThrow("Undefined control sequence: \\own");
  });

  test("draws nothing that could lie over the whole page", () => {
    expect(renderMath("\\rule{9000em}{9000em}", true)).not.toMatch(/style="[^"]*9\d{3}/);
  });
});
