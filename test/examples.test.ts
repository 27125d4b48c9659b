/**
 * Runs every `@example` of the library's docstrings and holds each public function to having one.
 *
 * In an example, a line `expression // => value` is a claim (numbers agree to 1e-9, relative, or
 * 1e-12 absolute) and a line `expression // throws text` expects an error whose message holds the
 * text; other lines are statements.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { describe, expect, test } from "vitest";
import * as lib from "../lib/index";
import { docstringsIn, exampleOf } from "../tools/reference/docstring";

const ROOT = join(__dirname, "..", "lib");
const scope = { ...lib };

function sources(): string[] {
  return (readdirSync(ROOT, { recursive: true }) as string[])
    .filter((f) => f.endsWith(".ts") && !f.startsWith(`dist${sep}`))
    .map((f) => join(ROOT, f));
}

/** The docstrings of a file, with the line that they stand before and their example. */
const docs = (file: string) =>
  docstringsIn(readFileSync(file, "utf8")).map(({ before, doc }) => ({
    name: before,
    example: exampleOf(doc),
  }));

function agree(got: unknown, want: unknown, path = "value"): void {
  if (typeof want === "number" && typeof got === "number") {
    const close =
      Object.is(got, want) || Math.abs(got - want) <= Math.max(1e-12, 1e-9 * Math.abs(want));
    if (!close && got !== want) expect.fail(`${path}: expected ${want}, got ${got}`);
  } else if (want !== null && typeof want === "object" && got !== null && typeof got === "object") {
    expect(Object.keys(got).sort(), path).toEqual(Object.keys(want).sort());
    for (const key of Object.keys(want)) {
      agree((got as never)[key], (want as never)[key], `${path}.${key}`);
    }
  } else {
    expect(got, path).toEqual(want);
  }
}

function run(example: string[]): number {
  let claims = 0;
  const claim = (f: () => unknown, want: unknown) => {
    claims++;
    agree(f(), want);
  };
  const throws = (f: () => unknown, text: string) => {
    claims++;
    expect(f).toThrow(text);
  };
  const body = example.map((line) => {
    const [, code, kind, rest] = line.match(/^(.*?);?\s*\/\/ (=>|throws) (.*)$/) ?? [];
    if (code === undefined) return line;
    return kind === "=>"
      ? `__claim(() => (${code}), (${rest}));`
      : `__throws(() => (${code}), ${JSON.stringify(rest)});`;
  });
  const names = Object.keys(scope);
  new Function(...names, "__claim", "__throws", body.join("\n"))(
    ...names.map((name) => (scope as Record<string, unknown>)[name]),
    claim,
    throws,
  );
  return claims;
}

describe("docstring examples", () => {
  for (const file of sources()) {
    const all = docs(file);
    for (const { name, example } of all.filter((d) => d.example.length > 0)) {
      test(`${relative(ROOT, file)}: ${name.slice(0, 60)}`, () => {
        expect(run(example), "claims in the example").toBeGreaterThan(0);
      }, 60_000); // the first that asks for danfo or tfjs waits seconds for it on a busy machine
    }
  }
});

test("every public function of the library has an example", () => {
  const documented = new Set<string>();
  for (const file of sources()) {
    for (const { name, example } of docs(file)) {
      const id = name.match(/^export (?:async )?(?:function\*?|const|class) (\w+)/)?.[1];
      if (id && example.length > 0) documented.add(id);
    }
  }
  const missing: string[] = [];
  for (const [module, exports] of Object.entries(lib)) {
    if (exports === null || typeof exports !== "object") continue;
    for (const [name, value] of Object.entries(exports)) {
      const isClass = typeof value === "function" && /^class\b/.test(String(value));
      if (typeof value === "function" && !isClass && !documented.has(name)) {
        missing.push(`${module}.${name}`);
      }
    }
  }
  expect(missing).toEqual([]);
});
