/** A cell exports nothing: what it declares is known to later cells anyway. */
import { type TS, ts } from "../typescript";
import type { Context } from "./context";

/** `export { a } from "m"` still loads the module; `export { a }` does nothing. */
function exportDeclaration(node: TS.ExportDeclaration, { edits, file }: Context): void {
  const start = node.getStart(file);
  if (!node.moduleSpecifier || node.isTypeOnly) {
    edits.remove(start, node.end);
    return;
  }
  edits.remove(start, node.moduleSpecifier.getStart(file));
  edits.before(start, "import ");
}

/** A function or class without a name is a value that nobody keeps. */
function withoutName(node: TS.Statement): boolean {
  return (ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node)) && !node.name;
}

export function dropExport(node: TS.Statement, context: Context): void {
  const { edits, file } = context;
  if (ts.isExportDeclaration(node)) {
    exportDeclaration(node, context);
    return;
  }
  const modifiers = ts.canHaveModifiers(node) ? (ts.getModifiers(node) ?? []) : [];
  for (const modifier of modifiers) {
    const { kind } = modifier;
    if (kind !== ts.SyntaxKind.ExportKeyword && kind !== ts.SyntaxKind.DefaultKeyword) continue;
    edits.remove(modifier.getStart(file), modifier.end);
  }
  if (!withoutName(node)) return;
  edits.before(node.getStart(file), ";(");
  edits.after(node.end, ")");
}
