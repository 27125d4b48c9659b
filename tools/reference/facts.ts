/** What stands in a docstring between the lines: the default of an option, the cost of a function. */

const DEFAULT = /\bDefault(?:s to|:)? (`[^`]+`|"[^"]+"|[^\s.;,:()]+(?:\.\d+)?(?:\([^)]*\))?)/;
const MARKED = /(`[^`]+`|"[^"]+"|\b[Tt]rue|\b[Ff]alse) \(default\)/;

/** The value of an option that is left out, and what else is said of it. */
export function splitDefault(text: string): { fallback: string; rest: string } {
  const found = DEFAULT.exec(text)?.[1] ?? MARKED.exec(text)?.[1];
  if (!found) return { fallback: "", rest: text };
  const bare = found.replace(/^`|`$/g, "");
  const fallback = /^(True|False)$/.test(bare) ? bare.toLowerCase() : bare;
  const sentence = new RegExp(`(^|[.;:)] |\\n)Default(?:s to|:)? ${escaped(found)}\\.\\s*$`);
  return { fallback, rest: text.replace(sentence, "$1").trim() };
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

const COST = /(?:^|[.;]\s+|\n)((?:Costs?\b|O\()[^\n]*?\.)\s*$/s;

/** The last sentence of a tag, where it says what the function costs. */
export function splitCost(text: string): { cost: string; rest: string } {
  const line = text.replace(/\s*\n\s*/g, " ");
  const found = COST.exec(line);
  if (!found) return { cost: "", rest: text };
  const cost = found[1] as string;
  return {
    cost,
    rest: line
      .slice(0, line.length - cost.length)
      .trim()
      .replace(/;$/, "."),
  };
}
