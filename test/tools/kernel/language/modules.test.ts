/** What cells import: files beside the notebook, cells that are modules, the library, packages. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import vm from "node:vm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createLanguage, type Language } from "../../../../tools/kernel/language/language";
import type { Compiled, Refused } from "../../../../tools/kernel/messages";
import { ROOT } from "./notebook";

const root = mkdtempSync(join(tmpdir(), "modules-"));
const cwd = join(root, "Notes");
let language: Language;
let count = 0;

/** Files change within less than the clock of some file systems tells. */
let clock = Date.now() / 1000;
function write(name: string, text: string): void {
  const path = join(root, name);
  writeFileSync(path, text);
  clock += 2;
  utimesSync(path, clock, clock);
}

function compile(code: string): Compiled {
  const made = language.compile({ code, count: ++count });
  if (made.kind !== "code") throw new Error(JSON.stringify(made));
  return made;
}

function refusal(code: string): Refused["diagnostics"] {
  const made = language.compile({ code, count: ++count });
  return made.kind === "refused" ? made.diagnostics : [];
}

/** Loads what was handed over the way the session does: by path, everything else by Node. */
function load(modules: Compiled["modules"], path: string): Record<string, unknown> {
  const module = modules.find((one) => one.path === path);
  if (!module) return require(path);
  const exports = {};
  const body = vm.runInThisContext(`(function (exports, require) {${module.data}\n})`);
  body(exports, (name: string) => load(modules, name));
  return exports;
}

beforeAll(() => {
  for (const folder of ["Notes", "lib/dist/part", "node_modules/only-esm", "node_modules/plain"])
    mkdirSync(join(root, folder), { recursive: true });
  symlinkSync(join(ROOT, "node_modules", "@types"), join(root, "node_modules", "@types"));
  write("lib/package.json", '{ "main": "dist/index.js", "types": "dist/index.d.ts" }');
  write("lib/index.ts", "export const answer: string = 'source';");
  write("lib/dist/index.d.ts", "export declare const answer: number;");
  write("lib/dist/index.js", "exports.answer = 42;");
  write("lib/dist/part/index.d.ts", "export declare const piece: number;");
  write(
    "node_modules/only-esm/package.json",
    '{ "name": "only-esm", "type": "module", "exports": { ".": { "types": "./index.d.ts", "import": "./index.js" } } }',
  );
  write("node_modules/only-esm/index.d.ts", "export declare const modern: true;");
  write("node_modules/only-esm/index.js", "export const modern = true;");
  write("node_modules/plain/package.json", '{ "name": "plain" }');
  write("node_modules/plain/index.js", "exports.untyped = 1;");
  write("Notes/deep.ts", 'import { answer } from "course"; export const deep = answer + 1;');
  write(
    "Notes/helper.ts",
    'import { deep } from "./deep";\nexport const twice = (x: number): number => 2 * x;\nexport const inner = deep;\n',
  );
  write("Notes/data.json", '{ "rows": [1, 2] }');
  write("Notes/old.js", "exports.old = (x) => x;");
  language = createLanguage({ cwd, root });
});
afterAll(() => rmSync(root, { recursive: true }));

test("files beside the notebook are checked, compiled and handed over once", () => {
  const made = compile('import { twice, inner } from "./helper"; twice(inner)');
  const paths = made.modules.map(({ path }) => path).sort();
  expect(paths).toEqual([join(cwd, "deep.js"), join(cwd, "helper.js")]);
  expect(made.imports).toEqual([join(cwd, "helper.js")]);
  const helper = load(made.modules, join(cwd, "helper.js")) as {
    twice(x: number): number;
    inner: number;
  };
  expect([helper.twice(2), helper.inner]).toEqual([4, 43]);
  expect(made.modules[0]!.data).toContain("sourceMappingURL=data:application/json;base64,");
  expect(compile('import { twice } from "./helper.ts"; twice(1)').modules).toEqual([]);
});

test("and again when they have changed", () => {
  write("Notes/helper.ts", "export const thrice = (x: number): number => 3 * x;\n");
  expect(refusal('import { twice } from "./helper"; twice(1)')[0]!.message).toContain(
    "no exported member 'twice'",
  );
  expect(compile('import { thrice } from "./helper"; thrice(1)').modules).toHaveLength(1);
  write("Notes/deep.ts", "export const deep = 'text';");
  write("Notes/helper.ts", 'import { deep } from "./deep";\nexport const n: number = deep;\n');
  expect(refusal('import { n } from "./helper"')).toMatchObject([
    {
      file: "helper.ts",
      line: 1,
      character: 13,
      message: "Type 'string' is not assignable to type 'number'.",
    },
  ]);
  write("Notes/helper.ts", "export const n = 1 +;\n");
  expect(refusal('import { n } from "./helper"')).toMatchObject([
    { file: "helper.ts", category: "syntax" },
  ]);
});

test("a file that comes later is found, and a package that is installed later", () => {
  expect(refusal('import { late } from "./late"')[0]!.code).toBe(2307);
  write("Notes/late.ts", "export const late = 1;");
  expect(compile('import { late } from "./late"; late').modules).toHaveLength(1);
  expect(refusal('import { fresh } from "fresh"')[0]!.message).toContain("npm install fresh");
  mkdirSync(join(root, "node_modules", "fresh"));
  write("node_modules/fresh/package.json", '{ "name": "fresh", "types": "index.d.ts" }');
  write("node_modules/fresh/index.d.ts", "export declare const fresh: number;");
  expect(compile('import { fresh } from "fresh"; fresh').imports).toEqual(["fresh"]);
});

test("a cell may be a module", () => {
  const shape = compile(
    "/** @module shape */\nexport const sides: number = 3;\nexport interface Shape { sides: number }",
  );
  expect(shape).toMatchObject({ output: "", names: [], imports: [] });
  expect(load(shape.modules, join(cwd, "shape.js"))).toMatchObject({ sides: 3 });
  const user = compile('import { sides, type Shape } from "./shape"; const s: Shape = { sides };');
  expect(user).toMatchObject({ imports: [join(cwd, "shape.js")], modules: [] });
  const again = compile("/** @module shape */\nexport const corners = 4;");
  expect(load(again.modules, join(cwd, "shape.js"))).toMatchObject({ corners: 4 });
  expect(refusal('import { sides } from "./shape"')).toHaveLength(1);
  expect(refusal("/** @module shape */\nexport const corners: string = 4;")).toMatchObject([
    { line: 1, character: 13 },
  ]);
  expect(refusal("/** @module shape */\nexport const corners: string = 4;")[0]).not.toHaveProperty(
    "file",
  );
});

test("the library, by any path that reaches it, is its compiled form", () => {
  const dist = join(root, "lib", "dist");
  for (const [name, path] of [
    ["course", "index.js"],
    ["../lib", "index.js"],
    ["../lib/index", "index.js"],
    ["../lib/index.ts", "index.js"],
    ["../lib/dist", "index.js"],
    ["course/part", "part/index.js"],
    ["../lib/part", "part/index.js"],
  ]) {
    const [what] = path === "index.js" ? ["answer"] : ["piece"];
    const made = compile(`import { ${what} } from "${name}"; const n: number = ${what}; n`);
    expect(made.imports).toEqual([join(dist, path!)]);
    expect(made.output).toContain(`require(${JSON.stringify(join(dist, path!))})`);
  }
});

test("packages: ESM alone with its types, without types, JSON and JavaScript beside the notebook", () => {
  expect(compile('import { modern } from "only-esm"; const m: true = modern').imports).toEqual([
    "only-esm",
  ]);
  expect(compile('import { untyped } from "plain"; untyped.anything').imports).toEqual(["plain"]);
  expect(compile('import data from "./data.json"; data.rows[0].toFixed()').imports).toEqual([
    "./data.json",
  ]);
  expect(compile('import { old } from "./old"; old(1)').imports).toEqual(["./old"]);
  expect(refusal('import data from "./data.json"; data.cols')).toHaveLength(1);
});

test("what gives types alone is not loaded; what is loaded for its effects is", () => {
  expect(
    compile(
      'import type { Stats } from "fs"; import { type Dirent } from "node:fs"; let a: Stats | Dirent',
    ).imports,
  ).toEqual([]);
  expect(compile('import { Stats } from "fs"; let b: Stats').imports).toEqual(["fs"]);
  expect(
    compile('import "plain"; export * from "only-esm"; import("fs"); let p: typeof import("path")')
      .imports,
  ).toEqual(["plain", "only-esm"]);
  expect(compile("import { join } from 'path'; const s = 'require(\"os\")'").imports).toEqual([
    "path",
  ]);
});
