import { join } from "node:path";
import { expect, test } from "vitest";
import { frameOf } from "../../../../../tools/kernel/session/errors/frames";
import { Sources } from "../../../../../tools/kernel/session/errors/sources";
import { Run } from "../../../../../tools/kernel/session/run/run";

const folders = { root: join("/", "p"), notebook: join("/", "p", "Notes") };
const sources = new Sources();
// line 1 of the code comes from line 2, column 5 of the cell
const map = JSON.stringify({ version: 3, sources: ["c"], names: [], mappings: "AACI" });
const run = new Run({} as never, 3);
sources.add(3, "first\n    second", { map, hasAwait: false }, run);

const frame = (file: string, name?: string) =>
  frameOf({ file, line: 1, column: 40, name }, sources, folders);

test("a place in a cell's code is one in its source", () => {
  expect(frame("cell-3.ts", "f")).toMatchObject({
    kind: "cell",
    cell: { label: "cell 3", run },
    at: { line: 2, column: 5 },
    name: "f",
  });
});

test("the library and packages go by what was called", () => {
  const name = (...path: string[]) => {
    const found = frame(join("/", "p", ...path), "Object.solve");
    return found?.kind === "library" ? `${found.owner} ${found.name}` : found;
  };
  expect(name("lib", "dist", "linalg", "flat", "x.js")).toBe("lib linalg.solve");
  expect(name("node_modules", "@a", "b", "index.js")).toBe("@a/b solve");
  expect(name("node_modules", "c", "node_modules", "d", "index.js")).toBe("d solve");
});

test("a file beside the notebook goes by its path", () => {
  expect(frame(join("/", "p", "Notes", "helper.ts"))).toMatchObject({
    kind: "file",
    path: "helper.ts",
    at: { line: 1, column: 40 },
  });
});

test.each([
  "node:internal/vm",
  "native",
  join("/", "p", "node_modules", "tslab", "dist", "executor.js"),
  join("/", "p", "node_modules", "@tslab", "typescript-for-tslab", "lib", "typescript.js"),
  join(__dirname, "..", "..", "..", "..", "..", "tools", "kernel", "session", "main.js"),
])("%s is left out", (file) => {
  expect(frame(file)).toBeUndefined();
});
