/** What is common in notebooks of elsewhere is exported; what cannot be is told with its page, cell and remedy. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as cheerio from "cheerio";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ExportError } from "../../../tools/export/problems";
import { exportTo, scratch } from "./course";
import { code, md, notebookText } from "./pages";

const PNG =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
const attached = (name: string) => ({ attachments: { [name]: { "image/png": PNG } } });

const { folder, remove } = scratch();
afterAll(remove);
const root = join(folder, "course");
const write = (name: string, content: string | Buffer) => {
  mkdirSync(join(root, "Projects"), { recursive: true });
  writeFileSync(join(root, "Projects", name), content);
};

describe("a page of a site", () => {
  let $: cheerio.CheerioAPI;
  beforeAll(async () => {
    const error = {
      output_type: "error",
      ename: "LinAlgError",
      evalue: "singular",
      traceback: ["\u001b[31mLinAlgError\u001b[39m: singular <b>"],
    };
    const raising = { ...code("inv(A)", [error]), metadata: { tags: ["raises-exception"] } };
    write("50%.png", Buffer.from(PNG, "base64"));
    write("two words.png", Buffer.from(PNG, "base64"));
    write("100%.md", "# All\n\nText.\n");
    write(
      "book.ipynb",
      notebookText([
        md("# Book\n\nOpening."),
        md(
          "## One\n\n### Exercise\n\na\n\n## Two\n\n### Exercise\n\n### Exercise 1\n\n### Übung\n\n### Übung",
        ),
        md("### $x^2$\n\n### $x^2$\n\n### ¶\n\n### ¶\n\n[last](#übung-1), [second](#exercise-1)"),
        md("![half](50%.png) ![coded](50%25.png) ![words](two%20words.png) [all](100%.md)"),
        md('<img src="attachment:shot.png" width="40" alt="dot">', attached("shot.png")),
        md(
          "![a](attachment:my%20shot.png) <img src='attachment:my shot.png'>",
          attached("my shot.png"),
        ),
        md("![b](attachment:my%20shot.png)", attached("my%20shot.png")),
        raising,
        md("After."),
      ]),
    );
    await exportTo(folder, { root });
    $ = cheerio.load(readFileSync(join(folder, "site", "Projects", "book.html"), "utf8"));
  });

  test("numbers headings that are written twice, as GitHub does", () => {
    const ids = $("article :is(h2, h3)")
      .toArray()
      .map((e) => $(e).attr("id"));
    expect(ids).toEqual(
      "one exercise two exercise-1 exercise-1-1 übung übung-1 x2 x2-1 section section-1".split(" "),
    );
    expect($("a:contains(second)").attr("href")).toBe("#exercise-1");
    expect(
      $("#mml-page .headings a")
        .toArray()
        .map((e) => $(e).attr("href")),
    ).toContain("#exercise-1-1");
  });

  test("shows images and follows links whose names hold a blank or a per cent sign", () => {
    const sources = ["half", "coded", "words"].map((alt) => $(`img[alt=${alt}]`).attr("src"));
    expect(sources).toEqual(["50%25.png", "50%25.png", "two%20words.png"]);
    expect($("a:contains(all)").attr("href")).toBe("100%25.html");
    expect(readFileSync(join(folder, "site", "Projects", "50%.png")).toString("base64")).toBe(PNG);
  });

  test("shows attachments in Markdown and in HTML, however their names are written", () => {
    const images = $('img[src^="data:image/png"]').toArray();
    expect(images).toHaveLength(4);
    expect($(images[0] as never).attr()).toMatchObject({ width: "40", alt: "dot" });
    for (const image of images) expect($(image).attr("src")).toBe(`data:image/png;base64,${PNG}`);
  });

  test("shows the error of a cell that is meant to fail, and goes on", () => {
    expect($("pre.error").text()).toBe("LinAlgError: singular <b>");
    expect($("article .prose").last().text().trim()).toBe("After.");
  });
});

test("what cannot be exported is told with page, cell and remedy", async () => {
  rmSync(root, { recursive: true });
  const python = { display_name: "Python 3", language: "python", name: "python3" };
  write("python.ipynb", notebookText([code("print(1)")], python));
  write("text.md", "# Text\n\n<form>\n\nSee ![gone](60%.png).\n");
  write(
    "book.ipynb",
    notebookText([
      md("# Book"),
      md("\n\nSee ![half](50%.png) and [this](none.ipynb).\n\n![pasted](attachment:gone.png)"),
      md("By \\eqref{nothing}, <b onclick=x()>bold</b>, $\\frac{1}$."),
    ]),
  );
  const error = await exportTo(folder, { root }).catch((thrown) => thrown);
  expect(error).toBeInstanceOf(ExportError);
  const second = "  cell 2 “See ![half](50%.png) and [this](none.ip…”: ";
  const third = "  cell 3 “By \\eqref{nothing}, <b onclick=x()>bold…”: ";
  expect((error as ExportError).message.split("\n")).toEqual([
    "9 problems, so nothing was exported:",
    "Projects/python.ipynb",
    "  its kernel is Python 3 (python3), and the course's pages are of notebooks in TypeScript (tslab): choose that kernel in JupyterLab, or keep the notebook elsewhere",
    "Projects/book.ipynb",
    `${third}No equation of the page has the label nothing: mend the reference or add \\label{nothing}.`,
    expect.stringContaining(`${third}onclick of <b> is not shown here: `),
    expect.stringContaining(`${third}the formula \\frac{1} does not typeset: `),
    `${second}the link to none.ipynb is broken: there is no Projects/none.ipynb; mend the address`,
    `${second}the image 50%.png is missing: there is no Projects/50%.png; put it there or mend the name`,
    `${second}the image attachment:gone.png is missing: the cell has no such attachment; paste it into the cell again`,
    "Projects/text.md",
    expect.stringContaining("  <form> is not shown here: a page has nobody to send a form to"),
    "  the image 60%.png is missing: there is no Projects/60%.png; put it there or mend the name",
  ]);
});
