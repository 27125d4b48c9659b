/** A cell that is being written, as the language service sees it: behind all cells so far, not yet one of them. */
import { join } from "node:path";
import { slashed } from "../place";
import { plain, type TS } from "../typescript";
import type { Workshop } from "../workshop";
import { parseCell } from "./cell";

export interface View {
  path: string;
  file: TS.SourceFile;
  program: TS.Program;
  checker: TS.TypeChecker;
  service: TS.LanguageService;
}

/**
 * Nothing is checked in it, so that one path does for all. A line more lets the cursor always stand
 * inside of the file: where it stood at the end, TypeScript would go on to the cell before.
 */
export function view(code: string, { place, scope, project }: Workshop): View {
  const cell = parseCell(slashed(join(place.cwd, "cell.ts")), `${code}\n`);
  scope.enter(cell);
  const program = project.program();
  return {
    path: cell.path,
    file: plain(cell),
    program,
    checker: program.getTypeChecker(),
    service: project.service,
  };
}
