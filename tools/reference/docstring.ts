/** The one parser of docstrings: for the reference, and for the tests that execute the examples. */

export interface Tag {
  /** Without the sign: `param`, `throws`. */
  name: string;
  /** What follows, lines kept. */
  text: string;
}

export interface Docstring {
  /** What stands before the first tag. */
  text: string;
  tags: Tag[];
}

const TAG = /^@(\w+)[ \t]*/;

/** What a comment says, in its marks or without. */
export function parseDocstring(comment: string): Docstring {
  const lines = comment
    .replace(/^\s*\/\*\*/, "")
    .replace(/\s*\*\/\s*$/, "")
    .split("\n")
    .map((line) => line.replace(/^\s*\* ?/, "").trimEnd());
  if (lines[0] !== undefined) lines[0] = lines[0].trimStart();
  const parts: { name: string; lines: string[] }[] = [{ name: "", lines: [] }];
  for (const line of lines) {
    const found = TAG.exec(line);
    if (found) parts.push({ name: found[1] as string, lines: [line.slice(found[0].length)] });
    else parts.at(-1)?.lines.push(line);
  }
  const [body, ...tags] = parts.map(({ name, lines: own }) => ({
    name,
    text: own.join("\n").replace(/^\n+|\s+$/g, ""),
  }));
  return { text: body?.text ?? "", tags };
}

/** Every docstring of a file, with the line of code that follows it. */
export function docstringsIn(text: string): { before: string; doc: Docstring }[] {
  return [...text.matchAll(/(\/\*\*[\s\S]*?\*\/)\s*\n\s*([^\n]*)/g)].map((match) => ({
    before: (match[2] as string).trim(),
    doc: parseDocstring(match[1] as string),
  }));
}

export const tagsOf = ({ tags }: Docstring, ...names: string[]): string[] =>
  tags.filter(({ name }) => names.includes(name)).map(({ text }) => text);

/** Lines of the examples. */
export const exampleOf = (doc: Docstring): string[] =>
  tagsOf(doc, "example").flatMap((text) => text.split("\n").filter((line) => line.trim() !== ""));

/** `x - What it is` of a `@param`, by name. */
export function paramsOf(doc: Docstring): Map<string, string> {
  const named = tagsOf(doc, "param", "typeParam").map((text) => {
    const [, name = "", rest = ""] = /^(\S+)\s*(?:[-–—]\s+)?([\s\S]*)$/.exec(text) ?? [];
    return [name, rest] as const;
  });
  return new Map(named);
}

/** The first sentence: up to a full stop that ends one. A formula may hold stops. */
export function firstSentence(text: string): string {
  const paragraph = (text.split(/\n\s*\n/)[0] as string).replace(/\s*\n\s*/g, " ").trim();
  let open = "";
  for (let i = 0; i < paragraph.length; i++) {
    const sign = paragraph[i] as string;
    if (sign === "`") open = open === "`" ? "" : "`";
    if (open || !/[.:]/.test(sign)) continue;
    const ends = /^[.:][)”"]?(?=\s+[\p{Lu}`(]|$)/u.test(paragraph.slice(i));
    const short = /(?:\b(?:e\.g|i\.e|cf|vs|Eq|Sec|No|p|pp)|\b[A-Z])$/.test(paragraph.slice(0, i));
    if (sign === "." && ends && !short) return paragraph.slice(0, i + 1);
  }
  return paragraph;
}
