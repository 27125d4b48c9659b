import type { Figure, FigureOptions } from "./spec";

/** A title as the beginning of a sentence: without the stop at its end. */
export const withoutStop = (title: string): string => title.replace(/[.\s]+$/, "");

/** "Scatter plot: what the title says (horizontal axis: …, vertical axis: …)." */
export function describeFigure(kind: string, { title, x, y }: FigureOptions): string {
  const axes = [x && `horizontal axis: ${x}`, y && `vertical axis: ${y}`].filter(Boolean);
  const about = title ? `: ${withoutStop(title)}` : "";
  return `${kind}${about}${axes.length > 0 ? ` (${axes.join(", ")})` : ""}.`;
}

/** Kinds are kept beside the figures, not in them: they are plain data. */
const kinds = new WeakMap<Figure, string>();

/** Marks a figure as of a kind and described by nobody, so that a figure made of it can name it. */
export function ofKind(kind: string, made: Figure): Figure {
  kinds.set(made, kind);
  return made;
}

/** The kind of a figure that was described by nobody; undefined if somebody did. */
export function kindOf(made: Figure): string | undefined {
  return kinds.get(made);
}
