/** A cell from its source to what runs, or to what is wrong with it. */
import type { Compiled, Diagnostic, Help, Refused } from "../messages";
import { syntaxErrors, typeErrors } from "./check/diagnostics";
import { askedFor, explainMagics } from "./check/magics";
import { reservedErrors } from "./check/reserved";
import { rewriteCell } from "./edits/cell";
import { emitCell, loadedBy } from "./emit/emit";
import { documentation } from "./inspect/inspect";
import { compileModule, moduleFile } from "./moduleCell";
import type { File } from "./typescript";
import type { Workshop } from "./workshop";

/** The cell's errors: of how it is written, else of the files it imports, else of its types. */
function errorsOf(cell: File, { place, project, scope, modules }: Workshop): Diagnostic[] {
  const syntax = syntaxErrors(cell);
  if (syntax.length > 0) return syntax;
  scope.enter(cell);
  const types = typeErrors(cell, place, project.program());
  return [...modules.errors(cell), ...types, ...reservedErrors(cell)];
}

function help(code: string, workshop: Workshop): Help | undefined {
  const asked = askedFor(code);
  const data = asked && documentation(asked.name, asked.name.length, asked.detail, workshop);
  return data && { kind: "help", data };
}

export function compile(
  code: string,
  count: number,
  workshop: Workshop,
): Compiled | Refused | Help {
  const { place, project, scope, modules } = workshop;
  const file = moduleFile(code, place.cwd);
  if (file !== undefined) return compileModule(code, file, workshop);
  const name = `cell-${count}`;
  const cell = scope.read(code, name);
  const errors = errorsOf(cell, workshop);
  if (errors.length > 0) {
    const refused: Refused = { kind: "refused", diagnostics: explainMagics(code, errors) };
    return help(code, workshop) ?? refused;
  }
  const rewritten = rewriteCell(place, cell, scope, project.program().getTypeChecker());
  const emitted = emitCell(code, rewritten, `${name}.ts`);
  scope.keep(cell);
  return {
    kind: "code",
    ...emitted,
    hasAwait: rewritten.hasAwait,
    names: rewritten.names.map(({ text }) => text),
    imports: loadedBy(emitted.output, rewritten.imports),
    ...(rewritten.lastExpression ? { lastExpression: rewritten.lastExpression } : {}),
    modules: modules.handOver(cell),
  };
}
