import type { CheerioAPI } from "cheerio";
import { placeOf } from "./marks";
import { type Macros, renderMath } from "./maths";

/** Keeps a formula on one line with the punctuation that clings to it. */
export function cling($: CheerioAPI): void {
  const longest = 60; // of the LaTeX: a long formula has to be able to break
  $(".math.inline").each((_, element) => {
    const { prev, next } = element;
    const before = prev?.type === "text" ? /[([“‘]+$/.exec(prev.data)?.[0] : undefined;
    const after = next?.type === "text" ? /^[.,;:!?)\]”’]+/.exec(next.data)?.[0] : undefined;
    if ((!before && !after) || $(element).text().length > longest) return;
    $(element).wrap('<span class="together"></span>');
    if (before && prev?.type === "text") {
      prev.data = prev.data.slice(0, -before.length);
      $(element).before(before);
    }
    if (after && next?.type === "text") {
      next.data = next.data.slice(after.length);
      $(element).after(after);
    }
  });
}

/** Puts typeset formulas in the place of their LaTeX, wherever it stands in the given strings. */
export function typesetter($: CheerioAPI, mark: string, problems: string[]) {
  const formulas: string[] = [];
  const macros: Macros = {};
  $(".math").each((_, element) => {
    const node = $(element);
    try {
      formulas.push(renderMath(node.text(), node.hasClass("display"), macros));
    } catch (error) {
      problems.push(`${placeOf($, element)}${(error as Error).message}`);
      formulas.push("");
    }
    node.text(`${mark}math${formulas.length - 1};`);
  });
  const marked = new RegExp(`${mark}math(\\d+);`, "g");
  return (html: string) => html.replace(marked, (_, i) => formulas[Number(i)] as string);
}
