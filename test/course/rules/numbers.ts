/**
 * A decimal number or a percentage in what a reader reads stands in what was computed before it, or
 * was given in code: else it is a number that somebody typed once and that nothing holds.
 */
import type { Cell } from "../../../tools/common/notebook";
import { faultsAt, isCode, isMarkdown, outputsOf, type Rule, sourceOf, wordsOf } from "./cells";

/** A number as it is printed: its value, and half a unit of its last digit. */
export interface Printed {
  text: string;
  value: number;
  slack: number;
}

const NUMBER = /(?<![\w.])(\d[\d,]*(?:\.\d+)?)(?:e([-+−]?\d+))?(\s?\\?%)?(?![\w]|\.\d)/g;
const POWER = /(\d+(?:\.\d+)?)\s*(?:\\cdot|\\times|·|×)\s*10\^\{?([-−]?\d+)\}?/g;

/** What cites or names something and claims no number: sections, equations, versions, addresses. */
const NAMES = [
  /\]\([^)]*\)/g,
  /https?:\S+/g,
  /\b(?:MML|GVL|section|sections|chapter|chapters|Section|Chapter)(?:'s)?\s+\d[\d.]*(?:\s*(?:[–,-]|and|to)\s*\d[\d.]*)*/g,
  /\b(?:Ex|Example|Exercise|Fig|Figure|Table|Theorem|Algorithm|Equation|Eq|Problem)s?\.?\s+\d[\d.]*(?:\s*(?:[–,-]|and|to)\s*\d[\d.]*)*/g,
  /\(\d+\.\d+[a-z]?\)/g,
  /\bCC\b[^\d]{0,12}\d\.\d/g,
  /\b(?:version|Node|danfo|danfojs-node|TensorFlow(?:\.js)?|tfjs|tfjs-node|tslab|TypeScript)\s+\d[\d.]*/g,
  /^#+ \d+(?:\.\d+)*/gm,
];

/** The decimal numbers and percentages of a text, but for those in names. */
export function claimsOf(text: string): Printed[] {
  const bare = NAMES.reduce((left, name) => left.replace(name, " "), text);
  const claims: Printed[] = [];
  const rest = bare.replace(POWER, (whole, digits: string, exponent: string) => {
    if (digits.includes(".")) claims.push(printed(whole, digits, exponent, false));
    return " ";
  });
  for (const [whole, digits, exponent, percent] of rest.matchAll(NUMBER)) {
    if (digits.includes(".") || exponent !== undefined || percent) {
      claims.push(printed(whole.trim(), digits, exponent, Boolean(percent)));
    }
  }
  return claims;
}

function printed(text: string, digits: string, exponent = "0", percent: boolean): Printed {
  const power = Number(exponent.replace("−", "-")) - (percent ? 2 : 0);
  const decimals = digits.split(".")[1]?.length ?? 0;
  const scale = 10 ** power;
  return {
    text,
    value: Number(digits.replaceAll(",", "")) * scale,
    slack: 0.5 * 10 ** -decimals * scale,
  };
}

const VALUE = /(?<![\w.])\d[\d,_]*(?:\.\d+)?(?:e[-+]?\d+)?|(?<![\w.])\.\d+(?:e[-+]?\d+)?/gi;

/** All numbers of a text, as values. */
export const valuesOf = (text: string): number[] =>
  (text.replaceAll("−", "-").match(VALUE) ?? []).map((n) => Number(n.replace(/[,_]/g, "")));

/** Whether one of the values, as it is or as a percentage, rounds to what is printed. */
export const isHeld = ({ value, slack }: Printed, values: readonly number[]) =>
  values.some((v) =>
    [v, v / 100].some((w) => Math.abs(w - value) <= slack * (1 + 1e-9) + 1e-12 * value),
  );

const STRING = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g;
const HEADLINE = /\b(?:title|caption|alt|subtitle)\s*:\s*/g;

/** Code without the words in its strings; what a template computes stays. */
const wordless = (code: string) =>
  code.replace(STRING, (s) =>
    s.startsWith("`") ? (s.match(/\$\{[^}]*\}/g) ?? []).join(" ") : '""',
  );

/** Titles, captions and descriptions in the code of a cell, without what is computed in them. */
export function headlinesOf(code: string): string[] {
  return [...code.matchAll(HEADLINE)].map(({ 0: key, index }) => {
    const rest = code.slice(index + key.length);
    let [depth, end] = [0, 0];
    const blank = rest.replace(STRING, (s) => "s".repeat(s.length));
    for (; end < blank.length; end++) {
      if ("([{".includes(blank[end])) depth++;
      if (")]}".includes(blank[end]) && --depth < 0) break;
      if (blank[end] === "," && depth === 0) break;
    }
    const strings = rest.slice(0, end).match(STRING) ?? [];
    return strings.map((s) => s.slice(1, -1).replace(/\$\{[^}]*\}/g, "…")).join(" ");
  });
}

const FOLDED = /<details>[\s\S]*?<\/details>/g;
const computedIn = (cells: readonly Cell[]) =>
  cells.flatMap((cell) => outputsOf(cell).map(wordsOf)).join("\n");
const givenIn = (cells: readonly Cell[]) =>
  cells
    .filter(isCode)
    .map((cell) => wordless(sourceOf(cell)))
    .join("\n");

/**
 * In prose: outputs and code before, and code up to the next prose, which is what the prose
 * introduces. In a folded answer, the outputs of that code too: the reader looks after running it.
 */
export const heldNumbers: Rule = (notebook) =>
  faultsAt(notebook, (cell, i, cells) => {
    const source = sourceOf(cell);
    const before = cells.slice(0, i);
    if (isCode(cell)) {
      const values = valuesOf([computedIn(before), givenIn(cells.slice(0, i + 1))].join("\n"));
      return headlinesOf(source)
        .flatMap(claimsOf)
        .filter((claim) => !isHeld(claim, values))
        .map(({ text }) => `"${text}" in a headline: nothing computed or given before holds it`);
    }
    if (!isMarkdown(cell)) return undefined;
    const next = cells.findIndex((c, j) => j > i && isMarkdown(c));
    const after = cells.slice(i + 1, next < 0 ? undefined : next);
    const values = valuesOf([computedIn(before), givenIn([...before, ...after])].join("\n"));
    const later = [...values, ...valuesOf(computedIn(after))];
    const folded = (source.match(FOLDED) ?? []).join("\n");
    const open = source.replace(FOLDED, " ");
    return [
      ...claimsOf(open).filter((claim) => !isHeld(claim, values)),
      ...claimsOf(folded).filter((claim) => !isHeld(claim, later)),
    ].map(({ text }) => `"${text}": nothing computed or given before holds it`);
  });
