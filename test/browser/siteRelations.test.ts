/** What stands on what in the whole course; here, as the pages are made by then. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { CACHE, ROOT, VENV } from "../../tools/common/project";
import { findSources } from "../../tools/export/course";
import { gather } from "../../tools/export/gather";
import type { Chapter } from "../../tools/export/nav";
import { isTaught, Relations } from "../../tools/export/relations";
import { placesOf } from "../tools/export/chapters";

const paths = (some: Iterable<Chapter>) => [...some].map(({ source }) => source.path);

test("in the course everything but the first note stands on something, and nothing on itself", {
  timeout: 300_000,
}, async () => {
  const sources = findSources(ROOT).filter(
    ({ path, section }) => path === "README.md" || !["About", "Resources"].includes(section),
  );
  const options = { root: ROOT, cache: join(CACHE, "export"), venv: VENV };
  const { fragments } = await gather(sources, new Set(sources.map(({ path }) => path)), options);
  const course = sources.map((source) => ({ source, fragment: fragments.get(source.path)! }));
  const found = new Relations(course, placesOf(course));
  const taught = course.filter(isTaught);
  expect(taught.length).toBeGreaterThanOrEqual(37);
  const bare = taught.filter((each) => found.neededBy(each).length === 0);
  expect(paths(bare)).toEqual(["Notes/01-linear-algebra.ipynb"]);
  for (const each of taught) {
    expect(found.allNeededBy(each).has(each), each.source.path).toBe(false);
    if (each.source.section === "Assignments") {
      expect(found.notesOf(each), each.source.path).toHaveLength(1);
    }
  }
});
