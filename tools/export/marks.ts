import { createHash } from "node:crypto";
import type { CheerioAPI } from "cheerio";
import type { AnyNode } from "domhandler";

/**
 * A word that a page cannot hold, for it is made of all that the page holds: what stands for markup that
 * is put in later begins with it.
 */
export const markOf = (body: string) =>
  `mml${createHash("sha256").update(body).digest("hex").slice(0, 20)}`;

/** Where something is to be mended: `cell 3 “First words”: `, empty where the source has no cells. */
export function placeOf($: CheerioAPI, node: AnyNode): string {
  const cell = $(node).closest("[data-cell]").attr("data-cell");
  return cell ? `${cell}: ` : "";
}

/** Makes problems of what was removed from cells and outputs, which is told where it stood. */
export function readNotices($: CheerioAPI, problems: string[]): void {
  $(".mml-notice").each((_, notice) => {
    problems.push(`${placeOf($, notice)}${$(notice).text()}`);
    $(notice).remove();
  });
}
