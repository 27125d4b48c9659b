/** Adds a static picture to every stored figure, so that GitHub, nbviewer and diff tools show it. */

import type { Notebook, Output } from "../common/notebook";
import { type FigureSpec, isPictureOf, renderFigure } from "../figures/render";

const FIGURE = "application/vnd.plotly.v1+json";

/** The output with its picture; one that has it already, of just this figure, is left alone. */
async function withPicture(output: Output, notices: Set<string>): Promise<Output> {
  const spec = output.data?.[FIGURE] as FigureSpec | undefined;
  if (!spec) return output;
  const { "image/png": stored, ...data } = output.data as Record<string, unknown>;
  if (typeof stored === "string" && isPictureOf(Buffer.from(stored, "base64"), spec)) return output;
  const picture = await renderFigure(spec);
  if (picture.notice) notices.add(picture.notice);
  return { ...output, data: { ...data, "image/png": `${picture.png.toString("base64")}\n` } };
}

/** The notebook with a picture beside each figure, and what is to be said of those without one. */
export async function addImages(
  notebook: Notebook,
): Promise<{ notebook: Notebook; notices: string[] }> {
  const notices = new Set<string>();
  const cells = [];
  for (const cell of notebook.cells) {
    const outputs: Output[] = [];
    for (const output of cell.outputs ?? []) outputs.push(await withPicture(output, notices));
    cells.push(cell.outputs ? { ...cell, outputs } : cell);
  }
  return { notebook: { ...notebook, cells }, notices: [...notices] };
}
