/** The reference in the site: notebooks' code leads to it and it leads back; nothing of it is lost on the way. */
import { copyFileSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import * as cheerio from "cheerio";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { ROOT } from "../../../tools/common/project";
import { readLibrary } from "../../../tools/reference/read";
import { SELF_EVIDENT } from "../../../tools/reference/write";
import { copyCourse, exportTo, scratch } from "./course";

vi.setConfig({ testTimeout: 300_000, hookTimeout: 600_000 });

const { folder, remove } = scratch();
afterAll(remove);
let root: string;

const PAGES = "Resources/library";
const SHEET = "Resources/cheat-sheets/linear-algebra.ipynb";
const read = (...parts: string[]) => readFileSync(join(folder, "site", ...parts), "utf8");
const pca = () => cheerio.load(read("Assignments", "13-pca", "pca.html"));

beforeAll(async () => {
  root = copyCourse(folder);
  symlinkSync(join(ROOT, "lib"), join(root, "lib"));
  mkdirSync(join(root, "Resources", "cheat-sheets"), { recursive: true });
  copyFileSync(join(ROOT, SHEET), join(root, SHEET));
  await exportTo(folder, { root });
});

describe("a course with a library", () => {
  test("has a page for each module, in its own part, and one that opens them", () => {
    const $ = cheerio.load(read("index.html"));
    const pages = $("section[aria-labelledby=library] a")
      .toArray()
      .map((a) => $(a).attr("href"));
    expect(pages).toContain(`${PAGES}/README.html`);
    expect(pages).toContain(`${PAGES}/linalg.html`);
    expect(cheerio.load(read(PAGES, "linalg.html"))("h3#svd").length).toBe(1);
  });

  test("keeps its pages below a tenth of what a page may weigh", () => {
    for (const name of ["README", "calculus", "learn", "plot", "stats"]) {
      expect(read(PAGES, `${name}.html`).length, name).toBeLessThan(5e5);
    }
  });

  test("links names in code to their entries, and only those", () => {
    const $ = pca();
    const links = $(".cell a.name").toArray();
    const hrefs = links.map((a) => $(a).attr("href"));
    expect(hrefs).toContain("../../Resources/library/core.html#rng");
    expect(hrefs).toContain("../../Resources/library/linalg.html");
    for (const a of links) {
      const [page, anchor] = ($(a).attr("href") as string).split("#") as [string, string?];
      const target = cheerio.load(read("Assignments", "13-pca", page));
      if (anchor) expect(target(`[id="${anchor}"]`).length, anchor).toBe(1);
      expect($(a).closest(".source pre").length).toBe(1);
      expect($(a).closest(".c1, .s1, .s2, .sb").length).toBe(0);
    }
    expect($.html()).not.toContain("mml-name:");
  });

  test("leaves the code as it was written", () => {
    const $ = pca();
    expect($(".source pre").first().text()).toBe(
      'import { data, learn, linalg, plot, rng, show, check } from "../../lib";\nconst random = rng(13);\n',
    );
  });

  test("sets the formulas of a function, and leads to the sheet that holds them", () => {
    const $ = cheerio.load(read(PAGES, "linalg.html"));
    const stated = $("h3#det").nextUntil("h3").filter(".formulas").first();
    expect(stated.find(".formula .katex").length).toBeGreaterThan(3);
    expect(stated.find(".from a").attr("href")).toBe("../cheat-sheets/linear-algebra.html");
    expect($("h3#fft").nextUntil("h3").filter(".formulas").length).toBe(0);
    expect($.html()).not.toContain('class="formulas" data-name');
  });

  test("leads from an entry to the cell that uses it, and to the source", () => {
    const $ = cheerio.load(read(PAGES, "core.html"));
    const [used] = $('a[href$="#use-core.rng"]').toArray();
    expect($(used).attr("href")).toBe("../../Assignments/13-pca/pca.html#use-core.rng");
    expect($(used).attr("title")).toContain("Principal component analysis");
    expect(pca()('[id="use-core.rng"]').length).toBe(1);
    const source = $("h3#rng").nextAll("dl").first().find("a[href$='.ts.txt']").attr("href");
    expect(source).toBe("../../lib/core/rng.ts.txt");
    expect(read(PAGES, source as string)).toContain("export function rng");
  });

  test("loses no word of a docstring", () => {
    const said = (text: string) =>
      text
        .replace(/\{@link\s+([^}]*)\}/g, "$1")
        .replace(/^(\|[\s:|-]+\|)$|^\s*(?:[-*+]|\d+[.)])\s/gm, " ")
        .replace(/\|/g, " ")
        .replace(/`|\*\*/g, "");
    const words = (text: string) =>
      text
        .split(/\s+/)
        .map((word) => word.replace(/[.;:,]+$/, ""))
        .filter(Boolean);
    for (const module of readLibrary(ROOT)) {
      const $ = cheerio.load(read(PAGES, `${module.name}.html`));
      $("button, .anchor, .optional").remove();
      $("dt, dd, td, th, p, li, caption, pre").append(" ");
      const shown = new Set(
        words(
          $("article")
            .text()
            .replace(/\|/g, " ")
            .replace(/`|\*\*/g, ""),
        ),
      );
      const told = module.entries.flatMap(({ doc, members, attached }) => [
        doc.text,
        ...doc.tags.map(({ name, text }) => (name === "param" ? text.replace(/ - /, " ") : text)),
        ...members.map(({ text }) => text.replace(/Default:? \S+\.$/, "")),
        ...attached.map((one) => one.doc.text),
      ]);
      const lost = told
        .filter((text) => !SELF_EVIDENT.test(text))
        .flatMap((text) => words(said(text.replace(/\bDefault:? (\S+)\.\s*$/, "$1"))))
        .filter((word) => !shown.has(word));
      expect(lost, module.name).toEqual([]);
    }
  });

  test("is not made anew while the library and the notebooks stay what they are", async () => {
    const again = await exportTo(folder, { root });
    expect([again.converted, again.written]).toEqual([[], 0]);
  });

  test("is not made anew when a notebook changes; the lists of uses are", async () => {
    const file = join(root, "Notes", "06-uses.ipynb");
    const cell = (source: string) => ({
      cell_type: "code",
      id: `c${source.length}`,
      execution_count: null,
      metadata: {},
      outputs: [],
      source,
    });
    const source = `# Uses\n\n${basename(folder)}`; // never seen before, so never kept
    const title = { cell_type: "markdown", id: "t", metadata: {}, source };
    const cells = [title, cell('import { linalg } from "../lib";'), cell("linalg.gramSchmidt(A)")];
    const metadata = { kernelspec: { display_name: "T", language: "typescript", name: "tslab" } };
    writeFileSync(file, JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }));
    const { converted } = await exportTo(folder, { root });
    expect(converted).toEqual(["Notes/06-uses.ipynb"]);
    expect(read(PAGES, "linalg.html")).toContain("Notes/06-uses.html#use-linalg.gramSchmidt");
    rmSync(file);
    const second = await exportTo(folder, { root });
    expect(second.converted).toEqual([]);
    expect(read(PAGES, "linalg.html")).not.toContain("06-uses");
  });

  test("has no links to it on a page that stands alone, nor where the pages are not made", async () => {
    const only = ["Assignments/13-pca/pca.ipynb"];
    await exportTo(folder, { root, only, standalone: true });
    const page = read("standalone", "Assignments", "13-pca", "pca.html");
    expect(page).not.toContain('class="name"');
    await exportTo(folder, { root, only, cache: join(folder, "empty") });
    expect(read("Assignments", "13-pca", "pca.html")).not.toContain('class="name"');
  });
});

test("a course without a library has no such part", async () => {
  rmSync(join(root, "lib"));
  await exportTo(folder, { root });
  expect(read("index.html")).not.toContain("Resources/library");
  expect(pca()("a.name").length).toBe(0);
});
