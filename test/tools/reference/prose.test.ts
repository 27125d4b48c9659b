import * as cheerio from "cheerio";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { splitCost, splitDefault } from "../../../tools/reference/facts";
import { inline, prose } from "../../../tools/reference/prose";

const nowhere = () => undefined;
const html = (text: string) => prose(text, nowhere);

describe("prose", () => {
  test.each([
    ["p(x) = π_k·N(x_n | μ_k) and a*b*c", "<p>p(x) = π_k·N(x_n | μ_k) and a*b*c</p>"],
    ["1 < n & m > 2, $5 of [x](y) ~z~ #1", "<p>1 &lt; n &amp; m &gt; 2, $5 of [x](y) ~z~ #1</p>"],
    ["__init__ and \\(x\\)", "<p>__init__ and \\(x\\)</p>"],
    ["a ** b ** c", "<p>a ** b ** c</p>"],
  ])("keeps the signs of a formula: %s", (text, expected) => {
    expect(html(text)).toBe(expected);
  });

  test("has code, bold and links", () => {
    expect(inline("**Tests** of `a < b`", nowhere)).toBe(
      "<strong>Tests</strong> of <code>a &lt; b</code>",
    );
    const link = (name: string) => (name === "Rng" ? "core.md#Rng" : undefined);
    const to = '<a class="name" href="core.md#Rng"><code>Rng</code></a>';
    expect(inline("see {@link Rng} or `Rng`", link)).toBe(`see ${to} or ${to}`);
    expect(inline("{@link Trace}", link)).toBe("<code>Trace</code>");
  });

  test("has paragraphs, lists and tables", () => {
    expect(html("One\nline.\n\nTwo.")).toBe("<p>One line.</p>\n<p>Two.</p>");
    expect(html("1. first\n   and on\n2. second")).toBe(
      "<ol><li>first and on</li><li>second</li></ol>",
    );
    expect(html("These:\n- a\n- b")).toBe("<p>These:</p><ul><li>a</li><li>b</li></ul>");
    expect(html("| a | b |\n|---|---|\n| `x | y` | −γ∇f |")).toBe(
      "<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td><code>x | y</code></td><td>−γ∇f</td></tr></tbody></table>",
    );
    expect(html("    f(x)\n    g(x)")).toContain("```typescript\nf(x)\ng(x)\n```");
  });

  test("takes a number that ends a sentence for no list", () => {
    expect(html("at most\n1. The same")).toBe("<p>at most 1. The same</p>");
    expect(html("a\n- b")).toBe("<p>a - b</p>");
  });

  test("loses no sign of a text without marks", () => {
    const signs = fc.constantFrom(..."abc xyz*_<>|$&[]()#~\\^!\"'=+-.,:;∑μᵀ{}/1 \n");
    const text = fc
      .array(signs, { maxLength: 60 })
      .map((all) => `a ${all.join("")}`)
      .filter(
        (one) => !/\*\*|^[ \t]*\|.*\|[ \t]*$|:\s*\n(?:[-*+]|\d+[.)])\s|\n[ \t]*\n/m.test(one),
      );
    const squash = (one: string) => one.replace(/\s+/g, " ").trim();
    fc.assert(
      fc.property(text, (one) => {
        expect(squash(cheerio.load(html(one)).text())).toBe(squash(one));
      }),
    );
  });
});

describe("what stands between the lines", () => {
  test.each([
    ["Most steps. Default 500.", "500", "Most steps."],
    ["Absolute. Default 1e-9, or `rtol`.", "1e-9", "Absolute. Default 1e-9, or `rtol`."],
    [
      '`"full"` (default): any; `"tied"`: one.',
      '"full"',
      '`"full"` (default): any; `"tied"`: one.',
    ],
    ["True: pooled. False (default): Welch's.", "false", "True: pooled. False (default): Welch's."],
    ["Where from. Default `rng(0)`.", "rng(0)", "Where from."],
    ["Where to start. Default: zeros.", "zeros", "Where to start."],
    ['Default "two-sided".', '"two-sided"', ""],
    ["Number of components. Required.", "", "Number of components. Required."],
  ])("the default of %j", (text, fallback, rest) => {
    expect(splitDefault(text)).toEqual({ fallback, rest });
  });

  test.each([
    ["RangeError for bad p. O(m log m).", "O(m log m).", "RangeError for bad p."],
    [
      "RangeError if short.\nCost O(NKD²) (full), O(NKD) (diag).",
      "Cost O(NKD²) (full), O(NKD) (diag).",
      "RangeError if short.",
    ],
    ["RangeError if short.", "", "RangeError if short."],
  ])("the cost in %j", (text, cost, rest) => {
    expect(splitCost(text)).toEqual({ cost, rest });
  });
});
