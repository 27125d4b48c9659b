/** What TypeScript objects to, in the kernel's form. */
import { relative } from "node:path";
import type { Diagnostic } from "../../messages";
import type { Place } from "../place";
import { type File, plain, type TS, ts } from "../typescript";
import { toDiagnostic } from "./diagnostic";
import { hintFor } from "./hints";
import { shortenPaths } from "./paths";

/** What keeps a file from being read. */
export const syntaxErrors = (file: File): Diagnostic[] =>
  file.parseDiagnostics.map((one) => toDiagnostic(one, "syntax"));

/** Not for a cell: `import x = require("m")` is emitted as what it says. */
const ALLOWED = new Set([1202]);

/** What does not fit together in a file. */
export function typeErrors(file: File, place: Place, program: TS.Program): Diagnostic[] {
  return program
    .getSemanticDiagnostics(plain(file))
    .filter(({ category, code }) => category === ts.DiagnosticCategory.Error && !ALLOWED.has(code))
    .map((one) => {
      const diagnostic = toDiagnostic(one, "type");
      const lines = [shortenPaths(diagnostic.message, place), hintFor(one, place, program)];
      return { ...diagnostic, message: lines.filter((line) => line !== undefined).join("\n") };
    });
}

/** The errors of a module's file, which is named. */
export function moduleErrors(file: File, place: Place, program: TS.Program): Diagnostic[] {
  const syntax = syntaxErrors(file);
  const errors = syntax.length > 0 ? syntax : typeErrors(file, place, program);
  const name = relative(place.cwd, file.path);
  return errors.map((one) => ({ ...one, file: name }));
}
