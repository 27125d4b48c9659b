import { basename, extname } from "node:path";
import * as cheerio from "cheerio";
import type { Element } from "domhandler";
import { type Address, numberLinks } from "./addresses";
import { linkTerms, type Term } from "./glossary";
import { type Heading, headingTexts, readHeadings } from "./headings";
import { imageSize } from "./imageSize";
import { markOf, placeOf, readNotices } from "./marks";
import { numberNames } from "./names";
import { type Passage, readPassages, wordsOf } from "./passages";
import { readingMinutes } from "./reading";
import { readFigures, type Still } from "./stills";
import { cling, typesetter } from "./typeset";

/** A page before it is placed in the site: links and images are numbered, not yet resolved. */
export interface Fragment {
  /** What the numbers of links and images begin with, which no text of the page holds. */
  mark: string;
  title: string;
  /** First paragraph, in words and with its formulas. */
  summary: string;
  summaryHtml: string;
  headings: Heading[];
  anchors: string[];
  links: Address[];
  images: Address[];
  /** Names of the library in its code, as they are written. */
  names: string[];
  stills: Still[];
  /** Whether it is a sheet of formulas. */
  sheet: boolean;
  /** The formulas of a sheet, and the library's names that each is of. */
  formulas: { of: string[]; html: string }[];
  /** Scripts that draw its figures, by name. */
  scripts: string[];
  passages: Passage[];
  /** How long it takes to read. */
  minutes: number;
  html: string;
  problems: string[];
}

type Page = cheerio.CheerioAPI;

/** Classes of Pygments that the style sheet does not colour, so their spans say nothing. */
const PLAIN_TOKENS = /<span class="(?:w|p|nx|n|nb-|)">([^<]*)<\/span>|<span><\/span>/g;

function readAnchors($: Page, problems: string[]): string[] {
  const seen = new Set<string>();
  $("a[name]:not([id])").each((_, element) => {
    $(element).attr("id", $(element).attr("name")).removeAttr("name");
  });
  for (const element of $("[id]").toArray()) {
    const id = $(element).attr("id") as string;
    const where = placeOf($, element);
    if (id === "") problems.push(`${where}a ${element.tagName} has an empty anchor: name it`);
    else if (seen.has(id))
      problems.push(`${where}the anchor #${id} stands twice on the page: give one another name`);
    seen.add(id);
  }
  return [...seen];
}

/** Leaves pictures that lie in the page the room that they take, so that nothing moves when they are there. */
function reserve($: Page): void {
  $("img[src^='data:']:not([width], [height], .still)").each((_, img) => {
    const [, base64 = ""] = ($(img).attr("src") as string).split(";base64,");
    const size = imageSize(Buffer.from(base64, "base64"));
    if (size) $(img).attr({ width: `${size.width}`, height: `${size.height}` });
  });
}

/**
 * Turns what nbconvert made of a notebook into the middle of a page: maths typeset, figures numbered,
 * tables able to scroll, and everything listed that other pages or the search want to know.
 *
 * @param body - HTML from our template.
 * @param path - Of its source; its name is the title to fall back on.
 * @param terms - Of the glossary, each of which is linked where the page first uses it.
 */
export async function makeFragment(
  body: string,
  path: string,
  terms: readonly Term[] = [],
): Promise<Fragment> {
  const problems: string[] = [];
  const mark = markOf(body);
  const $ = cheerio.load(body.replace(PLAIN_TOKENS, "$1"));
  readNotices($, problems);
  const first = $("p").first();
  const summary = first.length > 0 ? wordsOf($, first.toArray()[0] as Element) : "";
  const titles = $("h1");
  if (titles.length !== 1) {
    const second = titles.toArray()[1];
    const remedy = second
      ? `begin “${wordsOf($, second)}” with ##`
      : "begin the first cell with “# ” and a title";
    problems.push(
      `${second ? placeOf($, second) : ""}a page has one title (a heading of level 1), this one has ${titles.length}: ${remedy}`,
    );
  }
  const title =
    titles.length > 0 ? wordsOf($, titles.toArray()[0] as Element) : basename(path, extname(path));
  const passages = readPassages($, title);
  const minutes = readingMinutes($);
  const { stills, scripts } = await readFigures($, mark, problems);
  const anchors = readAnchors($, problems);
  $(".anchor").attr("tabindex", "-1"); // the contents lead there too
  reserve($);
  linkTerms($, path, terms);
  const { links, images } = numberLinks($, mark);
  const names = await numberNames($);
  $("th:empty").each((_, element) => {
    element.tagName = "td"; // a head that says nothing is none
  });
  $("table").wrap('<div class="scroller table"></div>');
  cling($);
  const texts = headingTexts($);
  const typeset = typesetter($, mark, problems);
  const headings = readHeadings($, texts, problems).map((h) => ({ ...h, html: typeset(h.html) }));
  const lede = first.clone();
  lede.find("a, strong").each((_, mark) => void $(mark).replaceWith($(mark).contents()));
  const summaryHtml = typeset(lede.html() ?? "").trim();
  $("[data-cell]").removeAttr("data-cell");
  const html = typeset($("body").html() ?? "").trim();
  const formulas = $("p.formula")
    .toArray()
    .map((p) => ({
      of: ($(p).attr("data-of") ?? "").split(" "),
      html: typeset($(p).html() ?? ""),
    }));
  return {
    mark,
    title,
    summary,
    summaryHtml,
    headings,
    anchors,
    links,
    images,
    names,
    stills,
    sheet: formulas.length > 0,
    formulas,
    scripts,
    passages,
    minutes,
    html,
    problems,
  };
}
