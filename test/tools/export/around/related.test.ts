import { load } from "cheerio";
import { describe, expect, test } from "vitest";
import { relatedHtml } from "../../../../tools/export/around/related";
import type { Chapter } from "../../../../tools/export/nav";
import { Relations } from "../../../../tools/export/relations";
import { asking, placesOf, readme } from "../chapters";

const note = asking("Notes/01-a.ipynb");
const next = asking("Notes/02-b.ipynb", "Notes/01-a.ipynb");
const own = asking("Assignments/01-w/w.ipynb", "Notes/01-a.ipynb");
const other = asking("Assignments/02-v/v.ipynb", "Notes/01-a.ipynb", "Assignments/01-w/w.ipynb");
const study = asking("Projects/p/p.ipynb", "Notes/01-a.ipynb", "Assignments/01-w/w.ipynb");
const table = readme(["Notes/01-a.ipynb", "Assignments/01-w/w.ipynb"]);
const chapters = [note, next, own, other, study, table];
const relations = new Relations(chapters, placesOf(chapters));

/** What is said, and the pages it is said of. */
function groups(chapter: Chapter): [string, string[]][] {
  const $ = load(relatedHtml(chapter, relations));
  return $("dl > div")
    .toArray()
    .map((div) => [
      $(div).find("dt").text(),
      $(div)
        .find("a")
        .toArray()
        .map((a) => $(a).attr("href") ?? ""),
    ]);
}

describe("relatedHtml", () => {
  test("leads from a note to what practises, needs and uses it", () => {
    expect(groups(note)).toEqual([
      ["Practised in", ["../Assignments/01-w/w.html"]],
      ["Needed in", ["02-b.html", "../Assignments/02-v/v.html"]],
      ["Put to use in", ["../Projects/p/p.html"]],
    ]);
  });

  test("leads from an assignment back to its note and on", () => {
    expect(groups(own)).toEqual([
      ["Belongs to", ["../../Notes/01-a.html"]],
      ["Stands on", ["../../Notes/01-a.html"]],
      ["Goes on in", ["../02-v/v.html"]],
      ["Put to use in", ["../../Projects/p/p.html"]],
    ]);
  });

  test("is nothing for a page beside the way", () => {
    expect(relatedHtml(table, relations)).toBe("");
  });
});
