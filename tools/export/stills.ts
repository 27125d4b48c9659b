import type { CheerioAPI } from "cheerio";
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

/** Gives every figure a number, and its still image a place beside the page. */
export async function readFigures(
  $: CheerioAPI,
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
