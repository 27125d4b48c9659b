import katex from "katex";

/** Formulas recur (on every page there is an x), so each is typeset once in a run. */
const typeset = new Map<string, string>();

/**
 * A formula as HTML, with MathML inside for those who listen to the page.
 *
 * @param tex - LaTeX without delimiters.
 * @param display - Whether it stands on a line of its own.
 * @throws Error that says what KaTeX does not understand, and where.
 */
export function renderMath(tex: string, display: boolean): string {
  const key = `${display ? "D" : "I"}${tex}`;
  let html = typeset.get(key);
  if (html === undefined) {
    try {
      html = katex.renderToString(tex, {
        displayMode: display,
        throwOnError: true,
        strict: "ignore",
        output: "htmlAndMathml",
      });
    } catch (error) {
      const cause = error instanceof katex.ParseError ? error.rawMessage : `${error}`;
      throw new Error(`the formula ${shorten(tex)} does not typeset: ${cause}`);
    }
    typeset.set(key, html);
  }
  return html;
}

function shorten(tex: string): string {
  const line = tex.replace(/\s+/g, " ");
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
