/** What the rules that change a cell share. */
import type { Scope } from "../scope/scope";
import type { TS } from "../typescript";
import type { Edits } from "./edits";
import type { Helper } from "./helpers";

export interface Context {
  file: TS.SourceFile;
  checker: TS.TypeChecker;
  scope: Scope;
  edits: Edits;
  /** The name by which the cell reaches a helper, which it then gets. */
  helper(name: Helper): string;
  /** Where the statement begins in whose front nothing else is put: a `(` there would go on with the line before. */
  bareStart: number;
  /** Whether the cell waits outside its functions. */
  hasAwait: boolean;
}

/** A rule changes what a node needs, not what is inside it. */
export type Rule = (node: TS.Node, context: Context, inFunction: boolean) => void;
