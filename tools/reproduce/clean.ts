/** What of an executed notebook is worth storing: outputs, without what differs from run to run. */
import { homedir } from "node:os";
import { sep } from "node:path";
import { type Cell, linesOf, type Notebook, type Output, textOf } from "../common/notebook";
import { ROOT } from "../common/project";

const KERNELSPEC = { display_name: "TypeScript", language: "typescript", name: "tslab" };

/** Metadata that Jupyter's programs leave in a cell and that says when or how it was run. */
const VOLATILE = ["execution", "collapsed", "scrolled", "ExecuteTime"];

/** A view of a widget means nothing without the kernel that made it; the rest of the output stands in for it. */
const VIEW = "application/vnd.jupyter.widget-view+json";

/** Joins what came on the same stream in several pieces: where the pieces end is chance. */
function joinStreams(outputs: readonly Output[]): Output[] {
  const joined: Output[] = [];
  for (const output of outputs) {
    const last = joined.at(-1);
    if (
      output.output_type === "stream" &&
      last?.output_type === "stream" &&
      last.name === output.name
    ) {
      last.text = textOf(last.text) + textOf(output.text);
    } else {
      joined.push({ ...output });
    }
  }
  return joined;
}

function cleanBundle(data: Record<string, unknown>): Record<string, unknown> {
  const clean: Record<string, unknown> = {};
  for (const [type, value] of Object.entries(data)) {
    if (type === VIEW) continue;
    const isText =
      typeof value === "string" || (Array.isArray(value) && typeof value[0] === "string");
    const isBinary = type.startsWith("image/") && type !== "image/svg+xml";
    clean[type] = isText && !isBinary ? linesOf(textOf(value as string | string[])) : value;
  }
  return clean;
}

/** Folders of this machine, and what they are called in what is stored; the innermost first. */
const FOLDERS = [
  [`file://${ROOT}${sep}`, ""],
  [`${ROOT}${sep}`, ""],
  [ROOT, "."],
  [homedir(), "~"],
].filter(([path = ""]) => path.length > 1) as [string, string][];

/** Words of an error without folders of this machine. */
const withoutMachine = (text: string): string =>
  FOLDERS.reduce((words, [path, name]) => words.replaceAll(path, name), text);

function cleanError(output: Output): Output {
  const { ename = "", evalue = "", traceback = [] } = output;
  return {
    output_type: "error",
    ename,
    evalue: withoutMachine(evalue),
    traceback: traceback.map(withoutMachine),
  };
}

function cleanOutput(output: Output, count: number): Output {
  if (output.output_type === "stream") {
    return {
      output_type: "stream",
      name: output.name ?? "stdout",
      text: linesOf(textOf(output.text)),
    };
  }
  if (output.output_type === "error") return cleanError(output);
  const { output_type, data = {}, metadata = {} } = output;
  const clean: Output = { output_type, data: cleanBundle(data), metadata };
  if (output_type === "execute_result") clean.execution_count = count;
  return clean;
}

function cleanCell(cell: Cell, count: number): Cell {
  const metadata = Object.fromEntries(
    Object.entries(cell.metadata).filter(([key]) => !VOLATILE.includes(key)),
  );
  const clean: Cell = { ...cell, metadata, source: linesOf(textOf(cell.source)) };
  if (cell.cell_type !== "code") return clean;
  clean.execution_count = count;
  clean.outputs = joinStreams(cell.outputs ?? []).map((output) => cleanOutput(output, count));
  return clean;
}

/** The notebook as it is stored: execution counts 1, 2, …, streams joined, nothing of this machine or kernel. */
export function cleanNotebook(notebook: Notebook): Notebook {
  let count = 0;
  const cells = notebook.cells.map((cell) => {
    if (cell.cell_type === "code") count++;
    return cleanCell(cell, count);
  });
  const { language_info, widgets, ...rest } = notebook.metadata;
  const metadata = { ...rest, kernelspec: KERNELSPEC, ...(language_info ? { language_info } : {}) };
  return { ...notebook, cells, metadata };
}
