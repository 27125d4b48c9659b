import type { CheerioAPI } from "cheerio";
import { placeOf } from "./marks";
import { wordsOf } from "./passages";

/** A heading of a page. `html` may hold formulas, `text` has them on a line. */
export interface Heading {
  level: number;
  id: string;
  html: string;
  text: string;
}

const HEADINGS = "h1, h2, h3, h4, h5, h6";

/** The words of the headings, read while their formulas are LaTeX. */
export const headingTexts = ($: CheerioAPI): string[] =>
  $(HEADINGS)
    .toArray()
    .map((heading) => wordsOf($, heading));

/** @param texts - Of the headings. */
export function readHeadings(
  $: CheerioAPI,
  texts: readonly string[],
  problems: string[],
): Heading[] {
  let before = 0;
  return $(HEADINGS)
    .toArray()
    .map((element, i) => {
      const level = Number(element.tagName.slice(1));
      const text = texts[i] as string;
      if (level > before + 1 && before > 0) {
        problems.push(
          `${placeOf($, element)}the heading “${text}” jumps from level ${before} to ${level}: begin it with ${"#".repeat(before + 1)}`,
        );
      }
      before = level;
      const inner = $(element).clone();
      inner.find(".anchor").remove();
      if (level === 1) $(element).find(".anchor").remove();
      return { level, id: $(element).attr("id") ?? "", html: (inner.html() ?? "").trim(), text };
    });
}
