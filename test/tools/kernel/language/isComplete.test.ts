// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are cells
import { expect, test } from "vitest";
import { isComplete } from "../../../../tools/kernel/language/isComplete";

test.each([
  "",
  "1",
  "f()",
  "if (a) {}\n",
  "// a comment",
  "const a = 1;",
  "await x",
  "a\n\n",
  "interface A { a: 1 }",
  "declare function f(): void",
])("%j is complete", (code) => expect(isComplete(code)).toEqual({ status: "complete" }));

test.each([
  ["f(", "  "],
  ["f(1,", "  "],
  ["if (a) {", "  "],
  ["if (a)", ""],
  ["for (const x of xs) {\n  if (x) {\n    y(", "      "],
  ["() => {\n  return [\n    1,\n", "    "],
  ["class A {\n\tm() {", "\t  "],
  ["const a =", ""],
  ["a.", ""],
  ["x =>", ""],
  ["import { a", "  "],
  ["import { a } from", ""],
  ["function f()", ""],
  ["`abc", ""],
  ["  `a${", "  "],
  ["/* a", ""],
  ["try {}", ""],
  ["{ // }", "  "],
  ["f(')'", "  "],
  ["a ? b", ""],
  ["@dec", ""],
])("%j goes on, with %j in front", (code, indent) => {
  expect(isComplete(code)).toEqual({ status: "incomplete", indent });
});

test.each([
  "'abc",
  "foo bar",
  ")",
  "f())",
  "a = 1 2",
  "f(1 2",
  "if (a) { } }",
  "/ab",
  "%ls",
  "let 1 = 2",
])("%j is invalid", (code) => expect(isComplete(code)).toEqual({ status: "invalid" }));
