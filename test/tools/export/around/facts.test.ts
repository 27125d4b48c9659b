import { load } from "cheerio";
import { expect, test } from "vitest";
import { factsHtml, underTitle } from "../../../../tools/export/around/facts";
import { chapter } from "../chapters";

const sections = ["4.1 A", "4.2 B"].map((text) => ({ level: 2, id: text, html: text, text }));
const note = chapter("Notes/03-a b.ipynb", { minutes: 47, headings: sections });

test("says how long a notebook takes, where it is, and how it is opened", () => {
  const $ = load(factsHtml(note, false));
  expect($("p").first().text()).toContain("about 45 minutes to read");
  expect($("a[download]").attr("href")).toBe("03-a%20b.ipynb");
  expect($("pre").text()).toBe('npm start -- "Notes/03-a b.ipynb"');
});

test("leaves the time to an author who tells it", () => {
  const told = { html: "<h1>T</h1><p>About two hours to read.</p><h2>A</h2>" };
  expect(factsHtml(chapter("Notes/01-a.ipynb", told), false)).not.toContain("minutes");
  const later = { html: "<h1>T</h1><h2>A</h2><p>An hour to read.</p>" };
  expect(factsHtml(chapter("Notes/01-a.ipynb", later), false)).toContain("about 50 minutes");
});

test("names no time for what is looked into", () => {
  const facts = factsHtml(chapter("Resources/map.ipynb"), false);
  expect(facts).not.toContain("to read");
  expect(facts).toContain("Download the notebook");
});

test("explains numbers of sections that are not those of the note", () => {
  expect(factsHtml(note, false)).toContain("chapter 4 of the book");
  const same = chapter("Notes/04-a.ipynb", { headings: sections });
  expect(factsHtml(same, false)).not.toContain("of the book");
});

test("offers nothing beside a page that stands alone, and says whence it is", () => {
  const $ = load(factsHtml(note, true));
  expect($("a")).toHaveLength(0);
  expect($("code").first().text()).toBe("Notes/03-a b.ipynb");
});

test("is nothing on a text and on a sheet of formulas", () => {
  expect(factsHtml(chapter("Resources/a.md"), false)).toBe("");
  expect(factsHtml(chapter("Resources/s.ipynb", { sheet: true }), false)).toBe("");
});

test("stands below the title, whatever signs are in it", () => {
  expect(underTitle("<h1>T</h1><p>x</p>", "<p>$1</p>")).toBe("<h1>T</h1>\n<p>$1</p><p>x</p>");
});
