import type { Figure, FigureOptions } from "./spec";

/** A title as the beginning of a sentence: without the stop at its end. */
export const withoutStop = (title: string): string => title.replace(/[.\s]+$/, "");

/** "Scatter plot: what the title says (horizontal axis: …, vertical axis: …)." */
export function describeFigure(kind: string, { title, x, y }: FigureOptions): string {
  const axes = [x && `horizontal axis: ${x}`, y && `vertical axis: ${y}`].filter(Boolean);
  const about = title ? `: ${withoutStop(title)}` : "";
  return `${kind}${about}${axes.length > 0 ? ` (${axes.join(", ")})` : ""}.`;
}

/** The kind stands under a symbol, which neither JSON nor Plotly sees. */
const KIND = Symbol("kind");

/** The figure marked as of a kind and described by nobody, so that a figure made of it can name it. */
export function ofKind(kind: string, made: Figure): Figure {
  return Object.assign(made, { [KIND]: kind });
}

/** The kind of a figure that was described by nobody; undefined if somebody did. */
export function kindOf(made: Figure): string | undefined {
  return (made as Figure & { [KIND]?: string })[KIND];
}
