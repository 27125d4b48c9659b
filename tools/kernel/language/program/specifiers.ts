/** The module names that stand in a file: imports, re-exports, `import("…")` and `typeof import("…")`. */
import { type TS, ts } from "../typescript";

function nameIn(node: TS.Node): TS.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isExternalModuleReference(node)) return node.expression;
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
    return node.argument.literal;
  const isCall = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
  return isCall ? node.arguments[0] : undefined;
}

export function specifiers(file: TS.SourceFile): TS.StringLiteralLike[] {
  const found: TS.StringLiteralLike[] = [];
  // All but `import(…)` stand at the top, or one level below it.
  const deepest = /\bimport\s*\(/.test(file.text) ? Number.POSITIVE_INFINITY : 2;
  const visit = (node: TS.Node, depth: number): void => {
    const name = nameIn(node);
    if (name && ts.isStringLiteralLike(name)) found.push(name);
    else if (depth < deepest) ts.forEachChild(node, (child) => visit(child, depth + 1));
  };
  visit(file, 0);
  return found;
}
