import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { courseTitle, findSources, isChapter, numberOf } from "../../../tools/export/course";
import { FIXTURE, scratch } from "./course";

const { folder, remove } = scratch();
afterAll(remove);

test("finds notebooks and texts in reading order, and nothing else", () => {
  for (const path of [
    "README.md",
    "CONTRIBUTING.md",
    "LICENSE.md",
    "lib/x/README.md",
    "Notes/10-b.ipynb",
    "Notes/9-a.ipynb",
    "Notes/.ipynb_checkpoints/9-a-checkpoint.ipynb",
    "Assignments/02-x/x.ipynb",
    "Assignments/02-x/data/README.md",
    "Assignments/02-x/data/x.csv",
    "Projects/y/y.ipynb",
    "Projects/y/_draft.ipynb",
    "Projects/y/node_modules/z/README.md",
    "Resources/a.md",
    "Resources/README.md",
  ]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), "# T");
  }
  const sources = findSources(folder);
  expect(sources.map(({ path }) => path)).toEqual([
    "Notes/9-a.ipynb",
    "Notes/10-b.ipynb",
    "Assignments/02-x/data/README.md",
    "Assignments/02-x/x.ipynb",
    "Projects/y/y.ipynb",
    "Resources/README.md",
    "Resources/a.md",
    "README.md",
    "CONTRIBUTING.md",
  ]);
  expect(sources[0]).toEqual({ path: "Notes/9-a.ipynb", page: "Notes/9-a.html", section: "Notes" });
  expect(sources.filter((source) => !isChapter(source)).map(({ path }) => path)).toEqual([
    "Assignments/02-x/data/README.md",
    "README.md",
    "CONTRIBUTING.md",
  ]);
});

test("reads the number of a chapter from its file or its folder", () => {
  expect(numberOf("Notes/04-eigenvalues.ipynb")).toBe(4);
  expect(numberOf("Assignments/13-pca/pca.ipynb")).toBe(13);
  expect(numberOf("Projects/houses/houses.ipynb")).toBeNull();
});

test("takes the title of the course from its README", () => {
  expect(courseTitle(FIXTURE)).toBe("The mathematics of machine learning");
  expect(courseTitle(join(folder, "Notes"))).toBe("Course");
});
