import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { coverageTable, findGaps, readCourse, type Tagged } from "../../tools/coverage/coverage";
import { COVERAGE } from "../../tools/coverage/main";

const notebook = (path: string, tags: Record<string, ("markdown" | "code")[]>): Tagged => ({
  path,
  title: path,
  sections: new Map(Object.entries(tags).map(([section, kinds]) => [section, new Set(kinds)])),
});

describe("findGaps", () => {
  test("a chapter without a note is not begun and has no gap", () => {
    expect(findGaps([notebook("Assignments/a.ipynb", { "7.1": ["code"] })])).toEqual([]);
  });

  test("a chapter with a note needs text and code for every section", () => {
    const note = notebook("Notes/07.ipynb", {
      "7.1": ["markdown", "code"],
      "7.2": ["markdown"],
    });
    expect(findGaps([note])).toEqual([
      "section 7.2 has no code cell in any note",
      "section 7.3 has no markdown cell in any note",
      "section 7.3 has no code cell in any note",
    ]);
  });

  test("a tag that is no section is named", () => {
    expect(findGaps([notebook("Notes/x.ipynb", { "2.9": ["code"] })])[0]).toMatch(
      /"2\.9".*no section/,
    );
  });
});

describe("the course", () => {
  const course = readCourse();

  test("covers every section of every chapter that has a note", () => {
    expect(findGaps(course)).toEqual([]);
  });

  test("Resources/coverage.md is up to date (npm run coverage)", () => {
    expect(readFileSync(COVERAGE, "utf8")).toBe(coverageTable(course));
  });
});
