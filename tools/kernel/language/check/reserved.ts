/** What TypeScript lets pass and a cell can not do, because it runs as the body of a function. */
import type { Diagnostic } from "../../messages";
import { type File, plain, type TS, ts } from "../typescript";
import { toDiagnostic } from "./diagnostic";

/** The parameters of that function. */
const RESERVED = ["exports", "require"];
const VALUE = ts.SymbolFlags.Value | ts.SymbolFlags.Alias;

function error(file: File, node: TS.Node, messageText: string, code: number): Diagnostic {
  const start = node.getStart(plain(file));
  const length = node.end - start;
  const category = ts.DiagnosticCategory.Error;
  return toDiagnostic({ file: plain(file), start, length, messageText, code, category }, "type");
}

function metaProperties(file: File): TS.Node[] {
  const found: TS.Node[] = [];
  const visit = (node: TS.Node): void => {
    if (ts.isMetaProperty(node) && node.keywordToken === ts.SyntaxKind.ImportKeyword)
      found.push(node);
    ts.forEachChild(node, visit);
  };
  if (file.text.includes("meta")) visit(plain(file));
  return found;
}

export function reservedErrors(file: File): Diagnostic[] {
  const declarations = RESERVED.flatMap((name) => {
    const symbol = file.locals?.get(name);
    const declaration = symbol && symbol.flags & VALUE ? symbol.declarations?.[0] : undefined;
    const node = declaration && (ts.getNameOfDeclaration(declaration) ?? declaration);
    return node
      ? [
          error(
            file,
            node,
            `A cell can not declare "${name}": the kernel hands it in under this name. Choose another one.`,
            2441,
          ),
        ]
      : [];
  });
  const meta = metaProperties(file).map((node) =>
    error(
      file,
      node,
      "A cell has no file and so no import.meta; process.cwd() is the notebook's folder.",
      1343,
    ),
  );
  return [...declarations, ...meta];
}
