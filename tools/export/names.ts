import type { CheerioAPI } from "cheerio";
import type { Element, Text } from "domhandler";
import { escapeHtml } from "./html";

/** Code of a cell, which a solution may have cut into several blocks. */
interface Cell {
  blocks: Element[];
  text: string;
  /** Where each block begins in the text. */
  starts: number[];
}

function cellOf($: CheerioAPI, blocks: Element[]): Cell {
  const starts: number[] = [];
  let text = "";
  for (const block of blocks) {
    starts.push(text.length);
    text += `${$(block).text()}\n`;
  }
  return { blocks, text, starts };
}

/** Texts of a block in order, each with where it begins. */
function textsOf($: CheerioAPI, block: Element): { node: Text; start: number }[] {
  const found: { node: Text; start: number }[] = [];
  let at = 0;
  const visit = (element: Element): void => {
    for (const child of element.children) {
      if (child.type === "text") {
        found.push({ node: child, start: at });
        at += child.data.length;
      } else if (child.type === "tag") visit(child);
    }
  };
  visit($(block).toArray()[0] as Element);
  return found;
}

/** Stretches of a block's text become marks for links, where they lie in one piece. */
function markBlock(
  $: CheerioAPI,
  block: Element,
  marks: { start: number; end: number; mark: string }[],
) {
  for (const { node, start } of textsOf($, block)) {
    const { data } = node;
    const inside = marks.filter((one) => one.start >= start && one.end <= start + data.length);
    if (inside.length === 0) continue;
    let html = "";
    let end = 0;
    for (const one of inside) {
      const word = data.slice(one.start - start, one.end - start);
      html += escapeHtml(data.slice(end, one.start - start));
      html += `<a class="name" href="${one.mark}">${escapeHtml(word)}</a>`;
      end = one.end - start;
    }
    $(node).replaceWith(html + escapeHtml(data.slice(end)));
  }
}

/**
 * Marks every name of the library in a page's code cells, and in the examples of the reference, as a
 * link by number, `mml-name:3`; which of them lead anywhere is known when the page is put in its place.
 *
 * @returns The names: `linalg.svd`, or `linalg.` where a part of it is named next.
 */
export async function numberNames($: CheerioAPI): Promise<string[]> {
  const cells = $(".cell.code")
    .toArray()
    .map((cell) => cellOf($, $(cell).find(".source pre").toArray()));
  const examples = $(".example")
    .toArray()
    .map((example) => cellOf($, $(example).find("pre").toArray()));
  if (cells.length + examples.length === 0) return [];
  // the compiler takes its time to load, and most exports need none
  const { mentionsOf } = await import("../reference/cells.ts");
  const names: string[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (name: string): number => {
    const known = numbers.get(name);
    if (known !== undefined) return known;
    numbers.set(name, names.length);
    return names.push(name) - 1;
  };
  for (const [all, free] of [
    [cells, false],
    [examples, true],
  ] as const) {
    const mentions = mentionsOf(
      all.map(({ text }) => text),
      free,
    );
    all.forEach(({ blocks, starts }, i) => {
      const own = mentions.filter(({ cell }) => cell === i).sort((a, b) => a.start - b.start);
      blocks.forEach((block, k) => {
        const from = starts[k] as number;
        const to = starts[k + 1] ?? Number.POSITIVE_INFINITY;
        const marks = own
          .filter(({ start }) => start >= from && start < to)
          .map(({ start, end, name }) => ({
            start: start - from,
            end: end - from,
            mark: `mml-name:${numberOf(name)}`,
          }));
        markBlock($, block, marks);
      });
    });
  }
  return names;
}
