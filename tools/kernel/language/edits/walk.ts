/** Goes through what of a cell becomes code: types and what is only declared are left out. */
import { type TS, ts } from "../typescript";
import type { Context, Rule } from "./context";

const isDeclared = (node: TS.Node): boolean =>
  ts.canHaveModifiers(node) &&
  ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.DeclareKeyword) === true;

function isErased(node: TS.Node): boolean {
  if (ts.isExpressionWithTypeArguments(node)) {
    const clause = node.parent;
    return ts.isHeritageClause(clause) && clause.token === ts.SyntaxKind.ImplementsKeyword;
  }
  return (
    ts.isTypeNode(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isTypeParameterDeclaration(node) ||
    ts.isImportDeclaration(node) ||
    ts.isExportDeclaration(node) ||
    isDeclared(node)
  );
}

const isStatementList = (node: TS.Node): boolean =>
  ts.isSourceFile(node) ||
  ts.isBlock(node) ||
  ts.isModuleBlock(node) ||
  ts.isCaseOrDefaultClause(node);

const isFunction = (node: TS.Node): boolean =>
  ts.isFunctionLike(node) ||
  ts.isPropertyDeclaration(node) ||
  ts.isClassStaticBlockDeclaration(node);

/** A member's name and its decorators are evaluated outside of it. */
const isOutside = (child: TS.Node, parent: TS.Node): boolean =>
  ts.isDecorator(child) || (parent as { name?: TS.Node }).name === child;

export function walk(context: Context, shown: TS.Statement | undefined, rules: Rule[]): void {
  const visit = (node: TS.Node, inFunction: boolean): void => {
    if (isErased(node)) return;
    if (ts.isExpressionStatement(node) && isStatementList(node.parent)) {
      context.bareStart = node === shown ? -1 : node.getStart(context.file);
    }
    for (const rule of rules) rule(node, context, inFunction);
    const inside = inFunction || isFunction(node);
    ts.forEachChild(node, (child) => visit(child, isOutside(child, node) ? inFunction : inside));
  };
  visit(context.file, false);
}
