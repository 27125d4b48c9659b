/** What the compiler has against a cell, shown as errors are: the cell did not run. */
import type { Diagnostic } from "../../messages";
import type { ErrorContent } from "../output/output";
import { codeFrame } from "./codeFrame";
import { cyan, green, red } from "./colours";

const nameOf = ({ category }: Diagnostic): string =>
  category === "syntax" ? "SyntaxError" : "TypeError";

/** How much of the first line is underlined. */
function lengthOf({ line, character, endLine, endCharacter }: Diagnostic): number {
  return endLine === line ? endCharacter - character : Number.POSITIVE_INFINITY;
}

function diagnosticLines(diagnostic: Diagnostic, label: string, lines: string[]): string[] {
  const { line, character, message, code, file } = diagnostic;
  const number = code > 0 ? ` (TypeScript ${code})` : "";
  const what = `${red(nameOf(diagnostic))}: ${message}`;
  const place = file ?? `${label[0]!.toUpperCase()}${label.slice(1)}`;
  const where = `${cyan(place)}, ${green(`line ${line + 1}, column ${character + 1}`)}${number}`;
  if (file !== undefined) return [what, where];
  const at = { line: line + 1, column: character + 1 };
  return [what, where, ...codeFrame(lines, at, lengthOf(diagnostic))];
}

/**
 * The error of a cell that must not run.
 *
 * @param label - The cell's name, "cell 4".
 */
export function refusal(
  diagnostics: readonly Diagnostic[],
  code: string,
  label: string,
): ErrorContent {
  const first = diagnostics[0]!;
  const more = diagnostics.length - 1;
  const lines = code.split(/\r?\n/);
  return {
    ename: nameOf(first),
    evalue: first.message + (more > 0 ? ` (and ${more} more)` : ""),
    traceback: [
      ...diagnostics.flatMap((diagnostic) => diagnosticLines(diagnostic, label, lines)),
      "Nothing of the cell ran.",
    ],
  };
}
