import * as cheerio from "cheerio";
import type { Element } from "domhandler";
import { renderFigure } from "../figures/render";
import { renderMath } from "./maths";

/** A heading of a page. `html` may hold formulas, `text` has none. */
export interface Heading {
  level: number;
  id: string;
  html: string;
  text: string;
}

/** A picture or figure that stands beside the page as a file. */
export interface Still {
  name: string;
  base64: string;
}

/** A stretch of text under one heading, for the search. */
export interface Passage {
  id: string;
  heading: string;
  text: string;
}

/** A page before it is placed in the site: links and images are numbered, not yet resolved. */
export interface Fragment {
  title: string;
  /** First paragraph, in words and with its formulas. */
  summary: string;
  summaryHtml: string;
  headings: Heading[];
  anchors: string[];
  links: string[];
  images: string[];
  stills: Still[];
  /** Builds of Plotly that its figures need. */
  builds: string[];
  passages: Passage[];
  html: string;
  problems: string[];
}

type Page = cheerio.CheerioAPI;

/** Marks in text that stand for markup put in after the page is serialised. */
const MARK = { open: "\uE000", close: "\uE001" };

/** Classes of Pygments that the style sheet does not colour, so their spans say nothing. */
const PLAIN_TOKENS = /<span class="(?:w|p|nx|n|nb-|)">([^<]*)<\/span>|<span><\/span>/g;

const squash = (text: string) => text.replace(/\s+/g, " ").trim();

/** Text without formulas and without the signs that link to a heading. */
function wordsOf($: Page, element: Element): string {
  const copy = $(element).clone();
  copy.find(".anchor, script").remove();
  copy.find(".math").replaceWith(" … ");
  return squash(copy.text());
}

function readHeadings($: Page, problems: string[]): Heading[] {
  let before = 0;
  return $("h1, h2, h3, h4, h5, h6")
    .toArray()
    .map((element) => {
      const level = Number(element.tagName.slice(1));
      const text = wordsOf($, element);
      if (level > before + 1 && before > 0) {
        problems.push(`the heading “${text}” jumps from level ${before} to ${level}`);
      }
      before = level;
      const inner = $(element).clone();
      inner.find(".anchor").remove();
      if (level === 1) $(element).find(".anchor").remove();
      return { level, id: $(element).attr("id") ?? "", html: (inner.html() ?? "").trim(), text };
    });
}

function readAnchors($: Page, problems: string[]): string[] {
  const seen = new Set<string>();
  for (const element of $("[id]").toArray()) {
    const id = $(element).attr("id") as string;
    if (id === "") problems.push(`a ${element.tagName} has an empty anchor`);
    else if (seen.has(id)) problems.push(`the anchor #${id} stands twice on the page`);
    seen.add(id);
  }
  return [...seen];
}

/** The text under each heading, in order, for the search. */
function readPassages($: Page, title: string): Passage[] {
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
    } else if (node.is("p, pre, li, blockquote, table, dl") && !node.find("h2, h3, h4").length) {
      last.text += ` ${wordsOf($, element)}`;
    } else if (!skipped.has(tagName)) {
      for (const child of node.children().toArray()) visit(child);
    }
  };
  for (const element of $("body").children().toArray()) visit(element);
  return passages
    .map((passage) => ({ ...passage, text: squash(passage.text) }))
    .filter(({ id, text }) => id !== "" || text !== "");
}

/** The picture that stands for a figure until it is drawn, if the notebook brings none. */
async function makeStill(spec: string, what: string, problems: string[]): Promise<string> {
  try {
    const made = await renderFigure(JSON.parse(spec));
    return "png" in made ? made.png.toString("base64") : "";
  } catch (error) {
    problems.push(`${what} cannot be drawn: ${(error as Error).message}`);
    return "";
  }
}

/** Gives every figure a number, and its still image a place beside the page. */
async function readFigures(
  $: Page,
  problems: string[],
): Promise<{ stills: Still[]; builds: string[] }> {
  const stills: Still[] = [];
  const builds = new Set<string>();
  for (const [i, element] of $("figure.plot").toArray().entries()) {
    const figure = $(element);
    const name = `figure-${i + 1}`;
    const alt = figure.attr("data-alt") ?? "";
    figure.attr("id", `mml-${name}`);
    builds.add(figure.attr("data-build") as string);
    if (alt === "") problems.push(`figure ${i + 1} has no description`);
    const stored = figure.children("img").attr("src") ?? "";
    figure.children("img").remove();
    const base64 =
      stored.replace(/^data:image\/png;base64,/, "") ||
      (await makeStill(figure.children("script").text(), `figure ${i + 1}`, problems));
    if (base64 === "") continue;
    const image = $('<img class="still" loading="lazy" decoding="async">');
    image.attr("src", `mml-still:${stills.length}`).attr("alt", alt);
    figure.prepend(image);
    stills.push({ name: `${name}.png`, base64 });
  }
  return { stills, builds: [...builds] };
}

function forbid($: Page, problems: string[]): void {
  $("script").each((_, element) => {
    if ($(element).parent().is("figure.plot")) return;
    problems.push("a script in a cell or an output does not run on the page");
    $(element).remove();
  });
  for (const element of $("iframe, object, embed, link, base, meta").toArray()) {
    problems.push(`a ${element.tagName} in a cell or an output is not shown on the page`);
    $(element).remove();
  }
}

/** Puts typeset formulas in the place of their LaTeX, wherever it stands in the given strings. */
function typesetter($: Page, problems: string[]) {
  const formulas: string[] = [];
  $(".math").each((_, element) => {
    const node = $(element);
    try {
      formulas.push(renderMath(node.text(), node.hasClass("display")));
    } catch (error) {
      problems.push((error as Error).message);
      formulas.push("");
    }
    node.text(`${MARK.open}${formulas.length - 1}${MARK.close}`);
  });
  const marked = new RegExp(`${MARK.open}(\\d+)${MARK.close}`, "g");
  return (html: string) => html.replace(marked, (_, i) => formulas[Number(i)] as string);
}

function numberLinks($: Page): { links: string[]; images: string[] } {
  const links: string[] = [];
  const images: string[] = [];
  $("a[href]").each((_, element) => {
    links.push($(element).attr("href") as string);
    $(element).attr("href", `mml-link:${links.length - 1}`);
  });
  $("img[src]").each((_, element) => {
    const src = $(element).attr("src") as string;
    if (/^(data|mml-still):/.test(src)) return;
    images.push(src);
    $(element).attr("src", `mml-image:${images.length - 1}`);
  });
  return { links, images };
}

/**
 * Turns what nbconvert made of a notebook into the middle of a page: maths typeset, figures numbered,
 * tables able to scroll, and everything listed that other pages or the search want to know.
 *
 * @param body - HTML from our template.
 * @param name - Title to fall back on.
 */
export async function makeFragment(body: string, name: string): Promise<Fragment> {
  const problems: string[] = [];
  const $ = cheerio.load(body.replace(PLAIN_TOKENS, "$1"));
  forbid($, problems);
  const first = $("p").first();
  const summary = first.length > 0 ? wordsOf($, first.toArray()[0] as Element) : "";
  const titles = $("h1");
  if (titles.length !== 1) {
    problems.push(`a page has one title (a heading of level 1), this one has ${titles.length}`);
  }
  const title = titles.length > 0 ? wordsOf($, titles.toArray()[0] as Element) : name;
  const passages = readPassages($, title);
  const { stills, builds } = await readFigures($, problems);
  const anchors = readAnchors($, problems);
  const { links, images } = numberLinks($);
  $("table").wrap('<div class="scroller table"></div>');
  const typeset = typesetter($, problems);
  const headings = readHeadings($, problems).map((h) => ({ ...h, html: typeset(h.html) }));
  const lede = first.clone();
  lede.find("a").each((_, link) => void $(link).replaceWith($(link).contents()));
  const summaryHtml = typeset(lede.html() ?? "").trim();
  const html = typeset($("body").html() ?? "").trim();
  return {
    title,
    summary,
    summaryHtml,
    headings,
    anchors,
    links,
    images,
    stills,
    builds,
    passages,
    html,
    problems,
  };
}
