import type { CheerioAPI } from "cheerio";
import type { Element } from "domhandler";
import { placeOf } from "./marks";

/** An address as it is written in the source, and in which cell. */
export interface Address {
  written: string;
  /** `cell 3 “First words”: `, or empty. */
  where: string;
}

/** Puts numbers in the place of addresses, which are known when the page has its place. */
export function numberLinks($: CheerioAPI, mark: string): { links: Address[]; images: Address[] } {
  const links: Address[] = [];
  const images: Address[] = [];
  const addressOf = (element: Element, written: string) => ({
    written,
    where: placeOf($, element),
  });
  $("a[href]").each((_, element) => {
    const count = links.push(addressOf(element, $(element).attr("href") as string));
    $(element).attr("href", `${mark}link${count - 1}`);
  });
  $("img[src]").each((_, element) => {
    const src = $(element).attr("src") as string;
    if (src.startsWith("data:") || src.startsWith(mark)) return;
    const count = images.push(addressOf(element, src));
    $(element).attr("src", `${mark}image${count - 1}`);
    if (!$(element).is("[width], [height]")) $(element).attr("data-size", `${mark}${count - 1}`);
  });
  return { links, images };
}
