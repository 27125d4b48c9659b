/**
 * Runs the code of the pages in Resources/: the blocks of a page continue each other, as the cells of a
 * notebook do, and what a line claims (`// => value`, `// throws text`) holds.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { expect, test } from "vitest";
import * as lib from "../../lib/index";

const ts = createRequire(require.resolve("tslab/package.json"))("@tslab/typescript-for-tslab");
const RESOURCES = join(__dirname, "..", "..", "Resources");

/** A claim as a call; the line keeps its place. */
function written(line: string): string {
  const [, code, kind, rest] = line.match(/^(.*?);?\s*\/\/ (=>|throws) (.*)$/) ?? [];
  if (code === undefined) return line;
  const what = kind === "=>" ? rest : JSON.stringify(rest);
  return `__${kind === "=>" ? "claim" : "throws"}(${JSON.stringify(line)}, () => (${code}), ${what});`;
}

test.each(["typescript.md", "what-to-do-when.md"])(
  "each line of %s does what it says",
  (name) => {
    const page = readFileSync(join(RESOURCES, name), "utf8");
    const blocks = [...page.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map((match) => match[1]!);
    const source = blocks.flatMap((block) => block.split("\n").map(written)).join("\n");
    const { outputText } = ts.transpileModule(source, {
      compilerOptions: {
        module: ts.ModuleKind.CommonJS,
        target: ts.ScriptTarget.ES2022,
        esModuleInterop: true,
      },
    });
    const claimed: string[] = [];
    const claim = (line: string, value: () => unknown, wanted: unknown) => {
      claimed.push(line);
      const got = value();
      if (typeof wanted === "number") expect(got, line).toBeCloseTo(wanted, 12);
      else expect(got, line).toEqual(wanted);
    };
    const throws = (line: string, value: () => unknown, text: string) => {
      claimed.push(line);
      expect(value, line).toThrow(text);
    };
    const load = (name: string) => (name === "../lib" ? lib : require(name));
    new Function("require", "exports", "__claim", "__throws", outputText)(load, {}, claim, throws);
    expect(claimed.length).toBe(page.match(/\/\/ (=>|throws) [^…]/g)?.length);
  },
  60_000,
);
