import { describe, expect, test } from "vitest";
import {
  docstringsIn,
  exampleOf,
  firstSentence,
  paramsOf,
  parseDocstring,
  tagsOf,
} from "../../../tools/reference/docstring";

const written = `/**
 * The norm ‖x‖₂ (MML 3.1): a
 * length.
 *
 *     indented(code)
 *
 * @param x - A vector,
 * of length n.
 * @param options - Which.
 * @throws TypeError if x is none.
 * @example
 * linalg.norm([3, 4]) // => 5
 *
 * linalg.norm([]) // => 0
 */`;

describe("a docstring", () => {
  const doc = parseDocstring(written);

  test("is a text and tags, with lines and indents kept", () => {
    expect(doc.text).toBe("The norm ‖x‖₂ (MML 3.1): a\nlength.\n\n    indented(code)");
    expect(doc.tags.map(({ name }) => name)).toEqual(["param", "param", "throws", "example"]);
    expect(tagsOf(doc, "throws")).toEqual(["TypeError if x is none."]);
  });

  test("names its arguments, and its example in lines", () => {
    expect([...paramsOf(doc)]).toEqual([
      ["x", "A vector,\nof length n."],
      ["options", "Which."],
    ]);
    expect(exampleOf(doc)).toEqual(["linalg.norm([3, 4]) // => 5", "linalg.norm([]) // => 0"]);
  });

  test("may stand on one line, or be none", () => {
    expect(parseDocstring("/** Left singular vectors. */")).toEqual({
      text: "Left singular vectors.",
      tags: [],
    });
    expect(parseDocstring("")).toEqual({ text: "", tags: [] });
  });

  test("is found with the line that it stands before", () => {
    const found = docstringsIn(`${written}\nexport function norm(\n/** The rest. */\nx`);
    expect(found.map(({ before }) => before)).toEqual(["export function norm(", "x"]);
  });
});

test.each([
  ["One. Two.", "One."],
  [
    "The SVD A = U·Σ·Vᵀ (MML 4.5): a turn,\nand more. Next.",
    "The SVD A = U·Σ·Vᵀ (MML 4.5): a turn, and more.",
  ],
  ["Of shape 0.5 and up. It", "Of shape 0.5 and up."],
  ["See W. S. Gosset 1908. Then", "See W. S. Gosset 1908."],
  ["Calls `a. B` first. Then", "Calls `a. B` first."],
  ["No stop\n\nNext paragraph.", "No stop"],
  ["", ""],
])("the first sentence of %j", (text, first) => {
  expect(firstSentence(text)).toBe(first);
});
