import { tableHtml, tableText } from "../format/html";
import type { Written } from "../format/math";
import { texName, texText, textWithName } from "../format/name";
import { type TableLimits, type TableParts, tableCells } from "../format/tableCells";
import type { Bundle } from "./bridge";
import { type FigureLike, isPlainObject } from "./kinds";

/** Name and caption of what is shown. */
export interface Heading {
  name?: string;
  caption?: string | undefined;
}

/**
 * A piece of mathematics. It stands in line, so that several of them fill the line and wrap.
 *
 * @param remark - Said in brackets after it, before the note on what was left out.
 */
export function mathBundle(written: Written, { name, caption }: Heading, remark = ""): Bundle {
  const remarks = [remark, written.note].filter(Boolean).join("; ");
  const lead = name ? `${texName(name)} = ` : "";
  const tail = remarks ? `\\quad{\\small\\text{(${texText(remarks)})}}` : "";
  const tex = `$\\displaystyle ${lead}${written.tex}${tail}$`;
  const text = textWithName(name, written.text) + (remarks ? `\n(${remarks})` : "");
  return {
    "text/plain": caption ? `${caption}\n${text}` : text,
    "text/latex": caption ? `${caption} ${tex}` : tex,
  };
}

/** Several pieces of mathematics as one display. */
export function joinMath(pieces: readonly Bundle[], caption?: string): Bundle {
  const text = pieces.map((piece) => piece["text/plain"]).join("\n");
  const tex = pieces.map((piece) => piece["text/latex"]).join("\n$\\qquad$ ");
  return {
    "text/plain": caption ? `${caption}\n${text}` : text,
    "text/latex": caption ? `${caption}\n${tex}` : tex,
  };
}

/** A table; a caption of the caller's goes before its own, and a name stands in for a caption. */
export function tableBundle(table: TableParts, heading: Heading & TableLimits): Bundle {
  const caption = heading.caption ?? table.caption ?? heading.name;
  const { columns, values, index, digits } = table;
  const cells = tableCells({ columns, values, index, caption, digits }, heading);
  return { "text/plain": tableText(cells), "text/html": tableHtml(cells) };
}

/** Names and values side by side, each value rounded by itself: they differ in meaning. */
export function pairsBundle(
  pairs: readonly (readonly string[])[],
  caption?: string,
  note: string | null = null,
): Bundle {
  const isNumber = (text: string) => /^(-?[\d.]+(e-?\d+)?|–)$/.test(text);
  const cells = {
    head: ["", "value"],
    rows: pairs.map((pair) => [...pair]),
    numeric: [false, pairs.every(([, value]) => isNumber(value))],
    labelled: true,
    caption,
    note,
  };
  return { "text/plain": tableText(cells), "text/html": tableHtml(cells) };
}

/**
 * A figure. Its description is the plain text, and stands in `layout.meta.alt` as well, where a page
 * that draws the figure finds it.
 */
export function figureBundle({ data, layout, config, frames, alt }: FigureLike): Bundle {
  const { meta = {} } = layout;
  // what is no object has no room for it
  const told = alt && isPlainObject(meta) ? { ...layout, meta: { ...meta, alt } } : layout;
  return {
    "text/plain": `[Figure] ${alt ?? "without a description"}`,
    "application/vnd.plotly.v1+json": {
      data,
      layout: told,
      ...(frames ? { frames } : {}),
      ...(config ? { config } : {}),
    },
  };
}
