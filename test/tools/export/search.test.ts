import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import MiniSearch from "minisearch";
import { describe, expect, test } from "vitest";
import { ROOT } from "../../../tools/common/project";
import type { Fragment } from "../../../tools/export/fragment";
import { searchScript } from "../../../tools/export/search";

const source = { path: "Notes/01-a.ipynb", page: "Notes/01-a.html", section: "Notes" as const };
const passages = [
  { id: "", heading: "Note 01 · Vector spaces", text: "What has a length and a direction." },
  { id: "norms", heading: "Norms of Rényi", text: "The length of a vector, R². </script> \u2028" },
  {
    id: "other",
    heading: "Other",
    text: "Vector spaces, Newton's method and the eigenvalues 1.23456.",
  },
];
const fragment = { title: "Note 01 · Vector spaces", passages } as Fragment;

interface Hit {
  u: string;
  h: string;
  page: { url: string; label: string; title: string };
}

/** Runs the scripts as a page does: what a question finds, as "Notes/01-a.html#norms". */
function open(script: string): (question: string) => string[] {
  const window: Record<string, unknown> = { mml: {} };
  const client = (name: string) =>
    readFileSync(join(ROOT, "tools", "export", "client", `${name}.js`), "utf8");
  runInNewContext(client("words") + client("ranking") + script, { window });
  const { pages, options, index } = window.courseSearch as Record<string, object>;
  const { termsOf, find } = window.mml as {
    termsOf: (text: string) => string[];
    find: (course: object, question: string) => Hit[];
  };
  const tools = { tokenize: termsOf, processTerm: (term: string) => term };
  const opened = MiniSearch.loadJS(index as never, { ...options, ...tools } as never);
  return (question) =>
    find({ pages, index: opened }, question).map(({ page, u }) => `${page.url}${u && `#${u}`}`);
}

describe("the search", () => {
  const script = searchScript([{ source, fragment }]);
  const find = open(script);
  const [page, norms, other] = ["", "#norms", "#other"].map((u) => `Notes/01-a.html${u}`);

  test.each([
    ["a page by its title, before its sections", "vector space", page],
    ["a page by its number", "Note 1", page],
    ["a page by its number as it is written", "note 01", page],
    ["a section by its heading", "norms", norms],
    ["words with and without accents", "renyi", norms],
    ["a power as it is typed", "R^2", norms],
    ["a power as it is written", "R²", norms],
    ["a word in two parts", "eigen-values", other],
    ["a word by its beginning", "eigen", other],
    ["a slip of the pen", "eigenvlaues", other],
    ["a name without its s", "newtons method", other],
    ["words in quotes", '"vector spaces"', page],
    ["words among those that say nothing", "what is the norm of a vector", norms],
  ])("finds %s", (_, question, first) => {
    expect(find(question)[0]).toBe(first);
  });

  test.each(["", "   ", "the", "xyzzy", "<img src=x onerror=alert()>", "1.23456", "…", "\u0000"])(
    "finds nothing for %j",
    (question) => {
      expect(find(question)).toEqual([]);
    },
  );

  test("bears a question of any length", () => {
    expect(find("vector spaces ".repeat(10_000))[0]).toBe(page);
  });

  test("is the same each time", () => {
    expect(searchScript([{ source, fragment }])).toBe(script);
  });
});
