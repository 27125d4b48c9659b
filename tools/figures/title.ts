/** The title of a figure. */
import type { FigureSpec } from "./spec";

type Layout = NonNullable<FigureSpec["layout"]>;

interface Title {
  text?: string;
  font?: { size?: number };
  pad?: { t?: number };
  yanchor?: string;
}

/** Plotly sets a title of several lines that hangs from the top too high by its capitals, in ems. */
const CAPITAL = 0.7;

const titleOf = (layout: unknown) => ((layout as Layout | undefined)?.title ?? {}) as Title;

/** The layout with the first line of its title where the title would stand if it were the only one. */
export function lowered(layout: Layout): Layout {
  const own = titleOf(layout);
  const common = titleOf((layout.template as { layout?: Layout } | undefined)?.layout);
  const { text, yanchor } = { ...common, ...own };
  if (yanchor !== "top" || !/<br ?\/?>/.test(text ?? "")) return layout;
  const { size = 17 } = { ...common.font, ...own.font };
  const pad = { ...common.pad, ...own.pad };
  return { ...layout, title: { ...own, pad: { ...pad, t: (pad.t ?? 0) + CAPITAL * size } } };
}

/** The words of a figure's title, in one line and without Plotly's markup. */
export function plainText({ layout }: FigureSpec): string {
  const { text = "" } = titleOf(layout);
  return String(text)
    .replace(/<br ?\/?>/g, " ")
    .replace(/<[^>]*>/g, "");
}
