/** What is known of the packages beforehand makes importing them fast, and changes no answer. */
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createLanguage, type Language } from "../../../../tools/kernel/language/language";
import {
  keepOutline,
  type Outline,
  outlineOf,
  readOutline,
} from "../../../../tools/kernel/language/program/outline";
import { createProject } from "../../../../tools/kernel/language/program/project";
import { type File, type TS, ts } from "../../../../tools/kernel/language/typescript";
import { ROOT } from "./notebook";

const CELLS = [
  'import * as lib from "course"; import { linalg } from "../lib"',
  'import * as tf from "@tensorflow/tfjs-node"; import * as dfd from "danfojs-node"',
  "const t = tf.tensor2d([[1, 2]]); const m = tf.sequential(); const d = tf.layers.dense({ units: 1 })",
  'const df = new dfd.DataFrame([[1]]); const s = df.column("0"); const svd = linalg.svd([[1]])',
  "t.foo",
  'tf.tensor2d("x", {})',
  "const wrong: number = t",
  "m.compile({ optimizer: 1 })",
  "const mixed: number = [t, df, svd, s, lib.stats.ols]",
  "new GPUDevice(1); const buffer: GPUBuffer = 1",
  'import { nope } from "course"; import { neither } from "@tensorflow/tfjs-node"',
  'import * as deep from "@tensorflow/tfjs-core/dist/nope"',
  "function f(x: tf.Tensor3D, y: dfd.Series): tf.Tensor { return 1 }",
];
const OBJECTS = [
  ...["t", "m", "d", "df", "s", "svd", "tf", "dfd", "tf.layers", "tf.data", "tf.io", "tf.train"],
  ...["tf.image", "tf.node", "tf.util", "tf.losses", "lib", "linalg", "lib.calculus", "lib.core"],
  ...["lib.data", "lib.display", "lib.learn", "lib.optimize", "lib.plot", "lib.prob", "lib.stats"],
];
/** Of so many names the documentation of one is compared. */
const EACH = 7;

describe("packages whose files are read when they are needed", () => {
  const place = { cwd: join(ROOT, "Notes"), root: ROOT };
  let [whole, alone]: Language[] = [];
  beforeAll(() => {
    whole = createLanguage(place, createProject(place, new Map()));
    for (const _ of whole.warmUp());
    alone = createLanguage(place, createProject(place, readOutline(place)));
    for (const _ of alone.warmUp());
  });

  test("are known once they have been read whole", () => {
    const outline = readOutline(place);
    const forAll = [...outline].filter(([, isForAll]) => isForAll).map(([path]) => path);
    expect(outline.size).toBeGreaterThan(900);
    expect(forAll.length).toBeLessThan(200);
    expect(forAll.some((path) => path.endsWith("chained_ops/abs.d.ts"))).toBe(true);
    expect(forAll.some((path) => path.endsWith("tfjs-core/dist/tensor.d.ts"))).toBe(true);
  });

  test.each(CELLS.map((code, index) => [code, index + 1] as const))("%s", (code, count) => {
    const expected = whole!.compile({ code, count });
    expect(alone!.compile({ code, count })).toEqual(expected);
    expect(expected.kind).toBe(count <= 4 ? "code" : "refused");
  });

  test.each(OBJECTS)("the names of %s and their documentation", (object) => {
    const at = (code: string) => ({ code, cursor_pos: code.length });
    const expected = whole!.complete(at(`${object}.`));
    expect(alone!.complete(at(`${object}.`))).toEqual(expected);
    const names = (expected as { matches: string[] }).matches;
    expect(names.length).toBeGreaterThan(0);
    for (const name of names.filter((_, index) => index % EACH === 0)) {
      const asked = { ...at(`${object}.${name}`), detail_level: 1 };
      expect(alone!.inspect(asked)).toEqual(whole!.inspect(asked));
    }
  });
});

test("what a cell adds to a module reaches those who hand it on, as it does where all is read", () => {
  const place = { cwd: join(ROOT, "Notes"), root: ROOT };
  const cells = [
    'import { linalg } from "course"; import * as tf from "@tensorflow/tfjs-node"; const t = tf.tensor([1])',
    'declare module "course" { interface Added { a: number } }',
    'import { Added, stats } from "course"; const a: Added = { a: stats.mean([1]) }; linalg.svd([[1]])',
    'declare module "@tensorflow/tfjs-node" { interface Tensor { mine: number } }',
    "const n: number = t.mine; t.abs(); tf.tensor2d([[1]])",
    "const wrong: string = t.mine",
  ];
  const language = createLanguage(place, createProject(place, readOutline(place)));
  const kinds = cells.map((code, index) => language.compile({ code, count: index + 1 }).kind);
  expect(kinds).toEqual(["code", "code", "code", "code", "code", "refused"]);
});

describe("what is kept of them", () => {
  const root = mkdtempSync(join(tmpdir(), "outline-"));
  const place = { cwd: root, root };
  const library = join(root, "lib", "dist", "index.d.ts");
  const pack = join(root, "node_modules", "@some", "package");
  const outline: Outline = new Map([
    [library, false],
    [join(pack, "types", "all.d.ts"), true],
  ]);
  const version = (text: string) =>
    writeFileSync(join(pack, "package.json"), JSON.stringify({ version: text }));
  beforeAll(() => {
    for (const folder of [join(root, "lib", "dist"), pack]) mkdirSync(folder, { recursive: true });
    writeFileSync(library, "");
    version("1.0.0");
  });
  afterAll(() => rmSync(root, { recursive: true }));

  test("holds while packages and library stay as they are", () => {
    expect(readOutline(place).size).toBe(0);
    keepOutline(place, outline);
    expect(readOutline(place)).toEqual(outline);
    version("1.0.1");
    expect(readOutline(place).size).toBe(0);
    version("1.0.0");
    expect(readOutline(place)).toEqual(outline);
    const later = Date.now() / 1000 + 10;
    utimesSync(library, later, later);
    expect(readOutline(place).size).toBe(0);
  });

  test("does not hold when a package is gone, or it is rubbish", () => {
    keepOutline(place, outline);
    rmSync(pack, { recursive: true });
    expect(readOutline(place).size).toBe(0);
    writeFileSync(join(root, ".cache", "kernel", "declarations.json"), "rubbish");
    expect(readOutline(place).size).toBe(0);
  });
});

describe("which files every program must have", () => {
  function read(name: string, text: string): TS.SourceFile {
    const file = ts.createSourceFile(`/${name}.d.ts`, text, ts.ScriptTarget.ES2022, true);
    ts.bindSourceFile(file as unknown as File, {});
    return file;
  }
  const found = (files: Record<string, string>) =>
    Object.fromEntries(
      outlineOf(
        Object.entries(files).map(([name, text]) => read(name, text)),
        (name) => ({ resolvedModule: { resolvedFileName: `/${name.slice(2)}.d.ts` } }) as never,
      ),
    );

  test("scripts, those that add to others, what they add to, and those that declare a global", () => {
    expect(
      found({
        plain: "export interface P {}",
        script: "interface S {}",
        adds: 'declare module "./target" { interface T { more: 1 } } export {};',
        target: "export interface T {}",
        everywhere: "declare global { var g: 1; } export {};",
        umd: "export as namespace U; export const u: 1;",
      }),
    ).toEqual({
      "/plain.d.ts": false,
      "/script.d.ts": true,
      "/adds.d.ts": true,
      "/target.d.ts": true,
      "/everywhere.d.ts": true,
      "/umd.d.ts": true,
    });
  });

  test("nothing is known where something is added to a module that hands others on", () => {
    expect(
      found({
        adds: 'declare module "./index" { interface T { more: 1 } } export {};',
        index: 'export * from "./other";',
      }),
    ).toEqual({});
  });
});
