/** What a cursor asks about: the name it stands on, or the function in whose brackets it stands. */

import type { View } from "../scope/view";
import { type TS, ts } from "../typescript";

type Call = TS.CallExpression | TS.NewExpression;

export interface Target {
  symbol: TS.Symbol;
  /** The call in whose brackets the cursor stands. */
  call?: TS.Symbol;
}

const isCall = (node: TS.Node): node is Call =>
  ts.isCallExpression(node) || ts.isNewExpression(node);

/** All nodes that pass, outermost first. */
function nodes<T extends TS.Node>(file: TS.SourceFile, is: (node: TS.Node) => node is T): T[] {
  const found: T[] = [];
  const visit = (node: TS.Node): void => {
    if (is(node)) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** A name, or the name of a module. */
const isName = (node: TS.Node): node is TS.Identifier | TS.StringLiteralLike =>
  ts.isIdentifier(node) ||
  ts.isPrivateIdentifier(node) ||
  (ts.isStringLiteralLike(node) &&
    (ts.isImportDeclaration(node.parent) || ts.isExportDeclaration(node.parent)));

function nameAt(file: TS.SourceFile, cursor: number): TS.Node | undefined {
  const touching = nodes(file, isName).filter(
    (node) => node.getStart(file) <= cursor && cursor <= node.end && node.end > node.getStart(file),
  );
  return touching.at(-1);
}

/** Whether the cursor stands in the call's brackets; those of an unfinished call go on to what comes next. */
function isInside(call: Call, cursor: number, text: string): boolean {
  if (!call.arguments || cursor < call.arguments.pos) return false;
  if (text[call.end - 1] === ")" && call.end > call.arguments.pos) return cursor < call.end;
  return cursor <= call.end || text.slice(call.end, cursor).trim() === "";
}

/** A function's body inside the brackets has a life of its own. */
function isInBody(call: Call, cursor: number): boolean {
  const bodies = call.arguments!.filter(
    (one) => (ts.isArrowFunction(one) || ts.isFunctionExpression(one)) && ts.isBlock(one.body),
  ) as (TS.ArrowFunction | TS.FunctionExpression)[];
  return bodies.some(({ body }) => body.getStart() < cursor && cursor < body.end);
}

function callAt(file: TS.SourceFile, cursor: number): Call | undefined {
  const inside = nodes(file, isCall).filter((call) => isInside(call, cursor, file.text));
  const inner = inside.sort((a, b) => a.arguments!.pos - b.arguments!.pos).at(-1);
  return inner && !isInBody(inner, cursor) ? inner : undefined;
}

/** Of a value, the name that says which it is: in brackets of its own too, and the last of a path. */
function nameOf(value: TS.Expression): TS.Node {
  if (ts.isParenthesizedExpression(value) || ts.isNonNullExpression(value))
    return nameOf(value.expression);
  if (ts.isElementAccessExpression(value) && ts.isStringLiteralLike(value.argumentExpression))
    return value.argumentExpression;
  return ts.isPropertyAccessExpression(value) ? value.name : value;
}

/** The value before a dot after which nothing is written yet. */
function beforeDot(file: TS.SourceFile, cursor: number): TS.Node | undefined {
  const unfinished = nodes(file, ts.isPropertyAccessExpression).find(
    ({ expression, name, end }) =>
      name.text === "" && expression.end < cursor && file.text.slice(end, cursor).trim() === "",
  );
  if (!unfinished) return undefined;
  const { expression } = unfinished;
  return nameOf(isCall(expression) ? expression.expression : expression);
}

/** Of a name in an object literal, the option it gives a value to. */
function optionAt(name: TS.Node, checker: TS.TypeChecker): TS.Symbol | undefined {
  const { parent } = name;
  const isOption =
    (ts.isPropertyAssignment(parent) || ts.isShorthandPropertyAssignment(parent)) &&
    parent.name === name &&
    ts.isObjectLiteralExpression(parent.parent);
  if (!isOption) return undefined;
  return checker.getContextualType(parent.parent as TS.Expression)?.getProperty(name.getText());
}

/** Names that mean more by themselves than as an argument: functions, classes, namespaces, types, options. */
function standsAlone(symbol: TS.Symbol, checker: TS.TypeChecker): boolean {
  const { flags } = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const kinds =
    ts.SymbolFlags.Module | ts.SymbolFlags.Type | ts.SymbolFlags.Function | ts.SymbolFlags.Method;
  return (flags & kinds) !== 0 || checker.getTypeOfSymbol(symbol).getCallSignatures().length > 0;
}

/** What a name means where it stands; a type too, though no value has its name. */
function symbolOf(name: TS.Node, checker: TS.TypeChecker): TS.Symbol | undefined {
  const symbol = checker.getSymbolAtLocation(name);
  if (symbol || !ts.isIdentifier(name)) return symbol;
  const types = ts.SymbolFlags.Type | ts.SymbolFlags.Namespace;
  return checker.getSymbolsInScope(name, types).find((one) => one.name === name.text);
}

export function targetAt({ file, checker }: View, cursor: number): Target | undefined {
  const name = nameAt(file, cursor);
  const option = name && optionAt(name, checker);
  const symbol = option ?? (name && symbolOf(name, checker));
  const call = callAt(file, cursor);
  const called = call && checker.getSymbolAtLocation(nameOf(call.expression));
  if (symbol && (option || !called || standsAlone(symbol, checker))) return { symbol };
  if (called) return symbol ? { symbol, call: called } : { symbol: called, call: called };
  const ended = nodes(file, isCall).find(({ end }) => end === cursor);
  const before = ended ? nameOf(ended.expression) : beforeDot(file, cursor);
  const meant = before && checker.getSymbolAtLocation(before);
  return meant && { symbol: meant };
}
