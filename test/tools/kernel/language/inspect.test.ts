/** The documentation of what stands at the cursor, marked `|`. */
import { beforeAll, describe, expect, test } from "vitest";
import { createNotebook, cursorIn } from "./notebook";

const notebook = createNotebook();

function inspect(marked: string, detail_level = 0) {
  return notebook.inspect({ ...cursorIn(marked), detail_level }) as {
    found: boolean;
    data: Record<string, string>;
  };
}

const page = (marked: string, detail = 0) => inspect(marked, detail).data["text/markdown"] ?? "";

const WHOLE = `\`\`\`typescript
function area(a: number, options?: Options): number
\`\`\`

The area $\\pi a^2$ of a disc.

a: its radius, in m.

**Options**

- \`scale?: number\` — What it is multiplied by. Default 1.
- \`unit?: "m" | "km"\`

**Parameters**

- \`a\` — The radius.

**Returns**

- The area, in m².

**Throws**

- RangeError if a < 0.

**Example**

\`\`\`typescript
area(2) // => 12.566
area(1, { scale: 2 })
\`\`\``;

beforeAll(async () => {
  await notebook.run(
    `interface Options {
  /** What it is multiplied by. Default 1. */
  scale?: number;
  unit?: "m" | "km";
}
/**
 * The area $\\pi a^2$ of a disc.
 *
 * a: its radius, in m.
 *
 * @param a - The radius.
 * @returns The area, in m².
 * @throws RangeError if a < 0.
 * @example
 * area(2) // => 12.566
 * area(1, { scale: 2 })
 */
function area(a: number, options: Options = {}): number { return a }
/** A disc. */ class Disc { constructor(readonly radius: number) {} /** Its double. */ double() { return new Disc(2 * this.radius) } }
const radius = 2; const shape = { inner: { area } };
function over(x: string): string; function over(x: number): number; function over(x: any) { return x }
namespace Shapes { export const square = 1; export function cube() {} }`,
  );
});

describe("finds", () => {
  test.each<[string, string]>([
    ["are|a", "function area(a: number, options?: Options): number"],
    ["area|", "function area("],
    ["|area(1)", "function area("],
    ["area(|", "function area("],
    ["area(|)", "function area("],
    ["area(1, |", "function area("],
    ["area(1)|", "function area("],
    ["shape.inner.area(|", "property area(a: number"],
    ["[1].map(v => area(v|", "function area("],
    ["'😀😀' + area(|)", "function area("],
    ["radius|", "const radius: 2"],
    ["Disc|", "new Disc(radius: number): Disc"],
    ["new Disc(|", "new Disc("],
    ["new Disc(1).doub|le()", "method double(): Disc"],
    ["let d: Dis|c", "new Disc("],
    ["Options|", "interface Options {"],
    ["Shapes|", "namespace Shapes { cube, square }"],
    ["over|", "function over(x: string): string\nfunction over(x: number): number"],
    ["Math.ma|x", "method max(...values: number[]): number"],
    ["import { join } from 'pa|th'", "namespace "],
    ["const f = (own: number) => own|", "parameter own: number"],
    ["const { rad|ius } = new Disc(1)", "const radius: number"],
    ["(area)(|", "function area("],
    ["(shape.inner.area)(1, |)", "property area(a: number"],
    ["shape.inner['area'](|", "property area(a: number"],
    ["shape!.inner!.area!(|", "property area(a: number"],
    ["Shapes.|", "namespace Shapes { cube, square }"],
    ["shape.inner.|", "property inner: "],
    ["new Disc(1).|", "new Disc("],
    ["1 + radius. |", "const radius: 2"],
    ["area(Shapes.|", "function area("],
  ])("%s", (marked, expected) => expect(page(marked)).toContain(expected));

  test.each([
    "",
    "|",
    "  |",
    "// area|",
    "nowhere|",
    "'area|'",
    "[1].map(v => { | })",
    "1 + |2",
    "nowhere.|",
    "1.|",
    "[[1]][radius].|",
  ])("nothing: %j", (marked) => {
    expect(inspect(marked.includes("|") ? marked : `${marked}|`)).toMatchObject({
      status: "ok",
      found: false,
      data: {},
    });
  });
});

test("the whole of a docstring, in Markdown and for terminals", () => {
  expect(page("area|")).toBe(WHOLE);
  const text = inspect("area|").data["text/plain"]!;
  expect(text).toContain(
    "    function area(a: number, options?: Options): number\n\nThe area $\\pi a^2$ of a disc.",
  );
  expect(text).toContain("Example:\n\n    area(2) // => 12.566\n    area(1, { scale: 2 })");
  expect(text).not.toMatch(/\*\*|```|`/);
});

test("which argument, in brackets", () => {
  expect(page("area(|")).toContain("**Argument 1 of 2** `a: number` — The radius.");
  expect(page("area(1, { scale: 2|")).toContain("**Argument 2 of 2** `options?: Options`");
  expect(page("Math.max(1, |2)")).toContain("**Argument 1 of 1** `...values: number[]`");
});

test("an argument that is a variable is shown along with the function", () => {
  const shown = page("area(radi|us)");
  expect(shown).toMatch(/const radius: 2[\s\S]*---[\s\S]*function area[\s\S]*Argument 1 of 2/);
});

test("a function inside an argument, and an option, stand for themselves", () => {
  expect(page("over(are|a(1))")).not.toContain("function over");
  expect(page("area(1, { sca|le: 2 })")).toContain(
    "property scale?: number\n```\n\nWhat it is multiplied by. Default 1.",
  );
  expect(page("area(1, { un|it: 'm' })")).toContain('property unit?: "m" | "km"');
});

test("with its source, if that is asked for", () => {
  expect(page("Disc|", 1)).toContain(
    "**Source**\n\n```typescript\nclass Disc { constructor(readonly radius: number) {}",
  );
  expect(page("radius|", 1)).toContain("const radius = 2;");
  expect(page("Disc|")).not.toContain("Source");
});
