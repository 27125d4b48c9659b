/** What refuses a cell: where, in TypeScript's words, with what to do. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { shortenPaths } from "../../../../tools/kernel/language/check/paths";
import { createLanguage } from "../../../../tools/kernel/language/language";
import { createNotebook, ROOT } from "./notebook";

/** The marked stretch is what the only error is about. */
function expectError(marked: string, category: "syntax" | "type", message: string | RegExp): void {
  const [before, inside, after] = marked.split("°") as [string, string, string];
  const at = (text: string) => {
    const lines = text.split(/\r?\n/);
    return { line: lines.length - 1, character: lines.at(-1)!.length };
  };
  const end = at(before + inside);
  const found = createNotebook().refusal(before + inside + after);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({
    ...at(before),
    endLine: end.line,
    endCharacter: end.character,
    category,
    message: typeof message === "string" ? message : expect.stringMatching(message),
  });
}

describe("TypeScript's errors", () => {
  test.each<[string, "syntax" | "type", string]>([
    ["const °x°: string = 1", "type", "Type 'number' is not assignable to type 'string'."],
    ["'😀';\r\n  [1].°nope°", "type", "Property 'nope' does not exist on type 'number[]'."],
    [
      "Math.max(1, °'2'°)",
      "type",
      "Argument of type 'string' is not assignable to parameter of type 'number'.",
    ],
    ["for (°°", "syntax", "Expression expected."],
    ["let a = {\n  b: 1 °c°: 2 }", "syntax", "',' expected."],
    [
      "await 1\n°return° 2",
      "type",
      "A 'return' statement can only be used within a function body.",
    ],
    ["const a = 1; °a° = 2", "type", "Cannot assign to 'a' because it is a constant."],
    [
      "// @ts-expect-error\nconst a: string = 1;\nconst °b°: string = 2;",
      "type",
      "Type 'number' is not assignable to type 'string'.",
    ],
  ])("%j", expectError);

  test("reasons inside reasons are all there, indented", () => {
    const [found] = createNotebook().refusal(
      "const p: { q: { r: string } } = { q: { r: 1 } as { r: number } }",
    );
    expect(found!.message).toBe(
      "Type '{ r: number; }' is not assignable to type '{ r: string; }'.\n  Types of property 'r' are incompatible.\n    Type 'number' is not assignable to type 'string'.",
    );
  });

  test("modules are called by the names a reader knows", () => {
    const place = { cwd: "/home/me/course/Notes", root: "/home/me/course" };
    const short = (path: string) => shortenPaths(`typeof import("${path}").A`, place);
    expect(short("/home/me/course/lib/dist/linalg/index")).toBe('typeof import("lib/linalg").A');
    expect(short("/home/me/course/node_modules/pkg/types/x")).toBe(
      'typeof import("pkg/types/x").A',
    );
    expect(short("/home/me/course/Notes/cell-3")).toBe('typeof import("cell-3").A');
  });

  test("a cell that is refused leaves no names behind, and one that is mended is taken", async () => {
    const notebook = createNotebook();
    await notebook.run("const a = 1");
    expect(notebook.refusal("const a = 'x', b: string = 2")).toHaveLength(1);
    expect(await notebook.run("a + 1")).toBe(2);
    expect(notebook.refusal("b")).toHaveLength(1);
  });

  test("earlier names: a constant can not be assigned, types hold", async () => {
    const notebook = createNotebook();
    await notebook.run("const a = 1; let b = 2; class C {}");
    expect(notebook.refusal("a = 2")[0]!.message).toBe(
      "Cannot assign to 'a' because it is a constant.",
    );
    expect(notebook.refusal("b = 'x'")[0]!.message).toContain("not assignable to type 'number'");
    expect(notebook.refusal("C = null")[0]!.message).toBe(
      "Cannot assign to 'C' because it is a class.",
    );
  });
});

describe("what a newcomer can do", () => {
  test.each<[string, "syntax" | "type", RegExp]>([
    [
      "import x from °'nowhere-at-all'°",
      "type",
      /^Cannot find module 'nowhere-at-all'[^\n]*\nThe package nowhere-at-all is not installed: run `npm install nowhere-at-all` in /,
    ],
    ["import x from °'@nobody/none/part'°", "type", /npm install @nobody\/none`/],
    [
      "import x from °'typescript/nothing'°",
      "type",
      /typescript is installed, but has nothing under "typescript\/nothing"/,
    ],
    ["import x from °'node:nothing'°", "type", /Node has no module of that name/],
    [
      "import { linalg } from °'../../lib'°",
      "type",
      /notebook's folder, .*Notes\. The course's library is "\.\.\/lib" there; "course" reaches it from any folder/,
    ],
    [
      "import { linalg } from °'course/nothing'°",
      "type",
      /no part "nothing": import \{ … \} from "course"|npm run setup/,
    ],
    [
      "°unheardOf°(1)",
      "type",
      /^Cannot find name 'unheardOf'\.\nNo cell that has been run declares it\.$/,
    ],
    ["°document°.title", "type", /belongs to browsers/],
    ["°%matplotlib inline°\nconst a = 1", "syntax", /`%matplotlib` is a magic of IPython.*plot/],
    ["  °%%time°\n1 + 1", "syntax", /console\.time/],
    [
      "°%nobodyKnows°",
      "syntax",
      /`%nobodyKnows` is a magic of IPython, which this kernel does not have\.$/,
    ],
    ["°!pip install numpy°", "syntax", /npm install NAME/],
    ["const a = 1;\n°!git status°", "syntax", /execSync\("git status"\)/],
    ["const °require° = 1", "type", /^A cell can not declare "require"/],
    ["function °exports°() {}", "type", /^A cell can not declare "exports"/],
    ["console.log(°import.meta°.url)", "type", /process\.cwd\(\)/],
  ])("%j", expectError);

  test("the library is named where it has what is missing", () => {
    const { compile } = createLanguage({ cwd: join(ROOT, "Notes"), root: ROOT });
    const first = compile({ code: 'import { show } from "course"', count: 1 });
    if (first.kind === "refused") expect(first.diagnostics[0]!.message).toContain("npm run setup");
    const lost = compile({ code: "pinv([[1]])", count: 2 });
    if (first.kind !== "code" || lost.kind !== "refused") return;
    expect(lost.diagnostics[0]!.message).toContain(
      'as linalg.pinv: import { linalg } from "course".',
    );
  });

  test("negation is no command", async () => {
    expect(await createNotebook().run("const done = false; !done")).toBe(true);
  });
});

describe("a project without its compiled library", () => {
  const root = mkdtempSync(join(tmpdir(), "bare-"));
  mkdirSync(join(root, "lib"));
  mkdirSync(join(root, "Notes"));
  writeFileSync(
    join(root, "lib", "package.json"),
    '{ "main": "dist/index.js", "types": "dist/index.d.ts" }',
  );
  afterAll(() => rmSync(root, { recursive: true }));

  test.each(["course", "../lib", "../lib/linalg"])("says how it is made: %s", (name) => {
    const { compile } = createLanguage({ cwd: join(root, "Notes"), root });
    const made = compile({ code: `import { linalg } from "${name}"`, count: 1 });
    if (made.kind !== "refused") throw new Error("accepted");
    expect(made.diagnostics[0]!.message).toContain("not compiled: run `npm run setup`");
  });
});

test.each(["Math.max?", "?Math.max", "  Math.max ? ", "Math.max??", "Math.max()?"])(
  "%j asks for documentation",
  (code) => {
    const { compile } = createLanguage({ cwd: join(ROOT, "Notes"), root: ROOT });
    const made = compile({ code, count: 1 });
    if (made.kind !== "help") throw new Error(made.kind);
    expect(made.data["text/markdown"]).toContain("method max(...values: number[]): number");
    expect(made.data["text/plain"]).toContain("Returns the larger of a set");
  },
);
