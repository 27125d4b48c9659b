import { expect, test } from "vitest";

const { writeOut } = require("../../tools/kernel/main.cjs") as {
  writeOut(source: string): string;
};

test.each([
  ["show({ A, b });", "show({ A: A, b: b });"],
  ["f({ ...A, k, m() {}, c: 1 })", "f({ ...A, k: k, m() {}, c: 1 })"],
  ["({ q } = r);", "({ q: q } = r);"],
  ["const { x, y } = p;", "const { x, y } = p;"],
  ['const s = "{ A }"; // { b }', 'const s = "{ A }"; // { b }'],
  [
    "const f = (o: { a: number }) => ({ o, n: { o } });",
    "const f = (o: { a: number }) => ({ o: o, n: { o: o } });",
  ],
  ["({ A", "({ A: A"],
  ["", ""],
])("%j becomes %j", (source, written) => {
  expect(writeOut(source)).toBe(written);
});
