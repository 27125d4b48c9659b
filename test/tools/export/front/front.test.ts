import { load } from "cheerio";
import { expect, test } from "vitest";
import { frontHtml, openingHtml } from "../../../../tools/export/front/front";
import { Relations } from "../../../../tools/export/relations";
import { asking, chapter, placesOf, readme } from "../chapters";

const chapters = [
  asking("Notes/01-a.ipynb"),
  asking("Notes/02-b.ipynb", "Notes/01-a.ipynb"),
  asking("Assignments/01-w/w.ipynb", "Notes/01-a.ipynb"),
  asking("Projects/p/p.ipynb", "Notes/02-b.ipynb"),
  chapter("Library/README.md"),
  readme(["Notes/01-a.ipynb", "Assignments/01-w/w.ipynb"]),
];
const relations = new Relations(chapters, placesOf(chapters));
const $ = load(frontHtml("The <course>", "<p>What it is.</p>", chapters, relations));

test("leads with what it is and where to start, then the projects, the way, the rest", () => {
  expect($("h1").text()).toBe("The <course>");
  expect(
    $(".doors a")
      .toArray()
      .map((a) => $(a).attr("href")),
  ).toEqual(["Notes/01-a.html", "Projects/p/p.html", "Assignments/01-w/w.html"]);
  expect(
    $("h2")
      .toArray()
      .map((h) => $(h).text()),
  ).toEqual(["Projects", "The way through", "Notes", "Assignments", "Library"]);
  expect($(".look-up a").attr("href")).toBe("Library/README.html#all-names");
});

test("takes what the README says before its first section, without pictures", () => {
  const said = openingHtml(
    '<h1>T</h1><p>One.</p>\n<p><img src="x.png"></p>\n<p>See <a href="#start">start</a>.</p><h2 id="a">A</h2><p>No.</p>',
  );
  expect(said).toBe('<p>One.</p>\n<p>See <a href="README.html#start">start</a>.</p>');
});
