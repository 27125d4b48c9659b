// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are cells
/** Where errors are thrown: the maps lead each frame back to the line and column in its cell. */
import { SourceMap } from "node:module";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decode, encode } from "../../../../tools/kernel/language/emit/vlq";
import { createNotebook } from "./notebook";

const SETUP = `function fail(x: any): any { throw new Error("on purpose") }
const none: any = undefined, o: any = {};
class Failing { constructor(x: any) { fail(x) } }
function tag(...parts: any[]) { return fail(parts) }
const later = async () => { await null; return fail(1) }`;

/** The mark stands where the cell's own innermost frame is. */
const cases = [
  "°fail(1)",
  "  °fail(1)",
  "\t°fail(1)",
  "let a = 1\n°fail(a)",
  "const a = 1;\n\n// a comment\n/* and */ °fail(a)",
  "throw °new Error('x')",
  "1;  throw °new Error('x')",
  "o.a.°b",
  "o\n  .a\n  .°b",
  "o.°a()",
  "o!.a!.°b",
  "(o as any).a.°b",
  "const { °p } = o.a",
  "°new Failing(2)",
  "°tag`x${1}`",
  "[1, 2].map((v) =>\n  °fail(v))",
  "[1].forEach((v: number): void => { o.a.°b })",
  "if (true) {\n  let s: string = 'é😀'; °fail(s) }",
  "'a😀'; °fail(1)",
  "°fail(fail)",
  "interface A { a: number\n b: string }\ntype T = string\n   °fail(1)",
  "export const z: number = °fail(2)",
  "function h<T>(v: T): T {\n  return °fail(v)\n}\nh(1)",
  "await Promise.resolve(1);\n/* c */ °fail(1)",
  "async function w() {\n  await null;\n   await °fail(1)\n}\nawait w()",
  "for await (const q of [1]) °fail(q)",
  "({ a: o, o, fail }).o.a.°b",
  "JSON.°parse('{')",
  "const b = °new Array(-1)",
  "const d = 1;\r\n   °fail(1)\r\n",
  "import { sep } from 'path';\n°fail(sep)",
  "const s = 1;\nimport { join } from 'path'; °fail(join)",
  "#!/usr/bin/env node\n  °fail(1)",
  "export default °fail(1)",
  "enum E { P }\nnamespace N { export const k = 1 }\n  °fail(E.P)",
  "class A {\n  m() {\n    return °fail(this)\n  }\n}\nnew A().m()",
  "const f = (x: number = °fail(1)) => x; f()",
  "const t = `a${°fail(1)}`",
  `${"const long = 1; /* far behind */ ".replace("long", "x".repeat(300))}°fail(1)`,
];

describe("an error is thrown", () => {
  test.each(cases)("%j", async (marked) => {
    const notebook = createNotebook();
    await notebook.run(SETUP);
    const before = marked.slice(0, marked.indexOf("°")).split(/\r?\n/);
    const expected = { line: before.length - 1, character: before.at(-1)!.length };
    const own = (await notebook.frames(marked.replace("°", ""))).find(({ cell }) => cell === 2);
    expect(own).toEqual({ cell: 2, ...expected });
  });

  test("through cells, each frame in its own", async () => {
    const notebook = createNotebook();
    await notebook.run("const inner = (x: any) => {\n  return x.a.b\n}");
    await notebook.run("\nfunction outer(x: any) { return inner(x) }");
    expect(await notebook.frames("outer({})")).toEqual([
      { cell: 1, line: 1, character: 13 },
      { cell: 2, line: 1, character: 32 },
      { cell: 3, line: 0, character: 0 },
    ]);
  });

  test("stacks name the cell", () => {
    const notebook = createNotebook();
    expect(notebook.compiled("1").output).toMatch(/\n\/\/# sourceURL=cell-1\.ts$/);
  });
});

test("mappings are written as Node reads them, and read as they were written", () => {
  const number = fc.integer({ min: 0, max: 2 ** 20 });
  const segment = fc.tuple(number, fc.constant(0), number, number);
  const lines = fc.array(fc.array(segment, { maxLength: 4 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(lines, (unordered) => {
      const ordered = unordered.map((line) => [...line].sort((a, b) => a[0] - b[0]));
      const mappings = encode(ordered);
      expect(decode(mappings)).toEqual(ordered);
      const map = new SourceMap({
        version: 3,
        file: "",
        sources: ["a"],
        sourcesContent: [],
        names: [],
        mappings,
        sourceRoot: "",
      });
      for (const [generated, line] of ordered.entries()) {
        const last = line.at(-1);
        if (!last) continue;
        const entry = map.findEntry(generated, last[0]);
        expect(entry).toMatchObject({ originalLine: last[2], originalColumn: last[3] });
      }
    }),
  );
});
