import { describe, expect, test } from "vitest";
import type { Chapter } from "../../../tools/export/nav";
import { Relations } from "../../../tools/export/relations";
import { asking, chapter, placesOf, readme } from "./chapters";

const one = asking("Notes/01-a.ipynb");
const two = asking("Notes/02-b.ipynb", "Notes/01-a.ipynb", "Resources/typescript.md");
const work = asking("Assignments/01-w/w.ipynb", "Notes/02-b.ipynb");
const study = chapter("Projects/p/p.ipynb", {
  links: ["../../Assignments/01-w/w.ipynb", "../../Notes/01-a.ipynb"],
  html: '<p>As <a href="mmllink0">w</a> does.</p><h2>Later</h2><a href="mmllink1">a</a>',
});
const table = readme(["Notes/01-a.ipynb", "Assignments/01-w/w.ipynb"], ["Projects/p/p.ipynb"]);
const chapters = [one, two, work, study, chapter("Resources/typescript.md"), table];
const relations = new Relations(chapters, placesOf(chapters));
const paths = (some: Iterable<Chapter>) => [...some].map(({ source }) => source.path);

describe("Relations", () => {
  test("reads what a notebook asks for, and leaves out what is only looked up", () => {
    expect(relations.neededBy(one)).toEqual([]);
    expect(paths(relations.neededBy(two))).toEqual(["Notes/01-a.ipynb"]);
  });

  test("of a notebook that asks for nothing takes what its opening names", () => {
    expect(paths(relations.neededBy(study))).toEqual(["Assignments/01-w/w.ipynb"]);
  });

  test("does not take what comes next for what is needed", () => {
    const next = chapter("Notes/03-c.ipynb", {
      links: ["/Notes/01-a.ipynb", "/Notes/02-b.ipynb"],
      html: '<p><strong>Needed beforehand:</strong> <a href="mmllink0">a</a>. <strong>Next:</strong> <a href="mmllink1">b</a>.</p>',
    });
    const all = [...chapters, next];
    expect(paths(new Relations(all, placesOf(all)).neededBy(next))).toEqual(["Notes/01-a.ipynb"]);
  });

  test("follows what is needed, and turns it round", () => {
    expect(paths(relations.allNeededBy(study)).sort()).toEqual([
      "Assignments/01-w/w.ipynb",
      "Notes/01-a.ipynb",
      "Notes/02-b.ipynb",
    ]);
    expect(paths(relations.needing(two))).toEqual(["Assignments/01-w/w.ipynb"]);
  });

  test("sets an assignment beside the note where the README does", () => {
    expect(paths(relations.assignmentsOf(one))).toEqual(["Assignments/01-w/w.ipynb"]);
    expect(relations.assignmentsOf(two)).toEqual([]);
    expect(paths(relations.notesOf(work))).toEqual(["Notes/01-a.ipynb"]);
  });

  test("does not run round in a circle, and says who asks for what comes later", () => {
    const round = [
      asking("Notes/01-a.ipynb", "Notes/02-b.ipynb"),
      asking("Notes/02-b.ipynb", "Notes/01-a.ipynb"),
    ];
    const found = new Relations(round, placesOf(round));
    expect(found.allNeededBy(round[0] as Chapter).size).toBe(2);
    expect(found.problems()).toEqual([
      {
        page: "Notes/01-a.ipynb",
        cause: "it asks beforehand for Notes/02-b.ipynb, which comes after it",
      },
    ]);
    expect(relations.problems()).toEqual([]);
  });
});
