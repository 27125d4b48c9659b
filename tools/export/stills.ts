import type { Cheerio, CheerioAPI } from "cheerio";
import type { Element } from "domhandler";
import { renderFigure } from "../figures/render";

/** A picture or figure that stands beside the page as a file. */
export interface Still {
  name: string;
  base64: string;
}

/** The picture that stands for a figure until it is drawn, if the notebook brings none. */
async function makeStill(spec: string, what: string, problems: string[]): Promise<string> {
  try {
    const { png } = await renderFigure(JSON.parse(spec));
    return png.toString("base64");
  } catch (error) {
    problems.push(`${what} cannot be drawn: ${(error as Error).message}`);
    return "";
  }
}

/** Lets a figure have an anchor of its own where a heading of the page is called like it. */
function freeAnchor($: CheerioAPI, figure: Cheerio<Element>): void {
  const id = figure.attr("id") as string;
  if ($(`[id="${id}"]`).length < 2) return;
  figure.attr("id", `${id}-drawing`);
  figure.find("a.number").attr("href", `#${id}-drawing`);
}

/**
 * Gives the still image of every figure a place beside the page, by a number behind the page's mark, and
 * marks what refers to a figure. `scripts` are those that draw the figures.
 */
export async function readFigures(
  $: CheerioAPI,
  mark: string,
  problems: string[],
): Promise<{ stills: Still[]; scripts: string[] }> {
  const stills: Still[] = [];
  const scripts = new Set<string>();
  for (const [i, element] of $("figure.plot").toArray().entries()) {
    const figure = $(element);
    const room = figure.children(".drawing-room");
    const alt = figure.attr("data-alt") ?? "";
    freeAnchor($, figure);
    $(`a[href="#${figure.attr("id")}"]:not(.number)`).addClass("ref");
    scripts.add(`plotly-${figure.attr("data-build")}`);
    if (figure.attr("data-family")) scripts.add("laws");
    if (alt === "") problems.push(`figure ${i + 1} has no description`);
    const stored = room.children("img").attr("src") ?? "";
    room.empty();
    const base64 =
      stored.replace(/^data:image\/png;base64,/, "") ||
      (await makeStill(figure.children("script").text(), `figure ${i + 1}`, problems));
    if (base64 === "") continue;
    const image = $('<img class="still" loading="lazy" decoding="async">');
    image.attr("src", `${mark}still${stills.length}`).attr("alt", alt);
    room.append(image);
    stills.push({ name: `figure-${i + 1}.png`, base64 });
  }
  return { stills, scripts: [...scripts] };
}
