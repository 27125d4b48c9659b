/** Outputs and raw cells of notebooks from elsewhere: nothing of them goes without a word. */
import { describe, expect, test } from "vitest";
import { code, display, pages } from "./pages";

const { notebook, page, answer, write, pageTest } = pages();

const stream = (text: string) => ({ output_type: "stream", name: "stdout", text });
const raw = (source: string, metadata: object = {}) => ({
  cell_type: "raw",
  id: "a",
  source,
  metadata,
});

describe("text that goes back over itself stands as a terminal shows it", () => {
  test.each(
    [
      ["10%\r50%\r100%\ndone\n", "100%\ndone"],
      ["\r1/2\r2/2", "2/2"],
      ["abcdef\rXY\n", "XYcdef"],
      ["a\r\nb\r\r\n", "a\nb"],
      ["ab\bc 12\b\b34", "ac 34"],
      ["ends\r", "ends"],
      ["1\u001b[32m!\u001b[0m\n", "1!"],
      ["\u001b[31m10%\u001b[0m\rok", "ok%"],
      ["\u001b[31mred\u001b[0m x\r\u001b[32mgo\u001b[0m", "god x"],
      ["long line\r\u001b[Kx\r\u001b[2Ky", "y"],
    ].map(([text, shown]) => [text, shown, notebook(code("1", [stream(text as string)]))] as const),
  )("%j", (_, shown, of) => {
    expect(of()("pre.text").text()).toBe(shown);
  });
});

describe("outputs", () => {
  pageTest(
    "of an error without a traceback say which it is",
    notebook(
      code("1", [{ output_type: "error", ename: "E", evalue: "<only this>", traceback: [] }]),
    ),
    ($) => expect($("pre.error").text()).toBe("E: <only this>"),
  );

  test.each(
    ["image/gif", "image/webp"].map(
      (kind) => [kind, notebook(code("1", [display({ [kind]: "QUJD" })]))] as const,
    ),
  )("of %s are pictures", (kind, of) => {
    expect(of()("img.picture").attr("src")).toBe(`data:${kind};base64,QUJD`);
  });

  test.each(
    [
      [{ "image/png": "QUJD" }, { "image/png": { width: 50, height: 20.4 } }, "50", "20"],
      [{ "image/svg+xml": "<svg/>" }, { "image/svg+xml": { width: 50 } }, "50", undefined],
      [{ "image/png": "QUJD" }, { "image/png": { width: 'x">' } }, undefined, undefined],
      [{ "image/png": "QUJD" }, { needs_background: "light" }, undefined, undefined],
    ].map(
      ([data, asked, ...sides]) =>
        [asked, sides, notebook(code("1", [display(data as object, asked as object)]))] as const,
    ),
  )("that are pictures have the size they ask for: %j", (_, sides, of) => {
    const picture = of()("img.picture");
    expect([picture.attr("width"), picture.attr("height")]).toEqual(sides);
  });

  test.each(
    [
      { "application/json": { a: 1 } },
      { "application/javascript": "alert(1)" },
      { "application/vnd.vegalite.v5+json": {}, "application/pdf": "QUJD" },
    ].map((data) => [Object.keys(data).join(", "), notebook(code("1", [display(data)]))] as const),
  )("of %s alone leave words in their place", (kinds, of) => {
    expect(of()(".outputs .mml-notice").text()).toBe(
      `An output of ${kinds} is not shown here: show it as text, HTML, Markdown, a figure or an image as well.`,
    );
  });

  pageTest(
    "that hold nothing, or text beside, need none",
    notebook(code("1", [display({}), display({ "application/json": 1, "text/plain": "1" })])),
    ($) => {
      expect($(".mml-notice")).toHaveLength(0);
      expect($("pre.text").text()).toBe("1");
    },
  );
});

pageTest(
  "raw cells are shown by their format, without one as text, and not if they are for other than pages",
  notebook(
    raw("as <it> is"),
    raw("<b>h</b><script>1</script>", { format: "text/html" }),
    raw("*m* $x$", { raw_mimetype: "text/markdown" }),
    raw("\\textbf{no}", { format: "text/latex" }),
  ),
  ($) => {
    expect($("pre").text()).toBe("as <it> is");
    expect($(".prose b").text()).toBe("h");
    expect($(".mml-notice").text()).toContain("<script> is not shown here");
    expect($(".prose em:not(.mml-notice)").text()).toBe("m");
    expect($(".prose .math").text()).toBe("x");
    expect($("body").text()).not.toContain("textbf");
  },
);

describe("files that are no valid notebook are told in words", () => {
  const book = (more: object) =>
    JSON.stringify({ cells: [], metadata: {}, nbformat: 4, nbformat_minor: 4, ...more });
  const cell = { cell_type: "markdown", metadata: {}, source: "x" };
  const CASES: [string, string | Buffer, RegExp][] = [
    ["nothing in it", "", /^it is no notebook, for it is not read as JSON \(.*char 0\)/],
    ["a merge left half", "<<<<<<< HEAD\n{}", /^it is no notebook, for it is not read as JSON/],
    ["no UTF-8", Buffer.from('{"ü": 1}', "latin1"), /not read as JSON \('utf-8' codec/],
    ["a list", "[]", /^it is no notebook, for it has no list of cells: open it in JupyterLab/],
    ["null", "null", /^it is no notebook, for it has no list of cells/],
    [
      "no kernel where one is named",
      book({ metadata: { kernelspec: null } }),
      /^it is no valid notebook: metadata, kernelspec: None is not of type 'object'/,
    ],
    [
      "a cell without source",
      book({ cells: [cell, { cell_type: "markdown", metadata: {} }] }),
      /^it is no valid notebook: cell 2: 'source' is a required property/,
    ],
    [
      "tags that are no list",
      book({ cells: [{ ...cell, metadata: { tags: null } }] }),
      /^it is no valid notebook: cell 1, metadata, tags: None is not of type 'array'/,
    ],
    [
      "a cell without metadata",
      book({ cells: [{ cell_type: "markdown", source: "x" }] }),
      /^it is no valid notebook: .*missing an expected key: metadata/,
    ],
  ];
  test.each(
    CASES.map(
      ([name, text, said], i) => [name, said, answer(write(`no-${i}.ipynb`, text))] as const,
    ),
  )("%s", (_, said, of) => {
    expect(of().error).toMatch(said);
  });

  const old = { worksheets: [{ cells: [{ ...cell, source: "of 2013" }] }], metadata: {} };
  pageTest(
    "and one of an older format is read",
    page(write("old.ipynb", JSON.stringify({ ...old, nbformat: 3, nbformat_minor: 0 }))),
    ($) => expect($(".prose").text().trim()).toBe("of 2013"),
  );
});
