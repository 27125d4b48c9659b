import MiniSearch from "minisearch";
import { describe, expect, test } from "vitest";
import type { Fragment } from "../../../tools/export/fragment";
import { searchScript } from "../../../tools/export/search";

const source = { path: "Notes/01-a.ipynb", page: "Notes/01-a.html", section: "Notes" as const };
const passages = [
  { id: "", heading: "Vectors", text: "What has a length and a direction." },
  { id: "norms", heading: "Norms", text: "The length of a vector. </script> \u2028" },
];
const fragment = { title: "Vectors", passages } as Fragment;

/** Runs the script as a page does, and opens its index as client/search.js does. */
function open(script: string): MiniSearch {
  const window: { courseSearch?: { options: object; index: object } } = {};
  new Function("window", script)(window);
  const { options, index } = window.courseSearch as { options: object; index: object };
  return MiniSearch.loadJS(index as never, options as never);
}

describe("searchScript", () => {
  const index = open(searchScript([{ source, fragment }]));

  test("finds passages by their text and headings, with where they stand", () => {
    expect(index.search("direction")[0]).toMatchObject({
      u: "Notes/01-a.html",
      p: "Vectors",
      h: "",
    });
    expect(index.search("norms")[0]).toMatchObject({ u: "Notes/01-a.html#norms", h: "Norms" });
    expect(index.search("nothing")).toEqual([]);
  });

  test("is the same each time", () => {
    expect(searchScript([{ source, fragment }])).toBe(searchScript([{ source, fragment }]));
  });
});
