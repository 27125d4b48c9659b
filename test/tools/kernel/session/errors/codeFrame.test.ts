import { stripVTControlCharacters } from "node:util";
import { expect, test } from "vitest";
import { codeFrame } from "../../../../../tools/kernel/session/errors/codeFrame";

const frame = (lines: string[], line: number, column: number, length?: number) =>
  codeFrame(lines, { line, column }, length).map(stripVTControlCharacters);

test("two lines around, an arrow at the line, a mark under the column", () => {
  const lines = ["a", "b", "const c = d;", "e", "f", "g"];
  expect(frame(lines, 3, 11)).toEqual([
    "      1 a",
    "      2 b",
    "----> 3 const c = d;",
    "                  ^",
    "      4 e",
    "      5 f",
  ]);
});

test("first and last line, numbers set right", () => {
  expect(frame(["x"], 1, 1)).toEqual(["----> 1 x", "        ^"]);
  const lines = Array.from({ length: 12 }, (_, i) => `line ${i + 1}`);
  expect(frame(lines, 11, 1, 4)).toEqual([
    "       9 line 9",
    "      10 line 10",
    "----> 11 line 11",
    "         ^^^^",
    "      12 line 12",
  ]);
});

test("what is underlined ends with the line, and is one character at least", () => {
  expect(frame(["abc"], 1, 2, Number.POSITIVE_INFINITY)[1]).toBe("         ^^");
  expect(frame(["abc"], 1, 4, 0)[1]).toBe("           ^");
});

test("tabs stay tabs above and below", () => {
  expect(frame(["\t\tbad()"], 1, 3)).toEqual(["----> 1 \t\tbad()", "        \t\t^"]);
});

test("a long line is cut around the mark, which stays under its character", () => {
  const line = `${"a".repeat(300)}X${"b".repeat(300)}`;
  const [source, mark] = frame([line], 1, 301);
  expect(source!.length).toBeLessThan(140);
  expect(source![mark!.indexOf("^")]).toBe("X");
});
