/** Where code names something of the library: by what scope says, not by how a word is spelt. */
import { type TS, ts } from "./typescript";

/** A name in a piece of code, and what of the library it may be: `linalg.svd`. */
export interface Mention {
  /** Which piece of code. */
  cell: number;
  start: number;
  end: number;
  name: string;
}

const isLibrary = (from: string) => /^(?:\.\.?\/)+lib(?:\/index)?$|^course$/.test(from);

/** Names that an import or a declaration at the top of a cell brings. */
function declared(name: TS.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((one) => (ts.isOmittedExpression(one) ? [] : declared(one.name)));
}

interface Brought {
  /** Local name → name in the library. */
  library: Map<string, string>;
  others: string[];
}

/** What a property of a pattern is called where it comes from: `det` of `const { det: d } = linalg`. */
const sourceName = ({ propertyName, name }: TS.BindingElement): string =>
  (propertyName ?? name).getText();

/** Names that a cell takes out of a module: `const { det, inv } = linalg`. */
function takenOut(node: TS.VariableDeclaration): { local: string; from: string; name: string }[] {
  const { name: pattern, initializer } = node;
  if (!ts.isObjectBindingPattern(pattern) || !initializer || !ts.isIdentifier(initializer)) {
    return [];
  }
  return pattern.elements
    .filter(({ name }) => ts.isIdentifier(name))
    .map((one) => ({ local: one.name.getText(), from: initializer.text, name: sourceName(one) }));
}

function broughtBy(cell: TS.SourceFile, known: ReadonlyMap<string, string>): Brought {
  const library = new Map<string, string>();
  const others: string[] = [];
  for (const statement of cell.statements) {
    if (ts.isImportDeclaration(statement)) {
      const from = (statement.moduleSpecifier as TS.StringLiteral).text;
      const { name, namedBindings: names } = statement.importClause ?? {};
      if (name) others.push(name.text);
      if (names && ts.isNamespaceImport(names)) others.push(names.name.text);
      for (const one of names && ts.isNamedImports(names) ? names.elements : []) {
        if (isLibrary(from)) library.set(one.name.text, (one.propertyName ?? one.name).text);
        else others.push(one.name.text);
      }
    } else if (ts.isVariableStatement(statement)) {
      const { declarations } = statement.declarationList;
      const out = new Map<string, string>();
      for (const { local, from, name } of declarations.flatMap(takenOut)) {
        const module = library.get(from) ?? known.get(from);
        if (module) out.set(local, `${module}.${name}`);
      }
      for (const [local, name] of out) library.set(local, name);
      others.push(
        ...declarations.flatMap(({ name }) => declared(name)).filter((name) => !out.has(name)),
      );
    } else {
      const { name } = statement as TS.DeclarationStatement;
      if (name && ts.isIdentifier(name)) others.push(name.text);
    }
  }
  return { library, others };
}

const parse = (name: string, text: string) =>
  ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true);

/** What a dot is in the imports that we write before a cell. */
const DOT = "ꓸ";

/** Cells as modules: each begins with the imports of those before that no declaration has covered. */
function modulesOf(cells: readonly string[]): { head: string; file: TS.SourceFile }[] {
  const known = new Map<string, string>();
  return cells.map((text, i) => {
    const { library, others } = broughtBy(parse("cell.ts", text), known);
    for (const name of [...others, ...library.keys()]) known.delete(name);
    const list = [...known].map(([local, name]) => `${name.replaceAll(".", DOT)} as ${local}`);
    const head = `import { ${list.join(", ")} } from "course";\n`;
    for (const [local, name] of library) known.set(local, name);
    return { head, file: parse(`/cell-${i}.ts`, head + text) };
  });
}

function checkerOf(files: readonly TS.SourceFile[]): TS.TypeChecker {
  const byName = new Map(files.map((file) => [file.fileName, file]));
  const host: TS.CompilerHost = {
    getSourceFile: (name) => byName.get(name),
    getDefaultLibFileName: () => "",
    writeFile: () => {},
    getCurrentDirectory: () => "/",
    getCanonicalFileName: (name) => name,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\n",
    fileExists: (name) => byName.has(name),
    readFile: () => undefined,
  };
  const options = { noLib: true, noResolve: true, types: [] };
  return ts.createProgram([...byName.keys()], options, host).getTypeChecker();
}

/** Whether an identifier stands for a value or type that scope decides: no property's name, no declaration's. */
function isUse(node: TS.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isQualifiedName(parent)) return parent.left === node;
  if (ts.isShorthandPropertyAssignment(parent)) return true;
  if (ts.isBindingElement(parent)) return parent.initializer === node;
  if (ts.isImportSpecifier(parent)) return false;
  return (parent as { name?: TS.Node }).name !== node && !ts.isJSDoc(parent);
}

/** What an identifier is called in the library, if it comes from there. */
type Origin = (node: TS.Identifier) => string | undefined;

function originIn(checker: TS.TypeChecker, free: boolean): Origin {
  const origin: Origin = (node) => {
    const symbol = ts.isShorthandPropertyAssignment(node.parent)
      ? checker.getShorthandAssignmentValueSymbol(node.parent)
      : checker.getSymbolAtLocation(node);
    const taken = symbol?.declarations?.find(ts.isBindingElement);
    if (taken) return partOf(taken, origin);
    const from = symbol?.declarations?.find(ts.isImportSpecifier);
    if (!from) return free && !symbol ? node.text : undefined;
    const { moduleSpecifier } = from.parent.parent.parent;
    const known = isLibrary((moduleSpecifier as TS.StringLiteral).text);
    return known ? (from.propertyName ?? from.name).text.replaceAll(DOT, ".") : undefined;
  };
  return origin;
}

/** `linalg.det` for the `det` of `const { det } = linalg`. */
function partOf(taken: TS.BindingElement, origin: Origin): string | undefined {
  const { parent } = taken.parent;
  if (!ts.isVariableDeclaration(parent) || !ts.isObjectBindingPattern(taken.parent))
    return undefined;
  const { initializer } = parent;
  const module = initializer && ts.isIdentifier(initializer) ? origin(initializer) : undefined;
  return module && `${module}.${sourceName(taken)}`;
}

function mentionsIn(file: TS.SourceFile, origin: Origin): Omit<Mention, "cell">[] {
  const found: Omit<Mention, "cell">[] = [];
  const add = (node: TS.Node, name: string) =>
    found.push({ start: node.getStart(file), end: node.getEnd(), name });
  /** `linalg.svd`, and what hangs on it. */
  const follow = (node: TS.Node, name: string): void => {
    const { parent } = node;
    if (ts.isPropertyAccessExpression(parent) && parent.expression === node) {
      add(parent.name, `${name}.${parent.name.text}`);
      follow(parent, `${name}.${parent.name.text}`);
    } else if (ts.isQualifiedName(parent) && parent.left === node) {
      add(parent.right, `${name}.${parent.right.text}`);
    }
  };
  const visit = (node: TS.Node): void => {
    if (ts.isImportSpecifier(node)) {
      const from = node.parent.parent.parent.moduleSpecifier as TS.StringLiteral;
      const name = node.propertyName ?? node.name;
      if (isLibrary(from.text)) add(name, name.text);
    } else if (ts.isBindingElement(node) && ts.isIdentifier(node.name)) {
      const name = partOf(node, origin);
      if (name) add(node.propertyName ?? node.name, name);
    } else if (ts.isIdentifier(node) && isUse(node)) {
      const name = origin(node);
      if (name) {
        const hasMember =
          ts.isPropertyAccessExpression(node.parent) || ts.isQualifiedName(node.parent);
        add(node, hasMember ? `${name}.` : name);
        follow(node, name);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/**
 * Names of the library in the cells of a notebook, in order. A name that ends in a dot is a module, or a
 * function, of which a part is named next.
 *
 * @param free - For pieces of code that import nothing: every name that they do not declare may be one.
 */
export function mentionsOf(cells: readonly string[], free = false): Mention[] {
  const modules = modulesOf(free ? cells.map((text) => `{${text}\n}`) : cells);
  const checker = checkerOf(modules.map(({ file }) => file));
  const origin = originIn(checker, free);
  return modules.flatMap(({ head, file }, cell) => {
    const before = head.length + (free ? 1 : 0);
    return mentionsIn(file, origin)
      .filter(({ start }) => start >= before)
      .map(({ start, end, name }) => ({ cell, start: start - before, end: end - before, name }));
  });
}
