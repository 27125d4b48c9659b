import { GREEK, texMarks } from "./symbols";

const GREEK_COMMANDS = new Set(Object.values(GREEK));

/**
 * The name of a thing as LaTeX: a letter stands as it is, `lambda1` is λ₁, `x_k` is xₖ, `Vt` is Vᵀ,
 * other words are upright; signs such as in "QᵀQ" or "‖x̂‖" become mathematics, and what holds a
 * backslash, a caret or a brace is LaTeX already.
 */
export function texName(name: string): string {
  if (/[\\^{]/.test(name)) return name;
  if (/^[A-Z]t$/.test(name)) return `${name[0]}^\\top`;
  const [, stem, digits, word] = name.match(/^([A-Za-z]+)(?:_?(\d+)|_(\w+))?$/) ?? [];
  if (stem === undefined) return /[A-Za-z]{2}|_/.test(name) ? texWords(name) : texSigns(name);
  const command = `\\${stem}`;
  const base = GREEK_COMMANDS.has(command)
    ? command
    : stem.length === 1
      ? stem
      : `\\mathrm{${stem}}`;
  if (digits) return `${base}_{${digits}}`;
  if (!word) return base;
  return word.length === 1 ? `${base}_{${word}}` : `${base}_{\\mathrm{${texText(word)}}}`;
}

/** A name of letters and signs: all of it mathematics. */
function texSigns(name: string): string {
  return texMarks(name, (rest) => rest.replace(/[#$%&]/g, "\\$&").replace(/ /g, "\\ "));
}

/** A name with words in it: upright text, with its signs between. */
function texWords(name: string): string {
  return texMarks(name, (rest) => `\\text{${texText(rest)}}`);
}

/** Text for inside `\text{…}`: what LaTeX would take as a command is escaped. */
export function texText(text: string): string {
  return text.replace(/[\\#$%&_{}^~]/g, (c) => {
    if (c === "\\") return "\\backslash ";
    if (c === "^" || c === "~") return " ";
    return `\\${c}`;
  });
}

/** `name = ` before the middle line of a text that may have several. */
export function textWithName(name: string | undefined, text: string): string {
  if (!name) return text;
  const lines = text.split("\n");
  const middle = Math.floor((lines.length - 1) / 2);
  const lead = `${name} = `;
  return lines.map((line, i) => (i === middle ? lead : " ".repeat(lead.length)) + line).join("\n");
}
