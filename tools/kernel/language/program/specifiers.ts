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
  const visit = (node: TS.Node): void => {
    const name = nameIn(node);
    if (name && ts.isStringLiteralLike(name)) found.push(name);
    ts.forEachChild(node, visit);
  };
  if (file.text.includes("import") || file.text.includes("export")) visit(file);
  return found;
}
