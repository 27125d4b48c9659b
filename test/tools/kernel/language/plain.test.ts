// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are programs
/** Programs cut into cells at random do what they do in one piece, evaluated plainly. */
import vm from "node:vm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { emitOptions } from "../../../../tools/kernel/language/options";
import { ts } from "../../../../tools/kernel/language/typescript";
import { createNotebook } from "./notebook";

const VARIABLES = ["a", "b", "größe"];
const FUNCTIONS = ["f", "g"];

const START = `const log: any[] = [];
let a: any = 1; let b: any = 2
var größe: any = 3
function f(x: any): any { a = x + 1; return b + x }
const g = (x: any): any => { b++
  return x * a }
class Box { constructor(readonly v: any) {} get(): any { return this.v + a } }
const later = async (x: any) => { await null; return x + b }
const tag = (s: TemplateStringsArray, ...v: any[]) => s.length + v.reduce((p, q) => p + Number(q), 0)
enum E { P = 5, Q }`;

const variable = fc.constantFrom(...VARIABLES);
/** Two of them that differ. */
const pair = fc.shuffledSubarray(VARIABLES, { minLength: 2, maxLength: 2 });
const fn = fc.constantFrom(...FUNCTIONS);

/** Expressions, with every way in which a name may stand in one. */
const { expression } = fc.letrec<{ expression: string }>((tie) => {
  const e = tie("expression");
  return {
    expression: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      fc.integer({ min: 0, max: 9 }).map(String),
      variable,
      fc.constantFrom("E.P", "E[6].length", "typeof a", "typeof f", "log.length", "`x${a}`.length"),
      fc
        .tuple(e, fc.constantFrom("+", "-", "*", "<", ",", "??", "&&"), e)
        .map(([x, op, y]) => `((${x}) ${op} (${y}))`),
      fc.tuple(fn, e).map(([f, x]) => `${f}(${x})`),
      fc.tuple(fn, e).map(([f, x]) => `(${f})(${x})`),
      fc.tuple(fn, e).map(([f, x]) => `${f}?.(${x})`),
      fc.tuple(fn, e).map(([f, x]) => `[${x}].map(${f})[0]`),
      e.map((x) => `(await later(${x}))`),
      e.map((x) => `new Box(${x}).get()`),
      e.map((x) => `tag\`p\${${x}}q\``),
      fc.tuple(variable, e).map(([v, x]) => `({ ${v}, q: ${x} }).${v}`),
      fc
        .tuple(variable, e)
        .map(([v, x]) => `((${v}: any) => ${v} + ${x.includes("await") ? 1 : x})(2)`),
      fc.tuple(variable, e, e).map(([v, x, y]) => `(${v} ? ${x} : ${y})`),
    ),
  };
});

const e = expression;

const { statement } = fc.letrec<{ statement: string }>((tie) => {
  const s = tie("statement");
  return {
    statement: fc.oneof(
      { maxDepth: 2, withCrossShrink: true },
      fc
        .tuple(variable, fc.constantFrom("=", "+=", "??=", "-="), e)
        .map(([v, op, x]) => `${v} ${op} ${x}`),
      variable.map((v) => `${v}++`),
      variable.map((v) => `--${v}`),
      e.map((x) => `log.push(${x})`),
      fc.tuple(fn, e).map(([f, x]) => `${f}(${x})`),
      fc.tuple(fn, e).map(([f, x]) => `;(${f})(${x})`),
      e.map((x) => `tag\`\${${x}}\``),
      e.map((x) => `await later(${x})`),
      fc.tuple(variable, variable).map(([v, w]) => `;[${v}, ${w}] = [${w}, ${v}]`),
      // closed by a semicolon: TypeScript takes it and a block on the next line for an arrow function
      fc
        .tuple(pair, e)
        .map(([[v, w], x]) => `;({ ${v}, q: ${w} = ${x} } = { ${v}: ${x} } as any);`),
      fc.tuple(pair, e).map(([[v, w], x]) => `;({ ${v} = ${x}, ...${w} } = {} as any); ${w} = 4`),
      fc.tuple(variable, e).map(([v, x]) => `for (${v} of [${x}, 2]) log.push(${v})`),
      fc.tuple(variable, e).map(([v, x]) => `for await (${v} of [later(${x}), 2]) log.push(${v})`),
      fc.tuple(e, s, s).map(([x, p, q]) => `if (${x}) { ${p} } else { ${q} }`),
      s.map((p) => `for (let i = 0; i < 2; i++) { ${p}\n${p} }`),
      fc.tuple(variable, s).map(([v, p]) => `{ let ${v}: any = 7; ${p} }`),
      fc.tuple(s, e).map(([p, x]) => `try { ${p}\nthrow ${x} } catch (b) { log.push(b) }`),
    ),
  };
});

/** One that begins with what would go on with the line before is apart from it in the program as well. */
const cells = fc.array(fc.array(statement, { minLength: 1, maxLength: 3 }), {
  minLength: 1,
  maxLength: 5,
});

const END = "JSON.stringify([log, a, b, größe])";

/** The program in one piece, with its types left out. */
async function plainly(program: string): Promise<unknown> {
  const compilerOptions = { ...emitOptions, module: ts.ModuleKind.ESNext };
  const { outputText } = ts.transpileModule(program, { compilerOptions });
  const body = vm.runInThisContext(
    `(async function () { "use strict"; ${outputText.replace(/^export \{\};$/m, "")}\nreturn ${END} })`,
  );
  return body().catch((error: Error) => `${error.name}: ${error.message}`);
}

async function inCells(texts: string[]): Promise<unknown> {
  const notebook = createNotebook();
  try {
    // Whether the types fit is not what this is about.
    for (const text of texts) await notebook.run(`// @ts-nocheck\n${text}`);
    return await notebook.run(END);
  } catch (error) {
    const { name, message } = error as Error;
    return `${name}: ${message}`;
  }
}

test("in cells as in one piece", async () => {
  await fc.assert(
    fc.asyncProperty(cells, async (statements) => {
      const texts = [START, ...statements.map((lines) => lines.join("\n"))];
      expect(await inCells(texts)).toEqual(await plainly(texts.join("\n;\n")));
    }),
    { numRuns: 40, seed: Number(process.env.MML_TEST_SEED ?? 1) },
  );
});
