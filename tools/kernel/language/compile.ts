/** A cell from its source to what runs, or to what is wrong with it. */
import type { Compiled, Help, Refused } from "../messages";
import { errorsOf, toDiagnostic } from "./check/diagnostics";
import { rewriteCell } from "./edits/cell";
import { emitCell, loadedBy } from "./emit/emit";
import type { Modules } from "./modules";
import type { Place } from "./place";
import type { Project } from "./program/project";
import type { Scope } from "./scope/scope";
import { type File, plain } from "./typescript";

export interface Workshop {
  place: Place;
  project: Project;
  scope: Scope;
  modules: Modules;
}

function checked(
  code: string,
  name: string,
  { project, scope, modules }: Workshop,
): File | Refused {
  const cell = scope.read(code, name);
  const syntax = cell.parseDiagnostics.map((one) => toDiagnostic(one, "syntax"));
  if (syntax.length > 0) return { kind: "refused", diagnostics: syntax };
  scope.enter(cell);
  const diagnostics = [...modules.errors(cell), ...errorsOf(project.program(), plain(cell))];
  return diagnostics.length > 0 ? { kind: "refused", diagnostics } : cell;
}

export function compile(
  code: string,
  count: number,
  workshop: Workshop,
): Compiled | Refused | Help {
  const { place, project, scope, modules } = workshop;
  const name = `cell-${count}`;
  const cell = checked(code, name, workshop);
  if ("diagnostics" in cell) return cell;
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
