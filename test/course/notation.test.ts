/** The list of symbols: what a note uses often stands in it, and what it says of code is there. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findNotebooks, nameOf } from "../../tools/common/find";
import { readNotebook } from "../../tools/common/notebook";
import { ROOT } from "../../tools/common/project";
import { isMarkdown, sourceOf } from "./rules/cells";
import { isKnown } from "./rules/sheets";

const list = readFileSync(join(ROOT, "Resources", "notation.md"), "utf8");

/** What stands between dollar signs. */
const mathIn = (text: string): string =>
  [...text.matchAll(/\$\$([\s\S]*?)\$\$|\$([^$\n]+)\$/g)].map(([, a, b]) => a ?? b).join(" ; ");

const GREEK = new Set(
  (
    "alpha beta theta lambda mu pi delta phi xi sigma rho tau eta gamma kappa nu varphi varepsilon " +
    "epsilon omega chi psi zeta Sigma Lambda Phi Omega Theta Gamma Psi ell"
  ).split(" "),
);

/** Greek letters, script and blackboard letters, capitals and named functions of a formula, each once or more. */
function symbolsIn(math: string): string[] {
  const bare = math.replace(/\\(?:text|label|tag|begin|end)\{[^}]*\}/g, " ");
  const lettered = /\\(mathcal|mathfrak|mathbb)\s*\{?(\w)\}?/g;
  const script = [...bare.matchAll(lettered)].map(([, kind, letter]) => `\\${kind}{${letter}}`);
  const greek = [...bare.matchAll(/\\([A-Za-z]+)/g)].flatMap(([, name]) =>
    GREEK.has(name as string) ? [`\\${name}`] : [],
  );
  const words = bare
    .replace(lettered, " ")
    .replace(/\\(?:mathrm|operatorname)\{[^}]*\}|\\[A-Za-z]+/g, " ");
  return [...script, ...greek, ...(words.match(/[A-Z]/g) ?? [])];
}

const known = new Set(symbolsIn(mathIn(list)));

const notes = findNotebooks(["Notes"], ROOT)
  .map((path) => ({ name: nameOf(path), path }))
  .filter(({ name }) => Number(/\/(\d+)/.exec(name)?.[1]) >= 5);

test.each(notes)("$name uses no symbol often that the list does not have", ({ path }) => {
  const math = readNotebook(path)
    .cells.filter(isMarkdown)
    .map((cell) => mathIn(sourceOf(cell)))
    .join(" ; ");
  const counts = new Map<string, number>();
  for (const symbol of symbolsIn(math)) counts.set(symbol, (counts.get(symbol) ?? 0) + 1);
  const often = [...counts].filter(([, n]) => n >= 5).map(([symbol]) => symbol);
  expect(often.length).toBeGreaterThan(5);
  expect(often.filter((symbol) => !known.has(symbol))).toEqual([]);
});

test("a symbol that is not listed would be seen", () => {
  expect(symbolsIn("\\mathcal Z_1 = \\zeta + Q \\text{Not}")).toEqual([
    "\\mathcal{Z}",
    "\\zeta",
    "Q",
  ]);
});

test("the code that it names is the library's", () => {
  const names = [
    ...list.matchAll(/\b(linalg|calculus|prob|stats|learn|optimize|plot|data)\.(\w+)/g),
  ];
  expect(names.length).toBeGreaterThan(40);
  expect(names.map(([whole]) => whole).filter((name) => !isKnown(name))).toEqual([]);
});
