/** The source of what is inspected: the cell's own, the library's TypeScript, else the declaration. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { below, type Place } from "../place";
import { type TS, ts } from "../typescript";

const LINES = 200;

/** Whether a statement declares that name. */
function declares(statement: TS.Statement, name: string): boolean {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.some((one) => one.name.getText() === name);
  }
  return (statement as { name?: TS.Node }).name?.getText() === name;
}

/** Where the library's declarations come from, the TypeScript they were made of. */
function librarySource(place: Place, path: string, name: string): string | undefined {
  const part = below(join(place.root, "lib", "dist"), path);
  if (part === undefined) return undefined;
  const original = join(place.root, "lib", part.replace(/\.d\.ts$/, ".ts"));
  if (!existsSync(original)) return undefined;
  const text = readFileSync(original, "utf8");
  const file = ts.createSourceFile(original, text, ts.ScriptTarget.Latest, true);
  const found = file.statements.filter((one) => declares(one, name));
  return found.length > 0 ? found.map((one) => one.getText()).join("\n\n") : undefined;
}

/** A variable's declaration is read with its `const`. */
function whole(declaration: TS.Declaration): TS.Node {
  const isVariable =
    ts.isVariableDeclaration(declaration) && ts.isVariableDeclarationList(declaration.parent);
  return isVariable ? declaration.parent.parent : declaration;
}

export function sourceOf(
  declarations: readonly TS.Declaration[],
  place: Place,
): string | undefined {
  const [first] = declarations;
  if (!first || ts.isSourceFile(first)) return undefined;
  const name = ts.getNameOfDeclaration(first)?.getText() ?? "";
  const path = first.getSourceFile().fileName;
  const text =
    librarySource(place, path, name) ??
    declarations.map((one) => whole(one).getText()).join("\n\n");
  const lines = text.split("\n");
  return lines.length > LINES ? [...lines.slice(0, LINES), "// …"].join("\n") : text;
}
