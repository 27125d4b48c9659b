import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { coverageTable, findGaps, readCourse, type Tagged } from "../../tools/coverage/coverage";
import { COVERAGE } from "../../tools/coverage/main";
import { SECTIONS } from "../../tools/coverage/sections";

const notebook = (
  path: string,
  tags: Record<string, readonly ("markdown" | "code")[]>,
): Tagged => ({
  path,
  title: path,
  sections: new Map(Object.entries(tags).map(([section, kinds]) => [section, new Set(kinds)])),
});

describe("findGaps", () => {
  const all = Object.fromEntries(
    [...SECTIONS.keys()].map((section) => [section, ["markdown", "code"] as const]),
  );

  test("notes with text and code for every section have none", () => {
    expect(findGaps([notebook("Notes/all.ipynb", all)])).toEqual([]);
  });

  test("a section without text or code in any note is named", () => {
    const { "7.3": _, ...rest } = all;
    expect(findGaps([notebook("Notes/rest.ipynb", { ...rest, "7.2": ["markdown"] })])).toEqual([
      "section 7.2 has no code cell in any note",
      "section 7.3 has no markdown cell in any note",
      "section 7.3 has no code cell in any note",
    ]);
    // an assignment is no note
    expect(findGaps([notebook("Assignments/a.ipynb", all)])).toHaveLength(2 * SECTIONS.size);
  });

  test("a tag that is no section is named", () => {
    expect(findGaps([notebook("Notes/x.ipynb", { ...all, "2.9": ["code"] })])[0]).toMatch(
      /"2\.9".*no section/,
    );
  });
});

describe("the course", () => {
  const course = readCourse();

  test("covers every section of every chapter", () => {
    expect(findGaps(course)).toEqual([]);
  });

  test("Resources/coverage.md is up to date (npm run coverage)", () => {
    expect(readFileSync(COVERAGE, "utf8")).toBe(coverageTable(course));
  });
});
