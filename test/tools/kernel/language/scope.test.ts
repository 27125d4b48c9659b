// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are cells
/** What names mean across cells, by really running what the cells are compiled to. */
import { describe, expect, test } from "vitest";
import { createNotebook } from "./notebook";

/** Runs the cells in turn; the value of the last one is what is looked at. */
async function value(...cells: string[]): Promise<unknown> {
  const notebook = createNotebook();
  let last: unknown;
  for (const cell of cells) last = await notebook.run(cell);
  return last;
}

type Case = [what: string, cells: string[], expected: unknown];

const reads: Case[] = [
  ["const, let, var", ["const a = 1; let b = 2; var c = 3;", "[a, b, c]"], [1, 2, 3]],
  ["a function", ["function f(x: number) { return x + 1; }", "f(1)"], 2],
  [
    "a class and its statics",
    ["class A { static n = 3; m() { return 4; } }", "[A.n, new A().m()]"],
    [3, 4],
  ],
  ["new without arguments", ["class A { n = 1 }", "(new A).n"], 1],
  [
    "a subclass",
    ["class A<T> { constructor(readonly t: T) {} }", "class B extends A<number> {}", "new B(2).t"],
    2,
  ],
  ["an enum", ["enum E { P, Q = 5, R }", "[E.P, E.R, E[5]]"], [0, 6, "Q"]],
  ["a const enum", ["const enum E { P = 7 }", "E.P"], 7],
  [
    "a namespace",
    ["namespace N { export const k = 3; export function f() { return k; } }", "N.f()"],
    3,
  ],
  [
    "an alias of a namespace",
    ["namespace N { export namespace M { export const k = 4; } }", "import M = N.M;", "M.k"],
    4,
  ],
  [
    "a merged function",
    ["function f() { return f.k; }\nnamespace f { export const k = 6; }", "f()"],
    6,
  ],
  [
    "destructured names",
    ["const { x: [p, ...q], ...r } = { x: [1, 2, 3], y: 4 };", "({ p, q, r })"],
    { p: 1, q: [2, 3], r: { y: 4 } },
  ],
  ["a default import", ['import path from "path";', 'path.join("a", "b")'], "a/b"],
  ["a namespace import", ['import * as path from "path";', 'path.join("a", "b")'], "a/b"],
  ["a named import", ['import { join as j } from "path";', 'j("a", "b")'], "a/b"],
  [
    "an import that is used nowhere else",
    ['import { sep, join } from "path"; sep;', 'join("a", sep)'],
    "a/",
  ],
  ["import = require", ['import path = require("path");', "path.sep"], "/"],
  ["a var in a block", ["if (true) { var inBlock = 5; }", "inBlock"], 5],
  ["a var of a loop", ["for (var i = 0; i < 3; i++) {}", "i"], 3],
  ["unicode names", ["const größe = 2, $ = 3, _ = 4;", "größe * $ * _"], 24],
  ["__proto__ as a name", ["const __proto__ = 9;", "__proto__"], 9],
  [
    "a name like a helper's",
    ["const __scope = 1, __bind = 2; let a = 3", "a + __scope + __bind"],
    6,
  ],
  [
    "names like Object's members",
    [
      "const constructor = 1, toString = 2, hasOwnProperty = 3",
      "[constructor, toString, hasOwnProperty]",
    ],
    [1, 2, 3],
  ],
  ["typeof", ["const a = 1;", "typeof a"], "number"],
  ["a template", ["const a = 1;", "`x${a}${`y${a}`}`"], "x1y1"],
  ["a computed key", ["const k = 'z';", "({ [k]: 1, k: 2 })"], { z: 1, k: 2 }],
  ["a default of a parameter", ["const a = 2;", "((b = a) => b)()"], 2],
  ["spread", ["const a = [1, 2];", "[...a, Math.max(...a)]"], [1, 2, 2]],
  [
    "in and instanceof",
    ["class A {}; const o = { x: 1 }", "['x' in o, new A() instanceof A]"],
    [true, true],
  ],
  ["a label of the same name", ["const a = 1;", "a: for (;;) { break a }\na"], 1],
  ["a member of the same name", ["const a = 1; const o = { a: 2 }", "o.a + o['a'] + a"], 5],
  [
    "a class with members of the same name",
    [
      "const a = 1;",
      "class C { a = a; get b() { return a } static a() { return a } }\n[new C().a, new C().b, C.a()]",
    ],
    [1, 1, 1],
  ],
  ["an enum's member from a name", ["const a = 2;", "enum E { A = a, B = a * 2 }\nE.B"], 4],
  [
    "a decorator",
    [
      "const seen: string[] = [];\nfunction dec(target: any) { seen.push(target.name) }\nconst make = (s: string) => (t: any) => { seen.push(s + t.name) }",
      "@dec @make('m') class D {}\nseen",
    ],
    ["mD", "D"],
  ],
  [
    "a tagged template",
    [
      "const tag = (s: TemplateStringsArray, ...v: unknown[]) => s.raw.join('|') + v.join(); const a = 1",
      "tag`x${a}y`",
    ],
    "x|y1",
  ],
  [
    "optional call and chain",
    [
      "const f = (x: number) => ({ x }); const none: any = undefined;",
      "[f?.(1)?.x, none?.x.y, none?.()]",
    ],
    [1, undefined, undefined],
  ],
  [
    "parentheses, assertions around a callee",
    [
      "function f(this: unknown) { return this }",
      "[(f)(), (f as any)(), f!(), (<any>f)(), (f satisfies Function)()]",
    ],
    Array(5).fill(undefined),
  ],
  [
    "type arguments of a call",
    ["const id = <T,>(x: T) => x;", "id<number>(3) + [1].map(id<number>)[0]"],
    4,
  ],
  [
    "a method keeps its object",
    ["const o = { n: 2, get() { return this.n } }", "o.get() + o['get']() + (o.get)()"],
    6,
  ],
  ["delete of a member", ["const o: { a?: number } = { a: 1 };", "delete o.a; o"], {}],
  ["void and comma", ["let a = 1;", "[void a, (a++, a)]"], [undefined, 2]],
];

const assigns: Case[] = [
  [
    "=, +=, ++, ??=",
    ["let a: any = 1, b: any;", "a = a + 1; a += 1; a++; --a; b ??= 5; [a, b]", "[a, b]"],
    [3, 5],
  ],
  [
    "from a closure of another cell",
    ["let n = 0;", "const inc = () => { n++ };", "inc(); inc(); n"],
    2,
  ],
  ["seen by closures of its own cell", ["let n = 1; const get = () => n;", "n = 7;", "get()"], 7],
  ["a swap", ["let a = 1, b = 2;", "[a, b] = [b, a]; [a, b]"], [2, 1]],
  [
    "object patterns",
    ["let a = 0, b = 0, c = 0;", "({ a, b = 5, x: c } = { a: 1, x: 3 } as any); [a, b, c]"],
    [1, 5, 3],
  ],
  [
    "rest in a pattern",
    ["let a: any, r: any;", "[a, ...r] = [1, 2, 3]; ({ ...r } = { r }); [a, r]"],
    [1, { r: [2, 3] }],
  ],
  [
    "nested patterns in a loop",
    [
      "let a = 0, b = 0; const seen: number[] = [];",
      "for ({ a, q: [b = 9] } of [{ a: 1, q: [] as number[] }]) seen.push(a, b)",
      "seen",
    ],
    [1, 9],
  ],
  [
    "the variable of for-in and for-of",
    ["let k: any, v: any;", "for (k in { x: 1 }); for (v of [3]); [k, v]"],
    ["x", 3],
  ],
  [
    "a function replaced",
    ["let f = () => 1; function g() { return 1 } const h = () => f()", "f = () => 2", "h()"],
    2,
  ],
];

const redeclares: Case[] = [
  ["let again", ["let a = 1;", "let a = 'x';", "a"], "x"],
  ["const after const", ["const a = 1;", "const a = 2;", "a"], 2],
  [
    "anything as anything",
    [
      "const a = 1;",
      "function a() { return 2 }",
      "class a { n = 3 }",
      "enum a { P = 4 }",
      "namespace a { export const k = 5 }",
      "import { sep as a } from 'path'",
      "var a = 7",
      "a",
    ],
    7,
  ],
  [
    "an import by a const",
    ["import { join } from 'path';", "const join = (a: string) => a;", "join('q')"],
    "q",
  ],
  [
    "a const by an import",
    ["const join = 3;", "import { join } from 'path';", "join('q', 'r')"],
    "q/r",
  ],
  [
    "a type by a value",
    ["type A = string; interface B { x: 1 }", "const A = 2, B = 3;", "A + B"],
    5,
  ],
  [
    "a value by a type: the value stays",
    ["const A = 2;", "interface A { x: number } const a: A = { x: 1 };", "A + a.x"],
    3,
  ],
  [
    "closures keep the variable of their own cell",
    ["let n = 1; const get = () => n;", "let n = 2;", "[get(), n]"],
    [1, 2],
  ],
  [
    "closures of other cells see the new one",
    ["let n = 1;", "const get = () => n;", "let n = 2;", "get()"],
    2,
  ],
  [
    "the same cell run again",
    ["const n = 1; const f = () => n;", "const n = 1; const f = () => n;", "f()"],
    1,
  ],
  [
    "in terms of what it was, by another name",
    ["let xs = [1];", "const old = xs;", "let xs = [...old, 2];", "xs"],
    [1, 2],
  ],
  ["a parameter of the same name", ["const a = 1;", "((a: number) => a)(5)"], 5],
  [
    "a local of the same name",
    ["const a = 1;", "{ const a = 6; void a }\n(() => { let a = 5; return { a } })()"],
    { a: 5 },
  ],
  [
    "a catch variable and a loop variable",
    [
      "const e = 1;",
      "let seen: any; try { throw 3 } catch (e) { seen = e }\nfor (const e of [4]) seen += e;\n[seen, e]",
    ],
    [7, 1],
  ],
  [
    "the name of a function expression",
    ["const f = 1;", "(function f(): string { return typeof f })()"],
    "function",
  ],
];

const types: Case[] = [
  [
    "types of earlier cells",
    [
      "interface P { x: number } type Q = P[]; ",
      "const q: Q = [{ x: 1 }]; function f<T extends P>(t: T): t is T { return t.x === 1 }\nf(q[0])",
    ],
    true,
  ],
  [
    "typeof in a type",
    [
      "const a = { n: 1 };",
      "const b: typeof a = { n: 2 }; type A = typeof a.n; const c: A = 3; [b.n, c, typeof a]",
    ],
    [2, 3, "object"],
  ],
  [
    "a class as type and value",
    ["class A { n = 1 }", "const a: A = new A(); const b: InstanceType<typeof A> = a; b.n"],
    1,
  ],
  ["an enum as type", ["enum E { P = 3 }", "const e: E = E.P; e"], 3],
  [
    "an import of types",
    [
      "import type { Stats } from 'fs'; import { type Dirent, existsSync } from 'fs';",
      "const s: Stats | Dirent | undefined = undefined; existsSync('/nowhere')",
    ],
    false,
  ],
  ["implements", ["interface I { n: number }", "class A implements I { n = 2 }", "new A().n"], 2],
  [
    "what is only declared stays outside",
    [
      "declare const process: { pid: number }; declare function nowhere(): void; declare class Q {}",
      "typeof process.pid",
    ],
    "number",
  ],
  [
    "generic values",
    ["const f = <T,>(x: T) => [x]; type F = ReturnType<typeof f<number>>", "const r: F = f(1); r"],
    [1],
  ],
];

const additions: Case[] = [
  [
    "to global types, from then on",
    [
      "declare global { interface Array<T> { last(): T } }\nArray.prototype.last = function () { return this[this.length - 1] };\n[1, 2].last()",
      "[3, 4].last().toFixed(1)",
    ],
    "4.0",
  ],
  [
    "to a module's types",
    [
      'import * as path from "path"; declare module "path" { interface PlatformPath { mine?: number } }\npath.mine',
      "path.mine === undefined",
    ],
    true,
  ],
];

const forms: Case[] = [
  [
    "export const, function, class, enum",
    [
      "export const a = 1; export function f() { return a } export class C {}\nexport enum E { P }\nexport { a as b }\nexport type T = number",
      "[a, f(), typeof C, E.P]",
    ],
    [1, 1, "function", 0],
  ],
  ["export default of an expression", ["const f = () => 3", "export default f()"], 3],
  [
    "export default that is not last",
    ["const seen: number[] = [];", "export default seen.push(1)\nconst a = 1;", "seen"],
    [1],
  ],
  ["export default of declarations", ["export default function f() { return 4 }", "f()"], 4],
  ["export default without a name", ["export default function () {}\nexport const a = 1", "a"], 1],
  ["export default class", ["export default class A { n = 1 }", "new A().n"], 1],
  ["export from", ['export { join } from "path"; export const a = 2', "a"], 2],
  [
    "an import behind other statements",
    ['const s = sep + "x"; import { sep } from "path"\ns', "s"],
    "/x",
  ],
  ["await", ["const p = Promise.resolve(2);", "const v = await p; v + await p"], 4],
  [
    "for await",
    ["async function* g() { yield 1; yield 2 }", "let s = 0; for await (const x of g()) s += x\ns"],
    3,
  ],
  [
    "await inside functions",
    [
      "const later = async (x: number) => { const y = await x; return y + 1 }",
      "await later(await later(1))",
    ],
    3,
  ],
  [
    "await as a callee and an argument",
    ["const f = async () => (x: number) => x;", "(await f())(await Promise.resolve(3))"],
    3,
  ],
  [
    "await in a class body's key",
    [
      "const k = Promise.resolve('m')",
      "class A { [await k]() { return 1 } }\n(new A() as any).m()",
    ],
    1,
  ],
  ["import()", ["const { join } = await import('path');", "join('a', 'b')"], "a/b"],
  ["this at the top", ["this === undefined"], true],
  ["'use strict'", ["'use strict'\nconst a = 1", "a"], 1],
  ["a hashbang", ["#!/usr/bin/env node\nconst a = 1", "a"], 1],
  ["nothing", ["", "// only this", "/* and this */"], undefined],
  ["emoji", ["const s = '😀'; const t = `😀${s}`;", "'😀' + s + t"], "😀😀😀😀"],
  ["lines ended by CR LF", ["const a = 1\r\nlet b = a\r\n", "b\r\n"], 1],
  [
    "a result in several lines",
    ["const f = (x: any) => x", "f({\n  a: 1, // one\n  b: `x\ny`,\n}) // end"],
    { a: 1, b: "x\ny" },
  ],
  ["an object as result", ["({ a: 1 })"], { a: 1 }],
  [
    "a regular expression",
    ["const r = /a\\/b`${}/g", "/[/]x'/.test('/x\\'') && r.source"],
    "a\\/b`${}",
  ],
  ["a shown arrow function", ["const a = 1", "((x: number) => x + a)(1)"], 2],
];

/** Where a line begins with what we put a bracket in front of, and the line before has no semicolon. */
const lines: Case[] = [
  [
    "a call after a declaration",
    ["const f = (x: number) => x", "const a = 1\nf(2)\nconst b = a\nf(b)"],
    1,
  ],
  [
    "a call after an expression",
    ["const f = (x: number) => [x]", "let a: any\na = f\nf(2)\na === f"],
    true,
  ],
  [
    "a tagged template",
    ["const t = (s: TemplateStringsArray) => s[0]", "const a = t\nt`x`\nconst b = 1\nt`y`"],
    "y",
  ],
  [
    "inside blocks and functions",
    [
      "const f = (x: number) => x; let n = 0",
      "function g() {\n  n = 1\n  f(2)\n  if (n) f(1)\n  else f(2)\n  return n\n  f(3)\n}\nif (n) { n\nf(4) }\nswitch (n) { case 0: f(1)\nf(2)\ndefault: f(3) }\ng()",
    ],
    1,
  ],
  [
    "branches and loops without braces",
    [
      "const f = (x: any) => x; let n = 0",
      "if (n)\n  f(1)\nelse\n  f(2)\nfor (const i of [1])\n  f(i)\ndo f(1)\nwhile (n++ < 2) f(3)\nwhile (n-- > 0)\n  f(1)\nlabel: f(2)\nn",
    ],
    -1,
  ],
  [
    "await",
    ["const f = async (x: number) => x", "const a = 1\nawait f(2)\nlet b = a\nawait f(b)"],
    1,
  ],
  [
    "an arrow's body",
    [
      "const f = (x: number) => x",
      "const g = (x: number) => f(x)\nconst h = (x: number) =>\n  f(x)\nh(g(2))",
    ],
    2,
  ],
  ["++ on a line of its own", ["let n = 1; const f = () => n", "let a = 1\n++n\na\nf()"], 2],
  [
    "a line that begins with a bracket",
    [
      "let a = [1, 2], f = (x: number) => x",
      "const q = 1;\n[a[0], a[1]] = [a[1], a[0]];\n(f)(1)\na",
    ],
    [2, 1],
  ],
];

describe.each([
  ["reads", reads],
  ["assigns", assigns],
  ["declares again", redeclares],
  ["keeps types apart", types],
  ["adds", additions],
  ["takes every form", forms],
  ["ends lines as the cell does", lines],
])("a cell %s", (_, cases) => {
  test.each(cases)("%s", async (_what, cells, expected) => {
    expect(await value(...cells)).toEqual(expected);
  });
});
