/** LaTeX as MathJax has it in the words of KaTeX, the numbers of equations and what refers to them. */
import * as cheerio from "cheerio";
import { describe, expect, test } from "vitest";
import { VENV } from "../../../tools/common/project";
import { convert } from "../../../tools/export/convert";
import { makeFragment } from "../../../tools/export/fragment";
import { code, display, md, notebookText, pages } from "./pages";

const { markdown, notebook, write, page, answer, pageTest } = pages();

const maths = ($: cheerio.CheerioAPI) =>
  $(".math")
    .toArray()
    .map((e) => $(e).text());
const numbers = ($: cheerio.CheerioAPI) =>
  $(".equation")
    .toArray()
    .map((e) => [$(e).attr("id"), $(e).children(".number").text()]);

describe("numbers", () => {
  const chapter = write("03-maps.ipynb", notebookText([md("# T\n\n$$a$$\n\n$$b$$")]));
  pageTest("begin with the number of the chapter, where there is one", page(chapter), ($) => {
    expect(numbers($)).toEqual([
      ["eq-1", "(3.1)"],
      ["eq-2", "(3.2)"],
    ]);
    expect($(".number").first().attr()).toEqual({ class: "number", href: "#eq-1", tabindex: "-1" });
  });

  pageTest(
    "are those of the text alone, a block has one, and what is starred or silent has none",
    notebook(
      md(
        "$$a$$\n\n\\begin{align} a &= b \\\\ c &= d \\end{align}\n\n\\begin{equation*} x \\end{equation*}",
      ),
      md("$$y \\notag$$\n\n$$z \\tag{*}$$\n\n$$\\begin{aligned} p \\\\ q \\end{aligned}$$"),
      code("1", [display({ "text/latex": "$$r$$" }), display({ "text/markdown": "$$s$$" })]),
    ),
    ($) => {
      expect(numbers($).map(([, number]) => number)).toEqual(["(1)", "(2)", "(*)", "(3)"]);
      expect(maths($)[1]).toBe("\\begin{align*} a &= b \\\\ c &= d \\end{align*}");
      expect(maths($)).toHaveLength(8);
    },
  );
});

describe("references", () => {
  pageTest(
    "lead to a label before or after them, within dollars and without",
    markdown(
      "# T\n\nBy $\\eqref{eq:b}$, \\eqref{eq:a} and \\ref{eq:b}.\n\n\\begin{equation}\\label{eq:a} y = Ax \\end{equation}\n\n$$z \\label{eq:b}$$\n\nSo $x \\stackrel{\\eqref{eq:a}}{=} y$, and not `\\eqref{eq:a}`.",
    ),
    ($) => {
      expect(
        $("a.ref")
          .toArray()
          .map((e) => [$(e).attr("href"), $(e).text()]),
      ).toEqual([
        ["#eq-b", "(2)"],
        ["#eq-a", "(1)"],
        ["#eq-b", "2"],
      ]);
      expect(numbers($)).toEqual([
        ["eq-a", "(1)"],
        ["eq-b", "(2)"],
      ]);
      expect(maths($)).toEqual(["y = Ax", "z", "x \\stackrel{\\text{(1)}}{=} y"]);
      expect($("code").text()).toBe("\\eqref{eq:a}");
    },
  );

  pageTest(
    "find rows with labels of their own, which have numbers of their own",
    markdown(
      "# T\n\n\\begin{align} a &= b \\label{a} \\\\ &= c \\\\ d &= e \\label{d} \\end{align}\n\n\\eqref{a}, \\eqref{d}.",
    ),
    ($) => {
      expect(maths($)[0]).toMatch(
        /^\\begin\{align\*\} a &= b {2}\\tag\{1\}\\\\ &= c \\\\ d &= e {2}\\tag\{2\}/,
      );
      expect($("#eq-a #eq-d").length).toBe(1);
      expect($("p").last().text()).toBe("(1), (2).");
    },
  );

  pageTest(
    "to nothing, and labels that stand twice, are told by name",
    markdown("# T\n\n$$a \\label{x}$$\n\n$$b \\label{x}$$\n\nBy \\eqref{nothing}."),
    ($) => {
      expect(
        $(".mml-notice")
          .toArray()
          .map((e) => $(e).text()),
      ).toEqual([
        "The label x stands twice on the page: give one equation another name.",
        "No equation of the page has the label nothing: mend the reference or add \\label{nothing}.",
      ]);
    },
  );
});

/** Formulas of a page, each typeset after those before it, and what does not typeset. */
const typesetAll = (texts: string[]) => {
  const get = answer(write(`f${count++}.md`, `# T\n\n${texts.join("\n\n")}\n`));
  return async () => makeFragment(get().body ?? "", "f.md");
};
let count = 0;

describe("formulas that MathJax knows", () => {
  test.each(
    [
      ["$\\newcommand{\\R}{\\mathbb{R}}$ Let $x \\in \\R^n$.", "Again $\\R$."],
      ["$\\def\\v#1{\\mathbf{#1}}$", "$\\v{x}$"],
      ["$\\newcommand{\\norm}[2][2]{\\lVert #2 \\rVert_{#1}}$", "$\\norm{x} + \\norm[1]{y}$"],
      [
        "$\\DeclareMathOperator{\\argmax}{arg\\,max}\\DeclareMathOperator*{\\Lim}{Lim}$",
        "$$\\argmax_x \\Lim_y$$",
      ],
      ["$\\newcommand\\a{x}\\renewcommand{\\a}{y}$", "$\\newcommand{\\a}{z}$ $\\a$"],
      ["$$\\newcommand{\\E}[1]{\\operatorname{E}\\left[#1\\right]}$$", "$\\E{X}$"],
      ["$\\let\\eps\\varepsilon$", "$\\eps$"],
      ["\\begin{eqnarray} a &=& b \\\\ c &=& \\frac{d}{e} \\end{eqnarray}"],
      ["\\begin{eqnarray*} a &=& b \\nonumber \\end{eqnarray*}"],
      ["\\begin{multline} a \\\\ b \\end{multline}", "\\begin{flalign} a &= b \\end{flalign}"],
      ["\\begin{alignat}{2} a &= b &\\quad c &= d \\end{alignat}"],
      ["$\\mbox{if $x > 0$ and } y$", "$\\text{cost \\$5}$"],
      ["$\\require{cancel} \\cancel{x}$"],
      ["$$\\begin{split} a &= b \\\\ &= c \\end{split} \\label{s}$$"],
      [
        "\\begin{gather} a \\tag{A} \\\\ b \\tag{$\\star$} \\end{gather}",
        "$$c \\tag{$\\dagger$}$$",
      ],
      ["<div hidden>$\\newcommand{\\Q}{\\mathbb{Q}}$</div>", "$\\Q$"],
    ].map((texts) => [texts.join(" "), typesetAll(texts)] as const),
  )("%s", async (_, made) => {
    const { problems, html } = await made();
    expect(problems).toEqual([]);
    expect(cheerio.load(html)("body").find(".katex-error").length).toBe(0);
  });

  const macros = typesetAll(["$\\Half$", "$\\newcommand{\\Half}{\\frac12}$", "$\\Half$"]);
  const other = typesetAll(["$\\Half$"]);
  test("are valid from where they stand on, and on their own page alone", async () => {
    for (const made of [macros, other]) {
      const { problems } = await made();
      expect(problems).toHaveLength(1);
      expect(problems[0]).toContain(
        "the formula \\Half does not typeset: Undefined control sequence",
      );
    }
  });
});

describe("formulas in other texts", () => {
  pageTest(
    "keep their signs, and dollars in code are no formula",
    markdown(
      "# T\n\n$a<b$, $c>d$, $A \\& B$, $\\{x \\mid y\\}$, $P(A|B)$; `$x$` and `$$` and `$$`, \\$5 and \\$6.\n\n<table><tr><td>$u+v$</td><td><code>$w$</code></td></tr></table>\n",
    ),
    ($) => {
      expect(maths($)).toEqual(["a<b", "c>d", "A \\& B", "\\{x \\mid y\\}", "P(A|B)", "u+v"]);
      expect(
        $("p code")
          .toArray()
          .map((e) => $(e).text()),
      ).toEqual(["$x$", "$$", "$$"]);
      expect($("p").text()).toContain("$5 and $6");
    },
  );

  test("the numbers of a page are the same when it is converted again", async () => {
    const file = write("again.md", "# T\n\n$$a$$\n");
    const bodies: (string | undefined)[] = [];
    await convert(
      VENV,
      [{ path: file }, { path: file }],
      async ({ body }) => void bodies.push(body),
    );
    expect(bodies[0]).toBe(bodies[1]);
  });
});
