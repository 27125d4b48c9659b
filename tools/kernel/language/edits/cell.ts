/** A checked cell as the text that runs: see the rules beside this file. */
import type { Place } from "../place";
import { declaredNames, type Name } from "../scope/names";
import type { Scope } from "../scope/scope";
import { type File, plain, type TS } from "../typescript";
import type { Context } from "./context";
import { createEdits, type Edited } from "./edits";
import { dropExport } from "./exports";
import { head } from "./head";
import { type Helper, helperNames } from "./helpers";
import { importsFirst, redirectImports } from "./imports";
import { keepResult, RESULT, shownStatement } from "./last";
import { reference } from "./reference";
import { waiting } from "./waiting";
import { walk } from "./walk";

export interface Rewritten extends Edited {
  hasAwait: boolean;
  names: Name[];
  /** The modules that are loaded when it starts, unless only their types are used. */
  imports: string[];
  lastExpression: string | undefined;
}

export function rewriteCell(
  place: Place,
  cell: File,
  scope: Scope,
  checker: TS.TypeChecker,
): Rewritten {
  const file = plain(cell);
  const helpers = helperNames(file.text);
  const used = new Set<Helper>();
  const edits = createEdits(file.text);
  const context: Context = {
    file,
    checker,
    scope,
    edits,
    helper(name) {
      used.add(name);
      return helpers[name];
    },
    bareStart: -1,
    hasAwait: false,
  };
  const hashbang = /^#!.*/.exec(file.text)?.[0];
  if (hashbang) edits.remove(0, hashbang.length);
  const shown = shownStatement(file);
  for (const statement of file.statements) {
    dropExport(statement, context);
    keepResult(statement, statement === shown, context);
  }
  const imports = redirectImports(place, cell, edits);
  walk(context, shown, [waiting, reference]);
  const names = declaredNames(cell, checker);
  const stretches = importsFirst(file, edits);
  return {
    ...edits.apply(head(names, used, helpers), stretches),
    hasAwait: context.hasAwait,
    names,
    imports,
    lastExpression: shown && RESULT,
  };
}
