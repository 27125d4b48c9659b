/**
 * Every exercise as a student meets it: with all solutions emptied, each solution cell still runs,
 * and each check fails with a hint. (That the checks pass on the solutions, the re-run shows.)
 */

import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { findNotebooks, nameOf } from "../../tools/common/find";
import { type Cell, readNotebook, textOf, writeNotebook } from "../../tools/common/notebook";
import { executeNotebook } from "../../tools/reproduce/execute";

const role = (cell: Cell) =>
  cell.metadata.nbgrader as { solution: boolean; grade: boolean; grade_id: string };
const SOLUTION = /(\/\/ BEGIN SOLUTION\n)[\s\S]*?([ \t]*\/\/ END SOLUTION)/g;

/** What went wrong in a cell, and what it wrote to stderr. */
const faultsOf = ({ outputs = [] }: Cell) =>
  outputs
    .filter(({ output_type, name }) => output_type === "error" || name === "stderr")
    .map(({ ename, evalue, text }) => (ename ? `${ename}: ${evalue}` : textOf(text)))
    .join("");

/** Runs a copy with empty solutions beside the notebook, so that its imports and data are found. */
async function runEmptied(path: string): Promise<Cell[]> {
  const folder = mkdtempSync(join(dirname(path), ".emptied-"));
  const copy = join(dirname(path), `${folder.split("/").at(-1)}.ipynb`);
  try {
    const notebook = readNotebook(path);
    for (const cell of notebook.cells.filter((c) => role(c)?.solution)) {
      cell.source = textOf(cell.source).replace(SOLUTION, "$1$2");
    }
    writeNotebook(copy, notebook);
    const { executed, failure } = await executeNotebook(copy, { timeout: 60, allowErrors: true });
    if (failure) throw new Error(`${nameOf(path)}: ${failure.message}`);
    return executed.cells;
  } finally {
    rmSync(copy, { force: true });
    rmSync(folder, { recursive: true, force: true });
  }
}

const assignments = findNotebooks([])
  .filter((path) => nameOf(path).startsWith("Assignments"))
  .map((path) => ({ path, name: nameOf(path) }));

describe.concurrent("exercises", { concurrent: availableParallelism() > 1 }, () => {
  test.each(assignments)(
    "$name: an empty solution runs, and its check fails with a hint",
    async ({ path }) => {
      const cells = await runEmptied(path);
      for (const cell of cells.filter((c) => role(c)?.solution)) {
        expect(faultsOf(cell), role(cell).grade_id).toBe("");
      }
      for (const cell of cells.filter((c) => role(c)?.grade)) {
        expect(faultsOf(cell), role(cell).grade_id).toMatch(/Error: check: .*Hint: /s);
      }
    },
    300_000,
  );
});
