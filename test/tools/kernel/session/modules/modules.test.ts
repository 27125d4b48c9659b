/** What cells import, far from the project: the library, packages of all kinds, the learner's own files. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Kernel } from "../../client";
import { plainResult } from "./plainResult";

const folder = mkdtempSync(join(tmpdir(), "cells-"));
function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
const pack = (name: string, more: object) =>
  write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: "1.0.0", ...more }));

let kernel: Kernel;
beforeAll(async () => {
  pack("modern", { type: "module", exports: { import: "./index.js" } });
  write("node_modules/modern/index.js", 'export default () => "hi";\nexport const a = 1;');
  pack("waits", { type: "module", main: "./index.js" });
  write("node_modules/waits/index.js", "export const late = await Promise.resolve(5);");
  pack("breaks", { main: "index.js" });
  write("node_modules/breaks/index.js", 'throw new Error("broken inside");');
  write("base.ts", "export const base = 1;\n");
  write(
    "helper.ts",
    'import { base } from "./base";\n\nexport const twice = (x: number): number => 2 * x + base;\n' +
      'export function fails(): never {\n  throw new Error("from the helper");\n}\n',
  );
  kernel = await Kernel.start({ cwd: folder });
});
afterAll(async () => {
  await kernel?.stop();
  rmSync(folder, { recursive: true });
});

const plain = (code: string) => plainResult(kernel, code);
async function failure(code: string): Promise<string> {
  const { content } = (await kernel.run(code)).reply;
  expect(content.status).toBe("error");
  return stripVTControlCharacters(content.traceback.join("\n"));
}

test("the library goes by its name", async () => {
  expect(await plain('import { linalg } from "course";\nlinalg.det([[1, 2], [3, 4]])')).toBe("-2");
  expect(await plain('(await import("course")).linalg === linalg')).toBe("true");
});

test("packages that are ECMAScript modules alone, and such as wait, are loaded", async () => {
  expect(await plain('import hi, { a } from "modern";\n[hi(), a]')).toBe("[ 'hi', 1 ]");
  expect(await plain('import * as waits from "waits";\nwaits.late')).toBe("5");
  expect(await plain('(await import("modern")).default()')).toBe("'hi'");
});

test("a package that breaks while it loads fails at its import", async () => {
  const text = await failure('const before = 1;\nimport "breaks";');
  expect(text).toContain("Error: broken inside");
  expect(text).toMatch(/line 2/);
});

test("files beside the notebook; their errors are shown in them", async () => {
  expect(await plain('import { twice, fails } from "./helper";\ntwice(4)')).toBe("9");
  expect(await plain('(await import("./helper")).twice(5)')).toBe("11");
  const text = await failure("fails()");
  expect(text).toContain("helper.ts, line 5, in fails");
  expect(text).toContain('----> 5   throw new Error("from the helper");');
  expect(text).toMatch(/called from cell \d+, line 1: fails\(\)/);
});

test("a file that has changed is loaded anew, and with it what imports it", async () => {
  write("base.ts", "export const base = 100;\n");
  expect(await plain('import { twice } from "./helper";\ntwice(4)')).toBe("108");
});

test("a cell that is a module, and its errors", async () => {
  await kernel.run(
    '/** @module own */\nexport const z = 42;\nexport function bad() {\n  throw new Error("own");\n}',
  );
  expect(await plain('import { z, bad } from "./own";\nz')).toBe("42");
  const text = await failure("bad()");
  expect(text).toContain("own.ts, line 4, in bad");
  expect(text).toContain('----> 4   throw new Error("own");');
});

test("what is not there says what to do", async () => {
  expect(await failure('await import("nowhere" as string)')).toContain("npm install nowhere");
  expect(await failure('import x from "nowhere";')).toContain("npm install nowhere");
});
