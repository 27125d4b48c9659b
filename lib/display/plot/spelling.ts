import { wrap } from "./wrap";

/**
 * Texts of a figure as they are meant. Plotly reads markup in them (`<b>`, `<br>`, `<sup>`, …) and drops
 * whatever else stands between angle brackets: of "0<x<1, y>2" it draws "02".
 */

/** Markup that Plotly knows. */
const MARKUP = /^<(?:\/?(?:br|b|i|em|u|s|sub|sup|span|a)\s*\/?|(?:span|a)\s+\w+=.*)>$/i;

/** A text in which angle brackets that are no markup of Plotly's stand for themselves. */
export const literal = (text: string): string =>
  text.replace(/<[^<>]*>|<(?=.*>)/gs, (part) =>
    MARKUP.test(part) ? part : part.replace("<", "&lt;"),
  );

/** Attributes whose texts are drawn. */
const DRAWN = new Set(["text", "name", "hovertext", "ticktext", "labels", "x", "y"]);

/** Names in a legend and along an axis, which are broken into lines where they are longer than this. */
const NAMES = new Set(["name", "ticktext", "x", "y"]);
const LONG = 48;

function spelledText(text: string, key: string): string {
  if (!DRAWN.has(key)) return text;
  const isLong = NAMES.has(key) && text.length > LONG && !/<br ?\/?>/.test(text);
  return literal(isLong ? wrap(text, LONG).join("<br>") : text);
}

/**
 * A part of a figure with its texts as they are meant.
 *
 * @param key - The attribute that it is the value of.
 */
export function spelled(value: unknown, key = ""): unknown {
  if (typeof value === "string") return spelledText(value, key);
  if (Array.isArray(value)) {
    return value.every((item) => typeof item === "number")
      ? value
      : value.map((item) => spelled(item, key));
  }
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, v]) => [name, spelled(v, name)]));
}

/** A formula between dollars: with a command, an index or a group in it, so that prices are none. */
const TEX = /\$[^$]*[\\^_{][^$]*\$/;

/** The formula that a text holds in TeX, if it does. */
export const texIn = (text: string): string | undefined => TEX.exec(text)?.[0];
