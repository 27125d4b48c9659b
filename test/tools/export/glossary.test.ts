import * as cheerio from "cheerio";
import { describe, expect, test } from "vitest";
import { ROOT } from "../../../tools/common/project";
import { linkTerms, readTerms, type Term } from "../../../tools/export/glossary";

const term = (words: string, only = ""): Term => ({
  anchor: words.toLowerCase().replace(/ /g, "-"),
  words,
  meaning: `what "${words}" is`,
  only,
});

/** The words that are linked, on a page made of this. */
function linked(html: string, terms: Term[], path = "Notes/01.ipynb"): string[] {
  const $ = cheerio.load(`<div class="prose">${html}</div>`);
  const before = $(".prose").text();
  linkTerms($, path, terms);
  expect($(".prose").text()).toBe(before);
  return $("a.term")
    .toArray()
    .map((a) => `${$(a).text()} → ${$(a).attr("href")}`);
}

describe("terms of the glossary", () => {
  test("are linked where a page first uses them, in the plural too", () => {
    const html =
      "<p>An Eigenvalue &lt; 1; eigenvalues.</p><p>The vector spaces, a vector space.</p>";
    expect(linked(html, [term("eigenvalue"), term("vector space")])).toEqual([
      "Eigenvalue → /Resources/glossary.md#eigenvalue",
      "vector spaces → /Resources/glossary.md#vector-space",
    ]);
  });

  test("are the longest that fit, and whole words", () => {
    const html = "<p>A null space, a subspace-like thing, a spacer; a vector subspace.</p>";
    expect(linked(html, [term("space"), term("null space"), term("vector subspace")])).toEqual([
      "null space → /Resources/glossary.md#null-space",
      "vector subspace → /Resources/glossary.md#vector-subspace",
    ]);
  });

  test("are left alone in headings, links, code, formulas and what is folded", () => {
    const html = `<h2>Rank</h2><p><a href="#x">rank</a> <code>rank</code> <span class="math inline">rank</span></p>
      <details><p>rank</p></details><p>rank</p>`;
    expect(linked(html, [term("rank")])).toEqual(["rank → /Resources/glossary.md#rank"]);
    expect(linked("<h2>Rank</h2>", [term("rank")])).toEqual([]);
  });

  test("with several meanings are linked in the note that means this one", () => {
    const image = term("image", "Notes/01.ipynb");
    expect(linked("<p>The image.</p>", [image])).toHaveLength(1);
    expect(linked("<p>The image.</p>", [image], "Notes/05.ipynb")).toEqual([]);
  });

  test("are told where they stand, and once more in a list at the end of the page", () => {
    const $ = cheerio.load('<div class="prose"><p>Rank &amp; basis.</p></div>');
    linkTerms($, "Notes/01.ipynb", [term("rank"), term("basis")]);
    expect($("a.term").first().attr()).toMatchObject({
      tabindex: "-1",
      "data-meaning": 'what "rank" is',
    });
    const list = $("details.listed");
    expect(list.find("dt").text()).toBe("basisrank");
    expect(list.find("dd").last().text()).toBe('what "rank" is');
    expect(list.find("a[tabindex]")).toHaveLength(0);
    expect(list.find("a").attr("href")).toBe("/Resources/glossary.md#basis");
  });

  test("of the course are read, each with its meaning", () => {
    const terms = readTerms(ROOT);
    expect(terms.length).toBeGreaterThan(100);
    expect(new Set(terms.map(({ anchor }) => anchor)).size).toBe(terms.length);
    expect(terms.find(({ words }) => words === "image")?.only).toBe(
      "Notes/01-linear-algebra.ipynb",
    );
    expect(terms.find(({ words }) => words === "eigenvector")?.only).toBe("");
    for (const { words, meaning } of terms) expect(meaning.length, words).toBeGreaterThan(10);
  });
});
