// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are cells
/** What is offered at the cursor, marked `|`. */
import { beforeAll, describe, expect, test } from "vitest";
import { createNotebook, cursorIn } from "./notebook";

interface Reply {
  status: string;
  matches: string[];
  cursor_start: number;
  cursor_end: number;
  metadata: {
    _jupyter_types_experimental?: {
      start: number;
      end: number;
      text: string;
      type: string;
      signature: string;
    }[];
  };
}

const notebook = createNotebook();
const complete = (marked: string) => notebook.complete(cursorIn(marked)) as unknown as Reply;

/** What is replaced, as the front end cuts it out: by code points. */
const replaced = (marked: string, { cursor_start, cursor_end }: Reply) =>
  [...cursorIn(marked).code].slice(cursor_start, cursor_end).join("");

beforeAll(async () => {
  await notebook.run(`interface Settings { /** How. */ method?: "slow" | "fast" | "faster"; tolerance?: number }
/** Solves. */ function solve(x: number[], settings: Settings = {}): number[] { return x }
const alpha = 1; let align = [2]; class Alpine { summit = 1; climb(speed: number) { return speed } }
enum Colour { Red, Green }`);
  await notebook.run(
    "const omega = { deep: { deeper: { deepest: 1 } }, 'with space': 2, other: 3 }; const all = 3;",
  );
});

describe("offers", () => {
  test.each<[string, string[]]>([
    ["alp|", ["alpha", "Alpine"]],
    ["alig|n + 1", ["align"]],
    ["new Alpine().|", ["climb", "summit"]],
    ["new Alpine().cl|", ["climb"]],
    ["omega.deep.deeper.|", ["deepest"]],
    ["omega.|", ["deep", "other"]],
    ["omega['|']", ["deep", "other", "with space"]],
    ["Colour.|", ["Green", "Red"]],
    ["solve([1], { |", ["method", "tolerance"]],
    ["solve([1], { tolerance: 1, |})", ["method"]],
    ['solve([1], { method: "|', ["fast", "faster", "slow"]],
    ['solve([1], { method: "fa|" })', ["fast", "faster"]],
    ["solve([1], { method: | })", ['"fast"', '"faster"', '"slow"']],
    ["import { joi| } from 'path'", ["join"]],
    ["import fs from 'node:fs|'", ["node:fs", "node:fs/promises"]],
    ["import { x } from 'cour|'", ["course"]],
    ["'😀😀' + alig|", ["align"]],
    ["`${alig|}`", ["align"]],
    ["if (alig|", ["align"]],
    ["class Mine extends Alpi|", ["Alpine"]],
    ["[1].map((v) => v.toFix|", ["toFixed"]],
    ["const q: Setti|", ["Settings"]],
    ["await Promise.resol|", ["resolve"]],
    ["JSON.pars|", ["parse"]],
    ["align.findLas|", ["findLast", "findLastIndex"]],
    ["align.toSor|", ["toSorted"]],
    ["clearOut|", ["clearOutput"]],
  ])("%s", (marked, expected) => {
    const { matches } = complete(marked);
    expect(matches.slice(0, expected.length)).toEqual(expected);
  });

  test.each(["// al|", "/* al| */", "'al|'", "`al|`", "/al|/", "nothingKnown.|", "1 + 1|"])(
    "nothing: %s",
    (marked) => {
      expect(complete(marked)).toMatchObject({ status: "ok", matches: [], metadata: {} });
    },
  );

  test("names of the cell first, then of the cells before, the latest first, then the language's", () => {
    const { matches } = complete("const allow = 1;\nal|");
    expect(matches).toEqual(["allow", "all", "align", "alpha", "Alpine"]);
    const everything = complete("const own = 1; |").matches;
    expect(everything.slice(0, 3)).toEqual(["own", "all", "omega"]);
    expect(everything.indexOf("Array")).toBeGreaterThan(everything.indexOf("solve"));
  });
});

describe("replaces", () => {
  test.each<[string, string]>([
    ["al|", "al"],
    ["alp|xyz + 1", "alpxyz"],
    ["omega.de|", "de"],
    ["omega.|", ""],
    ["'😀' + omega.de|ep", "deep"],
    ["const größe = 1; größ|", "größ"],
    ['solve([1], { method: "fa|" })', "fa"],
    ["import x from 'node:f|'", "node:f"],
    ["import x from '@tensorflow/|'", ""],
  ])("%s", (marked, expected) => expect(replaced(marked, complete(marked))).toBe(expected));
});

test("says what each is and how it is called", () => {
  const described = (marked: string) => complete(marked).metadata._jupyter_types_experimental![0]!;
  expect(described("solv|")).toEqual({
    start: 0,
    end: 4,
    text: "solve",
    type: "function",
    signature: "(x: number[], settings?: Settings): number[]",
  });
  expect(described("Alpin|")).toMatchObject({ type: "class", signature: "(): Alpine" });
  expect(described("new Alpine().cl|")).toMatchObject({
    type: "method",
    signature: "(speed: number): number",
  });
  expect(described("new Alpine().su|")).toMatchObject({ type: "property", signature: "number" });
  expect(described("alig|")).toMatchObject({ type: "variable", signature: "number[]" });
  expect(described("Colou|")).toMatchObject({ type: "enum" });
  expect(described("const s: Settin|")).toMatchObject({ type: "interface", signature: "" });
  expect(described("retur|")).toMatchObject({ type: "keyword", text: "return" });
  expect(described("import { x } from 'node:f|'")).toMatchObject({ type: "module" });
});

test("a cursor behind the end is at the end", () => {
  expect((notebook.complete({ code: "alig", cursor_pos: 99 }) as unknown as Reply).matches).toEqual(
    ["align"],
  );
});

test("what is being written is not known afterwards", () => {
  complete("const neverRun = 1; never|");
  expect(complete("neverR|").matches).toEqual([]);
  expect(notebook.refusal("neverRun")).toHaveLength(1);
});
