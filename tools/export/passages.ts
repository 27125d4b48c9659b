import type { CheerioAPI } from "cheerio";
import type { Element } from "domhandler";
import { formulaText } from "./formulaText";
import { escapeHtml } from "./html";

/** A stretch of text under one heading, for the search. */
export interface Passage {
  id: string;
  heading: string;
  text: string;
}

const squash = (text: string) => text.replace(/\s+/g, " ").trim();

/** Text with formulas on a line, without the signs that link to a heading. */
export function wordsOf($: CheerioAPI, element: Element): string {
  const copy = $(element).clone();
  copy.find(".anchor, .equation > .number, script").remove();
  copy.find(".math").each((_, math) => {
    const isDisplay = $(math).hasClass("display");
    const text = formulaText($(math).text(), isDisplay);
    $(math).replaceWith(isDisplay ? ` ${escapeHtml(text)} ` : escapeHtml(text));
  });
  return squash(copy.text());
}

/** Rows that can be linked to, as the terms of the glossary: each is found by itself. */
function rowsOf($: CheerioAPI): Passage[] {
  return $("tr:has(td > a[id])")
    .toArray()
    .map((row) => ({
      id: $(row).find("td > a[id]").first().attr("id") as string,
      heading: wordsOf($, $(row).find("td").toArray()[0] as Element),
      text: $(row)
        .children()
        .toArray()
        .map((cell) => wordsOf($, cell))
        .join(" "),
    }));
}

/** The text under each heading, in order, for the search, and then the rows of tables that have an anchor. */
export function readPassages($: CheerioAPI, title: string): Passage[] {
  const passages: Passage[] = [{ id: "", heading: title, text: "" }];
  const skipped = new Set(["script", "style", "svg"]);
  const visit = (element: Element): void => {
    const node = $(element);
    const last = passages[passages.length - 1] as Passage;
    const { tagName } = element;
    if (/^h[1-6]$/.test(tagName)) {
      if (tagName !== "h1")
        passages.push({ id: node.attr("id") ?? "", heading: wordsOf($, element), text: "" });
    } else if (node.is("figure.plot")) {
      last.text += ` ${node.attr("data-alt") ?? ""}`;
    } else if (node.is("table.names, details.drawing")) {
      return; // a contents of what is told below, code that only draws
    } else if (node.is("p, pre, li, blockquote, table, dl") && !node.find("h2, h3, h4").length) {
      last.text += ` ${wordsOf($, element)}`;
    } else if (!skipped.has(tagName)) {
      for (const child of node.children().toArray()) visit(child);
    }
  };
  for (const element of $("body").children().toArray()) visit(element);
  return [...passages, ...rowsOf($)]
    .map((passage) => ({ ...passage, text: squash(passage.text) }))
    .filter(({ id, text }) => id !== "" || text !== "");
}
