/** The options of a function, each with its type and what it does: what a reader looks a signature up for. */
import { type TS, ts } from "../typescript";
import { typeText } from "./signatures";

export interface Option {
  declared: string;
  text: string;
}

/** The type of what the last argument may be, where that is an object of options. */
function optionsType(symbol: TS.Symbol, checker: TS.TypeChecker): TS.Type | undefined {
  const signatures = checker.getTypeOfSymbol(symbol).getCallSignatures();
  const last = signatures
    .map((one) => one.parameters.at(-1))
    .find((one) => one?.name === "options");
  return last && checker.getNonNullableType(checker.getTypeOfSymbol(last));
}

export function optionsOf(
  symbol: TS.Symbol,
  checker: TS.TypeChecker,
  read: (declarations: readonly TS.Declaration[] | undefined) => void,
): Option[] {
  if ((symbol.flags & (ts.SymbolFlags.Function | ts.SymbolFlags.Method)) === 0) return [];
  const properties = optionsType(symbol, checker)?.getProperties() ?? [];
  return properties.map((property) => {
    read(property.declarations);
    const mark = property.flags & ts.SymbolFlags.Optional ? "?" : "";
    return {
      declared: `${property.name}${mark}: ${typeText(checker.getTypeOfSymbol(property), checker)}`,
      text: ts.displayPartsToString(property.getDocumentationComment(checker)),
    };
  });
}
