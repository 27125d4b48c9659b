import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { convert } from "../../../tools/export/convert";
import { code, display, md, pages } from "./pages";

const { folder, write, answer, answers, files, markdown, notebook, bookFile, pageTest } = pages();

describe("Markdown", () => {
  pageTest(
    "finds maths in all its forms, and not in code",
    markdown(
      "Inline $a_1 * b * c_2$ and $x < y$.\n\n$$\nx\n\n= y\n$$\n\n\\begin{align}\na &= b\n\\end{align}\n\n`$HOME` costs \\$5.\n\n```sh\necho $PATH $HOME\n```\n",
    ),
    ($) => {
      expect(
        $(".math")
          .toArray()
          .map((e) => [$(e).attr("class"), $(e).text()]),
      ).toEqual([
        ["math inline", "a_1 * b * c_2"],
        ["math inline", "x < y"],
        ["math display", "x\n\n= y"],
        ["math display", "\\begin{align*}\na &= b\n\\end{align*}"],
      ]);
      expect($("code").first().text()).toBe("$HOME");
      expect($("pre").text()).toContain("echo $PATH $HOME");
      expect($("p").last().text()).toContain("costs $5");
    },
  );

  pageTest(
    "anchors headings as GitHub does",
    markdown("# The *N* ≪ D trick, 2nd time!\n\n## Über $x^2$\n\n## A_b c-d\n"),
    ($) => {
      expect(
        $("h1, h2")
          .toArray()
          .map((e) => $(e).attr("id")),
      ).toEqual(["the-n-d-trick-2nd-time", "über-x2", "a_b-c-d"]);
      expect($("h2 .anchor").first().attr("href")).toBe("#über-x2");
    },
  );

  pageTest(
    "has tables, lists in lists and quotes",
    markdown("| a | $b$ |\n|---|---|\n| 1 | `2` |\n\n- x\n  - y\n\n> quoted\n"),
    ($) => {
      expect($("th .math").text()).toBe("b");
      expect($("ul ul li").text()).toBe("y");
      expect($("blockquote").length).toBe(1);
    },
  );
});

pageTest(
  "a sign < in a formula within HTML begins no tag",
  markdown(
    '<div>Note $a<b$ and $c > d$, $x<y$ <b title="p > $q">bold</b></div>\n\n<table><tr><td>$5</td><td>$6</td><td>$p<i$</td></tr></table>\n',
  ),
  ($) => {
    const formulas = $(".math").toArray();
    expect(formulas.map((e) => $(e).text())).toEqual(["a<b", "c > d", "x<y", "p<i"]);
    expect($("b").text()).toBe("bold");
    expect($("td").first().text()).toBe("$5");
  },
);

describe("code cells", () => {
  {
    const source = `const s = \`$\{1 + 1} {{ x }} {% y %}\`; // <b>`;
    pageTest(
      "are highlighted as TypeScript, and hold dollars and braces as they are",
      notebook(code(source)),
      ($) => {
        expect($(".source .k, .source .kd").first().text()).toBe("const");
        expect($(".source pre").text()).toBe(`${source}\n`);
      },
    );
  }

  {
    const source =
      "function f(x: number) {\n  // BEGIN SOLUTION\n  return x;\n  // END SOLUTION\n}\nf(1);";
    pageTest(
      "fold what is a solution, and its output with it",
      notebook(
        code(source, [{ output_type: "stream", name: "stdout", text: "1\n" }]),
        md("Because.", { metadata: { nbgrader: { solution: true } } }),
      ),
      ($) => {
        const summaries = $("details.solution > summary").toArray();
        expect(summaries.map((e) => $(e).text())).toEqual([
          "Solution",
          "Output of the solution",
          "Solution",
        ]);
        expect($("details").first().find("pre").text()).toBe("  return x;\n");
        expect($(".cell.code > .source").text().replace(/\s+/g, " ")).toContain("function f");
        expect($.text()).not.toContain("BEGIN SOLUTION");
        expect($("details").last().text()).toContain("Because.");
      },
    );
  }

  {
    const said = { name: "sum <i>", tex: "a < b", given: "$b > 0$", of: [], draws: 24, changes: 7 };
    const stated = display({
      "text/plain": "plain",
      "text/markdown": "**not this**",
      "application/vnd.course.formula+json": said,
    });
    const cell = { ...code('formula("sum", …)', [stated]), metadata: { tags: ["formula"] } };
    pageTest(
      "set a formula with its hypotheses, and its check one click away",
      notebook(cell),
      ($) => {
        expect($(".sheet-entry .formula .name").text()).toBe("sum <i>");
        expect($(".formula > .math").text()).toContain("a < b");
        expect($(".formula .given .math").text()).toBe("b > 0");
        expect($("details.drawing > summary").text()).toBe(
          "holds at 24 points; 7 changes of it noticed",
        );
        expect($("details.drawing > .source").text()).toContain('formula("sum", …)');
        expect($("body").text()).not.toContain("not this");
      },
    );

    const question = md("**How?** So.");
    const small = display({ "application/vnd.plotly.v1+json": {}, "image/png": "UE5H" });
    const held = { output_type: "stream", name: "stdout", text: "✓ 9 numbers < all\n" };
    const picture = {
      ...code("drawn(graph)", [small, held]),
      metadata: { tags: ["figure", "drawn"] },
    };
    pageTest(
      "set a plot of a sheet as one: picture, question, lines, and how it is held one click away",
      notebook(question, code("const graph = plot.line(x, y)", []), picture),
      ($) => {
        const row = $(".sheet-plot");
        expect($(".cell")).toHaveLength(1);
        expect(row.children("img.picture").attr("src")).toBe("data:image/png;base64,UE5H");
        expect(row.children(".prose").text().trim()).toBe("How? So.");
        expect(row.children(".source").text()).toContain("const graph");
        expect(row.find("details > summary").text()).toBe("9 numbers < all");
        expect(row.find("details > .source").text()).toContain("drawn(graph)");
      },
    );
    const mapped = display({
      "application/vnd.plotly.v1+json": { data: [{ type: "heatmap" }] },
      "image/png": "UE5H",
    });
    const { metadata } = picture;
    pageTest(
      "tell pictures whose colours stand for values, which the dark leaves as they are",
      notebook(
        ...[question, code("const graph = plot.heatmap(Z)", [])],
        { ...code("drawn(graph)", [mapped, held]), metadata },
        ...[question, code("const graph = plot.line(x, y)", []), { ...picture, id: "second" }],
      ),
      ($) => {
        const classes = $(".sheet-plot > img").toArray();
        expect(classes.map((image) => $(image).attr("class"))).toEqual([
          "picture scaled",
          "picture",
        ]);
      },
    );
    pageTest("keep a picture that has no lines before it", notebook(picture), ($) => {
      expect($(".sheet-plot")).toHaveLength(0);
      expect($("figure.plot")).toHaveLength(1);
    });

    const prepared = { ...code("const a = 1", []), metadata: { tags: ["setup"] } };
    pageTest("fold what only prepares", notebook(prepared), ($) => {
      expect($("details.drawing > summary").text()).toBe("Set-up");
    });

    const drawing = { ...code("plot.line(x, y)", []), metadata: { tags: ["figure"] } };
    pageTest("fold the code that draws", notebook(drawing), ($) => {
      expect($("details.drawing > summary").text()).toBe("Code of the figure");
      expect($("details.drawing > .source").text()).toContain("plot.line(x, y)");
    });
  }

  const open = answer(bookFile(code("// BEGIN SOLUTION\n1")));
  test("that begin a solution and do not end it are told", () => {
    expect(open().error).toBe(
      "cell 1 “// BEGIN SOLUTION”: a solution begins but does not end: add a line // END SOLUTION after it",
    );
  });

  {
    const spec = {
      data: [{ type: "surface", z: [[1]] }],
      layout: { height: 300, meta: { alt: "A “hill”." } },
    };
    pageTest(
      "show outputs by the best of what they offer",
      notebook(
        code("1", [
          display({ "text/plain": "x", "text/html": "<table><tr><td>1</td></tr></table>" }),
          display({
            "text/plain": "A",
            "text/latex": "$A = 1$\n$\\qquad$ $$B$$ and \\[C\\] \\(d\\)",
          }),
          display({
            "text/plain": "[Figure] plain",
            "application/vnd.plotly.v1+json": spec,
            "image/png": "QUJD",
          }),
          display({ "text/plain": "a <b>\u001b[31mred\u001b[0m" }),
          display({ "image/png": "QUJD\n" }, { alt: "a dot" }),
          { output_type: "stream", name: "stdout", text: "✓ fine\nnot ✓\n" },
          { output_type: "error", ename: "E", evalue: "v", traceback: ["line <1>"] },
        ]),
      ),
      ($) => {
        expect($(".html td").text()).toBe("1");
        expect(
          $(".latex .math")
            .toArray()
            .map((e) => $(e).text()),
        ).toEqual(["A = 1", "\\qquad", "B", "C", "d"]);
        expect($(".latex").text()).not.toContain("$");
        const figure = $("figure.plot");
        expect(figure.attr("data-build")).toBe("gl3d");
        expect(figure.attr("data-alt")).toBe("A “hill”.");
        expect(figure.attr("style")).toBe("--height: 300px; --still: 720 / 300");
        expect(JSON.parse(figure.find("script").text())).toEqual(spec);
        expect(figure.find("img").attr("src")).toBe("data:image/png;base64,QUJD");
        expect($("pre.text").first().text()).toBe("a <b>red");
        expect($("img.picture").attr("alt")).toBe("a dot");
        expect($(".check").text()).toBe("✓ fine");
        expect($("pre.error").text()).toContain("line <1>");
      },
    );
  }

  {
    const figures = [
      ["scatter", "heatmap"],
      ["scatter", "scatter3d"],
      ["heatmap", "surface"],
      ["scatterpolar"],
    ];
    pageTest(
      "choose the least build of Plotly for each figure",
      notebook(
        ...figures.map((types, i) => {
          const spec = { data: types.map((type) => ({ type })), layout: {} };
          return {
            ...code("1", [display({ "application/vnd.plotly.v1+json": spec })]),
            id: `c${i}`,
          };
        }),
      ),
      ($) => {
        const builds = $("figure")
          .toArray()
          .map((e) => $(e).attr("data-build"));
        expect(builds).toEqual(["cartesian", "gl3d", "strict", "strict"]);
      },
    );
  }

  {
    const layout = { xaxis: { title: { text: "</script><b>" } } };
    pageTest(
      "a script that ends within a figure's text stays text",
      notebook(code("1", [display({ "application/vnd.plotly.v1+json": { data: [], layout } })])),
      ($) => {
        expect(JSON.parse($("figure script").text()).layout).toEqual(layout);
      },
    );
  }
});

describe("convert", () => {
  const some = [
    write("a.md", "# A"),
    write("b.ipynb", "{"),
    join(folder, "none.md"),
    write("d.md", "# D"),
  ];
  const told = some.map(answer);
  test("answers in order, faults among them, and goes on", () => {
    expect(told.map((one) => one().path)).toEqual(some);
    expect(told[1]?.().error).toMatch(/^it is no notebook, for it is not read as JSON/);
    expect(told[2]?.().error).toMatch(/^nbconvert cannot read it: FileNotFoundError/);
    expect(told[3]?.().body).toContain("<h1");
    expect(answers).toHaveLength(files.length);
  });

  test("says what to do where there is no Python", async () => {
    await expect(convert(join(folder, "no-venv"), [{ path: "x" }], async () => {})).rejects.toThrow(
      /needs nbconvert, and .* is missing: run npm run setup/,
    );
  });
});
