/** What a function takes and returns, or a value's type, in one short line. */
import { type TS, ts } from "../typescript";

const LONGEST = 120;

const short = (text: string): string =>
  text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;

/** Without a place to name things from, types are named as they are declared, and quickly. */
export function signatureOf(symbol: TS.Symbol | undefined, checker: TS.TypeChecker): string {
  if (!symbol) return "";
  const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  if ((target.flags & ts.SymbolFlags.Value) === 0 || target.flags & ts.SymbolFlags.Module)
    return "";
  const type = checker.getTypeOfSymbol(target);
  const [signature] = [...type.getCallSignatures(), ...type.getConstructSignatures()];
  return short(signature ? checker.signatureToString(signature) : checker.typeToString(type));
}
