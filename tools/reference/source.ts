/** What only the sources know: on which line a name is, what an argument is when it is left out. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Docstring, parseDocstring } from "./docstring";
import { type TS, ts } from "./typescript";

export interface Found {
  line: number;
  /** Values of arguments that are left out, by name, as they are written. */
  fallbacks: Map<string, string>;
  /** Docstrings of what is put on a function, `check.fails = …`, by name. */
  attached: Map<string, Docstring>;
}

/** The comment that stands before a statement. */
export function commentOf(node: TS.Node, file: TS.SourceFile): string {
  const ranges = ts.getLeadingCommentRanges(file.text, node.getFullStart()) ?? [];
  const docs = ranges.map(({ pos, end }) => file.text.slice(pos, end));
  return docs.filter((text) => text.startsWith("/**")).at(-1) ?? "";
}

function namesOf(statement: TS.Statement): string[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map(({ name }) => name.getText());
  }
  const { name } = statement as TS.DeclarationStatement;
  return name && ts.isIdentifier(name) ? [name.text] : [];
}

/** `check.fails = …` puts `fails` on `check`. */
function attachedTo(statement: TS.Statement, owner: string): string | undefined {
  if (!ts.isExpressionStatement(statement) || !ts.isBinaryExpression(statement.expression)) return;
  const { left } = statement.expression;
  if (!ts.isPropertyAccessExpression(left) || left.expression.getText() !== owner) return;
  return left.name.text;
}

function fallbacksOf(statement: TS.Statement): Found["fallbacks"] {
  const parameters = ts.isFunctionDeclaration(statement) ? statement.parameters : [];
  return new Map(
    parameters.flatMap(({ name, initializer }) =>
      initializer ? [[name.getText(), initializer.getText()] as const] : [],
    ),
  );
}

/** Reads each file of sources once. */
export class Sources {
  private readonly files = new Map<string, TS.SourceFile>();

  constructor(private readonly root: string) {}

  open(path: string): TS.SourceFile {
    let file = this.files.get(path);
    if (!file) {
      const text = readFileSync(join(this.root, path), "utf8");
      file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
      this.files.set(path, file);
    }
    return file;
  }

  /** What a file says of a name that it declares. */
  find(path: string, name: string): Found {
    const file = this.open(path);
    const all = file.statements.filter((statement) => namesOf(statement).includes(name));
    const [first] = all;
    if (!first) throw new Error(`reference: ${path} does not declare ${name}`);
    const line = file.getLineAndCharacterOfPosition(first.getStart()).line + 1;
    const fallbacks = new Map(all.flatMap((statement) => [...fallbacksOf(statement)]));
    const attached = new Map(
      file.statements.flatMap((statement) => {
        const member = attachedTo(statement, name);
        return member ? [[member, parseDocstring(commentOf(statement, file))] as const] : [];
      }),
    );
    return { line, fallbacks, attached };
  }
}
