import { stripVTControlCharacters } from "node:util";
import { expect, test } from "vitest";
import type { Frame } from "../../../../../tools/kernel/session/errors/frames";
import { CellSource } from "../../../../../tools/kernel/session/errors/sources";
import { errorContent } from "../../../../../tools/kernel/session/errors/traceback";

const source = (label: string, code: string) =>
  new CellSource(label, code, { map: "{}", hasAwait: false });
const f = source("cell 4", "function f() {\n  g();\n}");
const cell = (of: CellSource, line: number, column: number, name?: string): Frame => ({
  kind: "cell",
  cell: of,
  at: { line, column },
  name,
});
const library = (owner: string, name: string): Frame => ({ kind: "library", owner, name });

function traceback(thrown: unknown, framesOf: (error: object) => Frame[]): string {
  return stripVTControlCharacters(errorContent(thrown, { framesOf }).traceback.join("\n"));
}

test("message, the cell's line, the library folded, the calls through cells", () => {
  const frames = [
    library("lib", "core.requireVector"),
    library("lib", "linalg.solve"),
    cell(f, 2, 3, "f"),
    cell(source("cell 5", "f();"), 1, 1),
  ];
  expect(traceback(new RangeError("b"), () => frames)).toBe(
    [
      "RangeError: b",
      "Cell 4, line 2, in f",
      "      1 function f() {",
      "----> 2   g();",
      "          ^",
      "      3 }",
      "in lib: linalg.solve",
      "called from cell 5, line 1: f();",
    ].join("\n"),
  );
});

test("a recursion is counted, a long way cut", () => {
  const frames = Array.from({ length: 64 }, () => cell(f, 2, 3, "f"));
  expect(traceback(new RangeError("deep"), () => frames)).toContain(
    "called from cell 4, line 2: g(); (63 times)",
  );
  const many = Array.from({ length: 40 }, (_, i) => cell(f, 1 + (i % 3), 1));
  expect(traceback(new Error("far"), () => many)).toContain("… and 27 further calls");
});

test("an error that never met a cell names what it came through", () => {
  expect(traceback(new Error("e"), () => [library("danfojs-node", "f")])).toBe(
    "Error: e\nin danfojs-node: f",
  );
  expect(traceback(new Error("e"), () => [])).toBe("Error: e");
});

test("causes and gathered errors follow; a circle of causes ends", () => {
  const inner = new TypeError("inner");
  expect(traceback(new Error("outer", { cause: inner }), () => [])).toBe(
    "Error: outer\n\ncaused by TypeError: inner",
  );
  const all = new AggregateError([new Error("a"), 2], "none");
  expect(traceback(all, () => [])).toContain("[1 of 2] Error: a\n\n[2 of 2] Uncaught: 2");
  inner.cause = new Error("outer", { cause: inner });
  expect(traceback(inner.cause, () => []).match(/caused by/g)).toHaveLength(1);
});

test("what is no error says how one learns the place", () => {
  expect(traceback(5, () => [])).toBe(
    'Uncaught: 5\nThis is no Error: throw new Error("…") would say where it was thrown.',
  );
});

test("a missing package says what to do", () => {
  const missing = (message: string) =>
    Object.assign(new Error(message), { code: "MODULE_NOT_FOUND" });
  const hint = (message: string) => traceback(missing(message), () => []).split("\n")[1];
  expect(hint("Cannot find module '@a/b/c'")).toContain("npm install @a/b`");
  expect(hint("Cannot find module '/p/lib/dist/index.js'. Please verify")).toContain(
    "npm run setup",
  );
  expect(hint("Cannot find module '../../lib'")).toContain('from "course"');
  expect(hint("Cannot find module './x'")).toContain("notebook's folder");
});
