/**
 * Every exercise as a student meets it: its check fails, with a hint, on an empty solution and on each
 * plausible wrong one that the exercise carries, and passes on the right one. All in one run of the cells
 * that exercises stand on: before each right solution stand the others, each with the check after it.
 */

import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism } from "node:os";
import { basename, dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { findNotebooks, nameOf } from "../../tools/common/find";
import { type Cell, readNotebook, textOf, writeNotebook } from "../../tools/common/notebook";
import { executeNotebook } from "../../tools/reproduce/execute";
import { exerciseOf, isCode, roleOf, sourceOf } from "./rules/cells";
import { neededFor } from "./slice";

const BLOCK = /(\/\/ BEGIN SOLUTION[^\n]*\n)[\s\S]*?([ \t]*\/\/ END SOLUTION)/g;

/** What an attempt at a solution is, and what comes of it. */
interface Attempt {
  id: string;
  kind: "empty" | "wrong" | "right";
  solution: Cell;
  check: Cell;
}

/** What went wrong in a cell, and what it wrote to stderr. */
const faultsOf = ({ outputs = [] }: Cell) =>
  outputs
    .filter(({ output_type, name }) => output_type === "error" || name === "stderr")
    .map(({ ename, evalue, text }) => (ename ? `${ename}: ${evalue}` : textOf(text)))
    .join("");

const isExercise = (cell: Cell) => isCode(cell) && roleOf(cell)?.solution === true;

const withSolution = (cell: Cell, code: string): Cell => {
  const lines = code === "" ? "" : `${code}\n`;
  return {
    ...cell,
    source: sourceOf(cell).replace(BLOCK, (_, begin, end) => `${begin}${lines}${end}`),
  };
};

/** What exercises stand on, they, and what comes right after them: their checks. */
function withoutRest(cells: readonly Cell[]): Cell[] {
  const code = cells.filter(isCode);
  const isExerciseOrCheck = code.map(
    (cell, i) => isExercise(cell) || (i > 0 && isExercise(code[i - 1] as Cell)),
  );
  const attempts = (cell: Cell) => [sourceOf(cell), exerciseOf(cell)?.wrong ?? []].flat();
  const isNeeded = neededFor(
    code.map((cell) => attempts(cell).join("\n")),
    isExerciseOrCheck,
  );
  return code.filter((_, i) => isNeeded[i]);
}

/** The cells with all attempts in them, and where each attempt stands. */
function attemptAll(cells: readonly Cell[]) {
  const attempts: { id: string; kind: Attempt["kind"]; at: number }[] = [];
  const all: Cell[] = [];
  cells.forEach((cell, i) => {
    if (isExercise(cell)) {
      const id = roleOf(cell)?.grade_id ?? "";
      const wrong = [exerciseOf(cell)?.wrong ?? []].flat();
      for (const [k, code] of ["", ...wrong].entries()) {
        attempts.push({ id, kind: k === 0 ? "empty" : "wrong", at: all.length });
        all.push(withSolution(cell, code), cells[i + 1]);
      }
      attempts.push({ id, kind: "right", at: all.length });
    }
    all.push(cell);
  });
  return { attempts, cells: all.map((cell, k) => ({ ...cell, id: `cell-${k}` })) };
}

/** Runs all attempts in a copy beside the notebook, so that its imports and data are found. */
async function attemptsAt(path: string): Promise<Attempt[]> {
  const folder = mkdtempSync(join(dirname(path), ".emptied-"));
  const copy = join(dirname(path), `${basename(folder)}.ipynb`);
  try {
    const notebook = readNotebook(path);
    const { attempts, cells } = attemptAll(withoutRest(notebook.cells));
    writeNotebook(copy, { ...notebook, cells });
    const { executed, failure } = await executeNotebook(copy, { timeout: 60, allowErrors: true });
    if (failure) throw new Error(`${nameOf(path)}: ${failure.message}`);
    return attempts.map(({ id, kind, at }) => ({
      id,
      kind,
      solution: executed.cells[at],
      check: executed.cells[at + 1],
    }));
  } finally {
    rmSync(copy, { force: true });
    rmSync(folder, { recursive: true, force: true });
  }
}

const notebooks = findNotebooks([])
  .map((path) => ({ path, name: nameOf(path) }))
  .filter(({ path }) => readNotebook(path).cells.some(isExercise));

describe.concurrent("exercises", { concurrent: availableParallelism() > 1 }, () => {
  test.each(notebooks)(
    "$name: checks fail on empty and wrong solutions, with a hint, and pass on right ones",
    async ({ path }) => {
      for (const { id, kind, solution, check } of await attemptsAt(path)) {
        expect(faultsOf(solution), `${id}, ${kind}`).toBe("");
        const said = faultsOf(check);
        if (kind === "right") expect(said, id).toBe("");
        else expect(said, `${id}, ${kind}`).toMatch(/Error: check: .*Hint: /s);
      }
    },
    300_000,
  );
});
