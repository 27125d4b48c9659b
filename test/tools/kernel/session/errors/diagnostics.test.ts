import { stripVTControlCharacters } from "node:util";
import { expect, test } from "vitest";
import type { Diagnostic } from "../../../../../tools/kernel/messages";
import { refusal } from "../../../../../tools/kernel/session/errors/diagnostics";

const diagnostic = (more: Partial<Diagnostic>): Diagnostic => ({
  ...{ message: "No.", code: 1, category: "type" },
  ...{ line: 0, character: 0, endLine: 0, endCharacter: 1 },
  ...more,
});
const text = (lines: string[]) => stripVTControlCharacters(lines.join("\n"));

test("a type error is marked in the cell, and nothing ran", () => {
  const { ename, evalue, traceback } = refusal(
    [
      diagnostic({
        message: "No foo.",
        code: 2339,
        line: 1,
        character: 2,
        endLine: 1,
        endCharacter: 5,
      }),
    ],
    "let a;\na.foo",
    "cell 3",
  );
  expect([ename, evalue]).toEqual(["TypeError", "No foo."]);
  expect(text(traceback)).toBe(
    [
      "TypeError: No foo.",
      "Cell 3, line 2, column 3 (TypeScript 2339)",
      "      1 let a;",
      "----> 2 a.foo",
      "          ^^^",
      "Nothing of the cell ran.",
    ].join("\n"),
  );
});

test("all are shown, the first names the error; a span over lines is marked to the line's end", () => {
  const all = [
    diagnostic({ category: "syntax", message: "Closed?", endLine: 1 }),
    diagnostic({ message: "Second." }),
  ];
  const { ename, evalue, traceback } = refusal(all, "abc\r\nd", "cell 1");
  expect([ename, evalue]).toEqual(["SyntaxError", "Closed? (and 1 more)"]);
  expect(text(traceback)).toContain("----> 1 abc\n        ^^^\n");
  expect(text(traceback)).toContain("TypeError: Second.");
});

test("one in a file beside the notebook names the file", () => {
  const { traceback } = refusal([diagnostic({ file: "helper.ts", line: 6 })], "1", "cell 1");
  expect(text(traceback)).toContain("helper.ts, line 7, column 1");
  expect(text(traceback)).not.toContain("---->");
});
