import * as cheerio from "cheerio";
import type { Element, Text } from "domhandler";
import { renderMath } from "./maths";

/** Signs that Unicode has raised and lowered. */
const table = (plain: string, other: string) =>
  new Map([...plain].map((sign, i) => [sign, [...other][i] as string]));
const RAISED = table(
  "0123456789+−-=()abcdefghijklmnoprstuvwxyzTH⊤′*",
  "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵀᴴᵀ′*",
);
const LOWERED = table("0123456789+−-=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ");
const DOUBLE = table("CEHNPQRZ1", "ℂ𝔼ℍℕℙℚℝℤ𝟙");
/** Accents that Unicode has to put on a letter. */
const ACCENTS = table(
  "^ˆ~˜ˉ¯‾˙¨→⃗",
  "\u0302\u0302\u0303\u0303\u0304\u0304\u0304\u0307\u0308\u20d7\u20d7",
);
/** Signs between two things, with a blank on either side. */
const BETWEEN = /^([=≠≈≡≤≥<>∼∝∈∉⊂⊆→←⇒⇔↦∣+−±×⋅·∘∩∪:⊗⊕⊙∧∨≪≫≻⪰-]|:=|mod)$/;
const UNSEEN = /[\u2061-\u2064\u200b]/g;

const isOne = (text: string) =>
  [...text.normalize("NFC")].length === 1 || /^[\p{L}\d.]+$/u.test(text);
const inBrackets = (text: string) => (isOne(text) ? text : `(${text})`);

/** Raised or lowered, or behind its sign where Unicode has no such signs. */
function shifted(text: string, signs: ReadonlyMap<string, string>, sign: string): string {
  const bare = text.replace(/ /g, "");
  if (bare === "") return "";
  const all = [...bare].map((one) => signs.get(one));
  return all.every((one) => one !== undefined) ? all.join("") : `${sign}${inBrackets(text)}`;
}

function accented(base: string, over: string): string | undefined {
  const accent = ACCENTS.get(over);
  return accent && [...base].length === 1 ? base + accent : undefined;
}

/** A row: blanks around what stands between two things, none after a sign of minus. */
function row(elements: Element[]): string {
  let text = "";
  let before = "mo";
  for (const element of elements) {
    const part = textOf(element);
    const isOperator = element.tagName === "mo" && before !== "mo" && BETWEEN.test(part.trim());
    if (/^[([]/.test(part)) text = text.replace(/(?<=\p{L}) $/u, ""); // of a function, not a word
    text += isOperator ? ` ${part.trim()} ` : part;
    if (part !== "") before = element.tagName === "mo" && !/^[)\]|‖!′]$/.test(part) ? "mo" : "mi";
  }
  return text.replace(/ {2,}/g, " ");
}

function textOf(element: Element): string {
  const parts = element.children.filter((child): child is Element => child.type === "tag");
  const own = () =>
    element.children
      .map((child) => (child.type === "text" ? (child as Text).data : ""))
      .join("")
      .replace(UNSEEN, "");
  const [first, second, third] = parts.map(textOf) as [string, string, string];
  switch (element.tagName) {
    case "annotation":
      return "";
    case "mi":
    case "mn": {
      const sign = own();
      if (element.attribs.mathvariant === "double-struck") return DOUBLE.get(sign) ?? sign;
      return /^\p{L}{2,}$/u.test(sign) ? `${sign} ` : sign;
    }
    case "mo":
      return own() === "," ? ", " : own();
    case "mtext":
      return own().replace(/\u00a0/g, " ");
    case "mspace":
      return " ";
    case "mphantom":
      return "";
    case "mfrac":
      return `${inBrackets(first.trim())}/${inBrackets(second.trim())}`;
    case "msqrt":
      return `√${inBrackets(row(parts).trim())}`;
    case "mroot":
      return `${shifted(second, RAISED, "")}√${inBrackets(first.trim())}`;
    case "msup":
      return first.trimEnd() + shifted(second, RAISED, "^");
    case "msub":
    case "munder":
      return first.trimEnd() + shifted(second, LOWERED, "_");
    case "mover":
      return (
        accented(first, second) ?? (isOne(second) ? first : first + shifted(second, RAISED, "^"))
      );
    case "msubsup":
    case "munderover":
      return first.trimEnd() + shifted(second, LOWERED, "_") + shifted(third, RAISED, "^");
    case "mtable":
      return parts.map(textOf).join("; ");
    case "mtr":
      return parts.map(textOf).join(" ");
    default:
      return row(parts);
  }
}

/**
 * A formula on one line, in Unicode: `\frac{\Sigma^{-1}}{2}` is "Σ⁻¹/2". For where nothing can be typeset:
 * descriptions, titles of the search and what it finds.
 *
 * @param tex - LaTeX without delimiters; "…" stands for what does not typeset.
 */
export function formulaText(tex: string, display: boolean): string {
  let html: string;
  try {
    html = renderMath(tex, display);
  } catch {
    return "…"; // the page itself tells of it
  }
  const mathml = /<math[\s\S]*?<\/math>/.exec(html)?.[0] ?? "";
  const $ = cheerio.load(mathml, { xml: true });
  return textOf($("math").toArray()[0] as Element)
    .replace(/\s+/g, " ")
    .trim();
}
