/** Names of earlier cells are read and assigned through the scope: `x` becomes `__scope.x`. */
import { type TS, ts } from "../typescript";
import type { Context, Rule } from "./context";

/** Whether the name only names: a member, a label, what is being declared. */
function isNameOnly(node: TS.Identifier): boolean {
  const parent = node.parent as Partial<
    Record<"name" | "propertyName" | "label" | "right", unknown>
  >;
  if (parent.name === node || parent.propertyName === node || parent.label === node) return true;
  return ts.isQualifiedName(node.parent) && parent.right === node;
}

/**
 * Where the brackets or the template begin, if a function is called by this name, be it in brackets
 * itself: then it must not get the scope as `this`.
 */
function calledAt(node: TS.Node, file: TS.SourceFile): number | undefined {
  const { parent } = node;
  if (ts.isCallExpression(parent) && parent.expression === node) return parent.arguments.pos - 1;
  if (ts.isTaggedTemplateExpression(parent)) return parent.template.getStart(file);
  const seesThrough =
    ts.isParenthesizedExpression(parent) ||
    ts.isNonNullExpression(parent) ||
    ts.isAsExpression(parent) ||
    ts.isSatisfiesExpression(parent) ||
    ts.isTypeAssertionExpression(parent);
  return seesThrough ? calledAt(parent, file) : undefined;
}

/** Whether it is a value that another cell declares, and not one that is only said to exist. */
function isForeign(symbol: TS.Symbol | undefined, { file, scope }: Context): boolean {
  const declaration = symbol?.declarations?.find(
    (one) => (ts.getCombinedModifierFlags(one) & ts.ModifierFlags.Ambient) === 0,
  );
  const home = declaration?.getSourceFile();
  return home !== undefined && home !== file && scope.isCell(home);
}

export const reference: Rule = (node, context) => {
  if (!ts.isIdentifier(node) || !context.scope.knows(node.text)) return;
  const { checker, edits, file } = context;
  const at = node.getStart(file);
  if (ts.isShorthandPropertyAssignment(node.parent) && node.parent.name === node) {
    if (!isForeign(checker.getShorthandAssignmentValueSymbol(node.parent), context)) return;
    edits.before(at, `${node.text}: ${context.helper("scope")}.`);
    return;
  }
  if (isNameOnly(node) || !isForeign(checker.getSymbolAtLocation(node), context)) return;
  const called = calledAt(node, file);
  if (called === undefined) {
    edits.before(at, `${context.helper("scope")}.`);
    return;
  }
  edits.before(at, `${at === context.bareStart ? ";" : ""}(0, ${context.helper("scope")}.`);
  edits.after(node.end, ")");
  // V8 places a call by such brackets where its arguments begin, and any other where its name does.
  edits.lead(called, at);
};
