import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "../../../../../tools/common/project";
import { libraryPath, projectFolder } from "../../../../../tools/kernel/session/modules/library";
import { importsOf } from "../../../../../tools/kernel/session/modules/scan";

const root = join("/", "p");
const from = join(root, "Assignments", "13-pca");
const dist = (...path: string[]) => join(root, "lib", "dist", ...path);

test.each([
  ["course", dist("index.js")],
  ["course/linalg", dist("linalg")],
  ["../../lib", dist("index.js")],
  ["../../lib/", dist("index.js")],
  ["../../lib/linalg/svd.ts", dist("linalg", "svd")],
  ["../../lib/dist/index.js", undefined],
  ["../../library", undefined],
  ["../lib", undefined],
  ["./lib", undefined],
  ["courses", undefined],
  ["danfojs-node", undefined],
  ["../..", undefined],
])("%s leads to %s", (request, path) => {
  expect(libraryPath(request, from, root)).toBe(path);
});

test("the project is found from inside", () => {
  expect(projectFolder(__dirname)).toBe(ROOT);
});

test("the imports of a cell at a glance", () => {
  const code = [
    'import { a, b as c } from "one";',
    "import d, * as e from 'two'",
    'import "three"; import type { T } from "types";',
    '  import {\n  f,\n} from "four";',
    'import type { U } from "five";',
    'const text = `no import x from "six"`; import("seven");',
    'import { a } from "one";',
  ].join("\n");
  expect(importsOf(code)).toEqual(["one", "two", "three", "four"]);
});
