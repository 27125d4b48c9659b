/** What is known of a name: how it is declared, and what its docstring says. */
import { type TS, ts } from "../typescript";
import { type Option, optionsOf } from "./options";
import { signaturesOf } from "./signatures";

export interface Docs {
  /** Declarations without bodies, one for each overload. */
  signatures: string[];
  text: string;
  options: Option[];
  tags: { name: string; text: string }[];
  declarations: readonly TS.Declaration[];
}

/** `{@link svd}` stands for the name itself. */
const textOf = (parts: TS.SymbolDisplayPart[] | undefined): string =>
  ts.displayPartsToString(parts).replace(/\{@link(?:code|plain)?\s+([^}|]*)[^}]*\}/g, "$1");

export type ReadDocs = (declarations: readonly TS.Declaration[] | undefined) => void;

/** `read` brings in the docstrings of where something is declared. */
export function docsOf(found: TS.Symbol, checker: TS.TypeChecker, read: ReadDocs): Docs {
  const symbol = found.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(found) : found;
  read(symbol.declarations);
  return {
    signatures: signaturesOf(symbol, found.name, checker),
    text: textOf(symbol.getDocumentationComment(checker)),
    options: optionsOf(symbol, checker, read),
    tags: symbol.getJsDocTags(checker).map(({ name, text }) => ({ name, text: textOf(text) })),
    declarations: symbol.declarations ?? [],
  };
}
