/** Which cells others stand on, by the names that they declare and change. */
import { type File, type TS, ts } from "../../tools/kernel/language/typescript";

/** What a cell does with names, as far as its text tells. */
interface Names {
  declares: ReadonlySet<string>;
  mentions: ReadonlySet<string>;
  /** What it assigns to, or calls a method of for the sake of its effect. */
  changes: ReadonlySet<string>;
  /** The generators of random numbers that it declares. */
  generators: readonly string[];
}

/** The variable at the root of `a`, `a.b`, `a[0].b`. */
function rootOf(node: TS.Expression): string | undefined {
  if (ts.isIdentifier(node)) return node.text;
  const isStep =
    ts.isPropertyAccessExpression(node) ||
    ts.isElementAccessExpression(node) ||
    ts.isNonNullExpression(node);
  return isStep ? rootOf(node.expression) : undefined;
}

function boundBy(name: TS.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((one) => (ts.isOmittedExpression(one) ? [] : boundBy(one.name)));
}

function declaredBy(statement: TS.Statement): string[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.flatMap(({ name }) => boundBy(name));
  }
  if (ts.isImportDeclaration(statement)) {
    const { name, namedBindings } = statement.importClause ?? {};
    const named =
      namedBindings && ts.isNamedImports(namedBindings)
        ? namedBindings.elements.map((one) => one.name.text)
        : [namedBindings?.name.text];
    return [name?.text, ...named].filter((one) => one !== undefined);
  }
  const { name } = statement as TS.DeclarationStatement;
  return name && ts.isIdentifier(name) ? [name.text] : [];
}

function generatorsOf(statement: TS.Statement): string[] {
  if (!ts.isVariableStatement(statement)) return [];
  const isGenerator = ({ initializer }: TS.VariableDeclaration) =>
    initializer && ts.isCallExpression(initializer) && rootOf(initializer.expression) === "rng";
  return statement.declarationList.declarations
    .filter(isGenerator)
    .flatMap(({ name }) => boundBy(name));
}

function changedBy(node: TS.Node): string | undefined {
  if (ts.isBinaryExpression(node)) {
    const { kind } = node.operatorToken;
    const assigns = kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
    return assigns ? rootOf(node.left) : undefined;
  }
  if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) {
    return rootOf(node.operand);
  }
  const call = ts.isExpressionStatement(node) ? node.expression : undefined;
  if (!call || !ts.isCallExpression(call)) return undefined;
  const { expression } = call;
  return ts.isIdentifier(expression) ? undefined : rootOf(expression);
}

type Scope = TS.Node & { locals?: ReadonlyMap<string, TS.Symbol> };

/** Whether a name is not that of a property, a parameter or a variable within the cell. */
function isFree(name: TS.Identifier): boolean {
  const { parent, text } = name;
  if (ts.isPropertyAccessExpression(parent) && parent.name === name) return false;
  if (ts.isPropertyAssignment(parent) && parent.name === name) return false;
  let scope: Scope = parent;
  while (!ts.isSourceFile(scope)) {
    if (scope.locals?.has(text)) return false;
    scope = scope.parent;
  }
  return true;
}

function namesOf(source: string): Names {
  const file = ts.createSourceFile("cell.ts", source, ts.ScriptTarget.Latest, true);
  ts.bindSourceFile(file as unknown as File, {});
  const [mentions, changes] = [new Set<string>(), new Set<string>()];
  const look = (node: TS.Node) => {
    if (ts.isIdentifier(node) && isFree(node)) mentions.add(node.text);
    const changed = changedBy(node);
    if (changed) changes.add(changed);
    ts.forEachChild(node, look);
  };
  look(file);
  return {
    declares: new Set(file.statements.flatMap(declaredBy)),
    mentions,
    changes,
    generators: file.statements.flatMap(generatorsOf),
  };
}

const meet = (some: ReadonlySet<string>, others: ReadonlySet<string>) =>
  [...some].some((one) => others.has(one));

/**
 * The cells that have to run before those that are wanted, and these: a cell is needed that declares or
 * changes a name which a needed cell mentions later. A generator of random numbers is changed by whoever
 * mentions it.
 *
 * @param sources - What the cells hold, in order.
 * @returns Whether each is needed.
 */
export function neededFor(sources: readonly string[], wanted: readonly boolean[]): boolean[] {
  const cells = sources.map(namesOf);
  const generators = new Set(cells.flatMap((cell) => cell.generators));
  const needed = new Set<string>();
  return cells
    .map((cell, i) => ({ ...cell, isWanted: wanted[i] }))
    .reverse()
    .map(({ declares, changes, mentions, isWanted }) => {
      const drawn = [...generators].filter((one) => needed.has(one) && mentions.has(one));
      const isNeeded =
        isWanted || meet(declares, needed) || meet(changes, needed) || drawn.length > 0;
      if (isNeeded) for (const name of mentions) needed.add(name);
      return isNeeded === true;
    })
    .reverse();
}
