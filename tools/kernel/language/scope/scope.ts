/**
 * The cells so far as nested scopes: each cell's file has the one before it as its parent, so that the
 * checker, which looks names up from parent to parent, finds what earlier cells declare, with their
 * own documentation, and a name that is declared again hides the earlier one.
 */
import { join } from "node:path";
import { type Place, slashed } from "../place";
import type { Project } from "../program/project";
import { type File, plain, type TS, ts } from "../typescript";
import { parseCell } from "./cell";
import { declaredNames } from "./names";

export interface Scope {
  /** Reads a cell that comes after all others. Its syntax errors are in `parseDiagnostics`. */
  read(text: string, name: string): File;
  /** Lets the checker know what has been read, with what it imports. */
  enter(file: File): void;
  /** Makes the cell's names known to all cells after it. */
  keep(file: File): void;
  /** Whether an earlier cell declares a value of that name. */
  knows(name: string): boolean;
  /** Whether a file is a cell. */
  isCell(file: TS.SourceFile): boolean;
}

export function createScope(place: Place, project: Project): Scope {
  const names = new Set<string>();
  const cells = new WeakSet<TS.SourceFile>();
  const paths = new Set<string>();
  let head: File | undefined;

  function pathOf(name: string): string {
    for (let again = 0; ; again++) {
      const path = slashed(join(place.cwd, again ? `${name} (${again}).ts` : `${name}.ts`));
      if (!paths.has(path)) return path;
    }
  }

  return {
    read(text, name) {
      return parseCell(pathOf(name), text);
    },
    enter(file) {
      project.include(file);
      ts.bindSourceFile(file, project.options);
      file.parent = head;
      project.adopt(file);
      cells.add(plain(file));
    },
    keep(file) {
      paths.add(file.path);
      if (!file.locals?.size) return;
      for (const { text } of declaredNames(file, project.program().getTypeChecker()))
        names.add(text);
      head = file;
    },
    knows: (name) => names.has(name),
    isCell: (file) => cells.has(file),
  };
}
