import { expect, test } from "vitest";
import { findSeparator } from "../../../lib/data/csv/separator";

test.each<[string, string]>([
  ["a,b\n1,2\n", ","],
  ["a;b\n1,5;2\n", ";"],
  ["1,5;2,5\n3,1;4,2\n", ";"],
  ["a\tb\n1,5\t2\n", "\t"],
  ["a|b\n1|2\n", "|"],
  ["name,tags\nAnn,x;y\nBob,z;w\n", ","],
  ['a,"b;c;d"\n1,"2;3;4"\n', ","],
  ["a\n1\n", ","],
  ["1 2\n3 4\n", " "],
  ["x y\n1.5   2\n3\t4e5\n", " "],
  ["n\n1 234\n5 678\n", ","],
  ["two words\nmore words\n", ","],
  ["1 2\n3 4 5\n", ","],
])("%j", (text, separator) => {
  expect(findSeparator(Buffer.from(text), 0)).toBe(separator);
});

test("one that is no separator is not looked for", () => {
  expect(findSeparator(Buffer.from("1,5\n2,5\n"), 0, ",")).toBe(",");
  expect(findSeparator(Buffer.from("1,5|2\n"), 0, ",")).toBe("|");
});
