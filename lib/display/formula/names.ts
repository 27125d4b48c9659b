import { GREEK } from "../format/symbols";

const LETTERS = new Set(Object.values(GREEK).map((command) => command.slice(1)));

/** What a name may end in, and the LaTeX that then goes around the rest. */
const ACCENTS: Record<string, string> = {
  hat: "\\hat",
  bar: "\\bar",
  tilde: "\\tilde",
  dot: "\\dot",
};

/** Names that are read as a sign. */
const SIGNS: Record<string, string> = {
  Infinity: "\\infty",
  infinity: "\\infty",
  ell: "\\ell",
};

function letter(word: string): string {
  if (Object.hasOwn(SIGNS, word)) return SIGNS[word] ?? word;
  if (Object.hasOwn(GREEK, word)) return GREEK[word] ?? word;
  if (LETTERS.has(word)) return `\\${word}`;
  return word.length === 1 ? word : `\\operatorname{${word}}`;
}

/** LaTeX of a name: `mu` is μ, `x_bar` has a bar, `beta_1` an index, `Sigma_ab` two. */
export function nameTex(name: string): string {
  const [stem = "", ...marks] = name.split("_");
  let tex = letter(stem);
  const below: string[] = [];
  for (const mark of marks) {
    const accent = Object.hasOwn(ACCENTS, mark) ? ACCENTS[mark] : undefined;
    if (accent) tex = `${accent}{${tex}}`;
    else
      below.push(
        /^[a-z]{3,}$/.test(mark) && !LETTERS.has(mark)
          ? `\\mathrm{${mark}}`
          : LETTERS.has(mark)
            ? `\\${mark}`
            : mark,
      );
  }
  return below.length > 0 ? `${tex}_{${below.join(",")}}` : tex;
}
