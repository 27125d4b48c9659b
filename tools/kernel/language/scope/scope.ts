/**
 * The cells so far as nested scopes: each cell's file has the one before it as its parent, so that the
 * checker, which looks names up from parent to parent, finds what earlier cells declare, with their
 * own documentation, and a name that is declared again hides the earlier one.
 */
import type { Project } from "../program/project";
import { type File, plain, type TS, ts } from "../typescript";
import { parseCell } from "./cell";
import { declaredNames } from "./names";

export interface Scope {
  /** Reads a cell that comes after all others. Its syntax errors are in `parseDiagnostics`. */
  read(text: string, name: string): File;
  /** Lets the checker know what has been read, with what it imports: behind all cells that are kept. */
  enter(file: File): void;
  /** Makes the cell's names known to all cells after it. */
  keep(file: File): void;
  /** Whether an earlier cell declares a value of that name. */
  knows(name: string): boolean;
  /** How late a name was declared, by the number of the cell; 0 if by none. */
  recency(name: string): number;
  /** Whether a file is a cell. */
  isCell(file: TS.SourceFile): boolean;
}

export function createScope(project: Project): Scope {
  const names = new Map<string, number>();
  let kept = 0;
  const cells = new WeakSet<TS.SourceFile>();
  let head: File | undefined;

  return {
    read: (text, name) => parseCell(project.newPath(name), text),
    enter(file) {
      project.include(file);
      ts.bindSourceFile(file, project.options);
      file.parent = head;
      project.adopt(file);
      cells.add(plain(file));
    },
    keep(file) {
      if (!file.locals?.size) return;
      kept++;
      for (const { text } of declaredNames(file, project.program().getTypeChecker())) {
        names.set(text, kept);
      }
      head = file;
    },
    knows: (name) => names.has(name),
    recency: (name) => names.get(name) ?? 0,
    isCell: (file) => cells.has(file),
  };
}
