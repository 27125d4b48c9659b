import katex from "katex";

/** What formulas of a page have defined, in KaTeX's own form, for those that follow. */
export type Macros = Record<string, unknown>;

/** Formulas recur (on every page there is an x), so each is typeset once in a run. */
const typeset = new Map<string, string>();

/** In em: nothing that a formula draws is larger, so that none lays itself over the page. */
const MOST = 60;

/**
 * A formula as HTML, with MathML inside for those who listen to the page.
 *
 * @param tex - LaTeX without delimiters.
 * @param display - Whether it stands on a line of its own.
 * @param macros - Definitions of the page so far; those of this formula are added.
 * @throws Error that says what KaTeX does not understand, and where.
 */
export function renderMath(tex: string, display: boolean, macros: Macros = {}): string {
  const key = `${display ? "D" : "I"}${tex}`;
  const isOwn = Object.keys(macros).length > 0;
  const known = isOwn ? undefined : typeset.get(key);
  if (known !== undefined) return known;
  let html: string;
  try {
    html = katex.renderToString(tex, {
      displayMode: display,
      throwOnError: true,
      strict: "ignore",
      output: "htmlAndMathml",
      maxSize: MOST,
      macros: macros as Record<string, string>,
      trust: ({ command }) => {
        throw new Error(`${command} is for links, images and markup, which stand beside a formula`);
      },
    });
  } catch (error) {
    const cause = error instanceof katex.ParseError ? error.rawMessage : (error as Error).message;
    throw new Error(
      `the formula ${shorten(tex)} does not typeset: ${cause}. Mend it, or write it with what KaTeX knows`,
    );
  }
  if (!isOwn && Object.keys(macros).length === 0) typeset.set(key, html);
  return html;
}

function shorten(tex: string): string {
  const line = tex.replace(/\s+/g, " ");
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
