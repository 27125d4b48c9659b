/** TypeScript's form of an error in the kernel's. */
import type { Diagnostic } from "../../messages";
import { type TS, ts } from "../typescript";

export function toDiagnostic(found: TS.Diagnostic, category: Diagnostic["category"]): Diagnostic {
  const { file, start = 0, length = 0, code } = found;
  const from = file?.getLineAndCharacterOfPosition(start) ?? { line: 0, character: 0 };
  const to = file?.getLineAndCharacterOfPosition(start + length) ?? from;
  const message = ts.flattenDiagnosticMessageText(found.messageText, "\n");
  return { ...from, endLine: to.line, endCharacter: to.character, message, code, category };
}
