/** What TypeScript objects to, in the kernel's form. */
import { relative } from "node:path";
import type { Diagnostic } from "../../messages";
import { type TS, ts } from "../typescript";

export function toDiagnostic(
  found: TS.Diagnostic,
  category: Diagnostic["category"],
  cwd?: string,
): Diagnostic {
  const { file, start = 0, length = 0, code } = found;
  const from = file?.getLineAndCharacterOfPosition(start) ?? { line: 0, character: 0 };
  const to = file?.getLineAndCharacterOfPosition(start + length) ?? from;
  return {
    ...from,
    endLine: to.line,
    endCharacter: to.character,
    message: ts.flattenDiagnosticMessageText(found.messageText, "\n"),
    code,
    category,
    ...(file && cwd !== undefined ? { file: relative(cwd, file.fileName) } : {}),
  };
}

const isError = ({ category }: TS.Diagnostic): boolean => category === ts.DiagnosticCategory.Error;

/** The errors of a file; what does not fit together only where all of it can be read. */
export function errorsOf(program: TS.Program, file: TS.SourceFile, cwd?: string): Diagnostic[] {
  const syntax = program.getSyntacticDiagnostics(file).filter(isError);
  if (syntax.length > 0) return syntax.map((one) => toDiagnostic(one, "syntax", cwd));
  const types = program.getSemanticDiagnostics(file).filter(isError);
  return types.map((one) => toDiagnostic(one, "type", cwd));
}
