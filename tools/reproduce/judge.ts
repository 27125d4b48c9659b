/** Holds an executed notebook against the stored one. */
import { homedir } from "node:os";
import { stripVTControlCharacters } from "node:util";
import { type Cell, type Notebook, textOf } from "../common/notebook";
import { ROOT } from "../common/project";
import { cellDifference } from "./compare";
import type { Run } from "./execute";

/** Something wrong with one cell, ready to be shown. */
export interface Finding {
  /** The cell's place in the notebook, from 1, counting all cells; 0 for the notebook as a whole. */
  cell: number;
  what: string;
  source: string;
  expected?: string;
  got?: string;
}

const stderrOf = (cell: Cell): string =>
  (cell.outputs ?? [])
    .filter((output) => output.name === "stderr")
    .map((output) => textOf(output.text))
    .join("");

const errorsOf = (cell: Cell): string =>
  (cell.outputs ?? [])
    .filter((output) => output.output_type === "error")
    .map((output) => stripVTControlCharacters((output.traceback ?? []).join("\n")))
    .join("\n");

/** What a cell that failed says of it: its error, and what else it wrote to standard error. */
const complaintOf = (cell: Cell): string => `${errorsOf(cell)}\n${stderrOf(cell)}`.trim();

/** Whether the author says that the cell fails. */
const mayFail = ({ metadata: { tags } }: Cell): boolean =>
  Array.isArray(tags) && tags.includes("raises-exception");

/** Folder names of this machine that must not be stored; those in errors are left out when stored. */
function machinePath(cell: Cell): string | undefined {
  const outputs = (cell.outputs ?? []).filter(({ output_type }) => output_type !== "error");
  const text = JSON.stringify(outputs);
  return [ROOT, homedir()].find((path) => path.length > 1 && text.includes(path));
}

/** What to do about a cell that writes to standard error, by what is in it. */
const REMEDIES: [RegExp, string][] = [
  [
    /\.fit(?:Dataset)?\s*\(/,
    "model.fit prints its progress there; verbose: 0 in its options keeps it quiet",
  ],
  [
    /\bconsole\.(?:warn|error|trace)\b/,
    "console.warn and console.error do; console.log writes to the page",
  ],
];

const remedyFor = (cell: Cell): string =>
  REMEDIES.filter(([pattern]) => pattern.test(textOf(cell.source)))
    .map(([, remedy]) => `: ${remedy}`)
    .join("");

/** What is wrong with the run itself: a cell that failed, wrote to stderr, or shows this machine's paths. */
export function judgeRun(run: Run): Finding[] {
  const { executed, failure } = run;
  const findings: Finding[] = [];
  if (failure) {
    const cell = executed.cells[failure.index];
    const got = cell ? complaintOf(cell) : "";
    findings.push({
      cell: failure.index + 1,
      what: failure.message,
      source: cell ? textOf(cell.source) : "",
      ...(got && { got }),
    });
  }
  executed.cells.forEach((cell, index) => {
    if (cell.cell_type !== "code" || (failure && index >= failure.index)) return;
    const at = { cell: index + 1, source: textOf(cell.source) };
    // the cell itself came to its end: a timer of its, or a promise nobody waits for, did not
    const late = mayFail(cell) ? "" : errorsOf(cell);
    if (late) findings.push({ ...at, what: "something the cell set going fails", got: late });
    const stderr = stderrOf(cell);
    if (stderr) {
      const what = `the cell writes to standard error${remedyFor(cell)}`;
      findings.push({ ...at, what, got: stderr });
    }
    const path = machinePath(cell);
    if (path) findings.push({ ...at, what: "the output holds a path of this machine", got: path });
  });
  return findings;
}

/** What differs between stored and new outputs, the first difference of each cell. */
export function judgeOutputs(stored: Notebook, fresh: Notebook): Finding[] {
  return fresh.cells.flatMap((cell, index) => {
    const before = stored.cells[index];
    if (cell.cell_type !== "code" || !before) return [];
    const difference = cellDifference(before, cell);
    if (!difference) return [];
    return [
      {
        cell: index + 1,
        what: `the output differs from the stored one (${difference.where})`,
        source: textOf(cell.source),
        expected: difference.expected,
        got: difference.got,
      },
    ];
  });
}

/**
 * The new notebook with the stored output wherever the two agree, so that `--update` on another
 * machine does not rewrite last digits.
 */
export function keepAgreeing(stored: Notebook, fresh: Notebook): Notebook {
  const cells = fresh.cells.map((cell, index) => {
    const before = stored.cells[index];
    if (cell.cell_type !== "code" || !before?.outputs?.length) return cell;
    return cellDifference(before, cell) ? cell : { ...cell, outputs: before.outputs };
  });
  return { ...fresh, cells };
}
