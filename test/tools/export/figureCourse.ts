/** Notebooks and courses of nothing but figures, for tests. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { exportTo } from "./course";

export interface Spec {
  data: object[];
  layout: object;
  alt?: string;
}

/** The text of a notebook that shows the figures, after a text of its own. */
export function notebookOf(figures: readonly Spec[], text = "# Figures"): string {
  const outputs = figures.map(({ alt = "A figure.", ...spec }) => ({
    output_type: "display_data",
    data: { "text/plain": `[Figure] ${alt}`, "application/vnd.plotly.v1+json": spec },
    metadata: {},
  }));
  const cells = [
    { cell_type: "markdown", id: "text", metadata: {}, source: text },
    ...outputs.map((output, k) => ({
      cell_type: "code",
      id: `figure-${k}`,
      execution_count: null,
      metadata: {},
      source: `figure${k};`,
      outputs: [output],
    })),
  ];
  const kernelspec = { display_name: "TypeScript", language: "typescript", name: "tslab" };
  return JSON.stringify({ cells, metadata: { kernelspec }, nbformat: 4, nbformat_minor: 5 });
}

/** Exports a course of one note, with the figures after a text: the file of its page. */
export async function pageOf(
  folder: string,
  figures: readonly Spec[],
  text?: string,
): Promise<string> {
  const root = join(folder, "course");
  const note = join(root, "Notes", "07-figures.ipynb");
  mkdirSync(dirname(note), { recursive: true });
  writeFileSync(join(root, "README.md"), "# A course\n\nOf figures.\n");
  writeFileSync(note, notebookOf(figures, text));
  await exportTo(folder, { root });
  return join(folder, "site", "Notes", "07-figures.html");
}
