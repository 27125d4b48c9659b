/** The names that a cell declares at its top level and that have a value when it runs. */
import { type File, type TS, ts } from "../typescript";

export interface Name {
  text: string;
  /** Whether other cells may assign to it. */
  mutable: boolean;
}

const isAmbient = (declaration: TS.Declaration): boolean =>
  (ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Ambient) !== 0;

function isConstant(declaration: TS.Declaration): boolean {
  return (ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const) !== 0;
}

function hasValue(symbol: TS.Symbol, checker: TS.TypeChecker): boolean {
  const declarations = symbol.declarations ?? [];
  if (symbol.flags & ts.SymbolFlags.Alias) {
    if (declarations.some((one) => ts.isTypeOnlyImportOrExportDeclaration(one))) return false;
    return (checker.getAliasedSymbol(symbol).flags & ts.SymbolFlags.Value) !== 0;
  }
  return (symbol.flags & ts.SymbolFlags.Value) !== 0 && !declarations.every(isAmbient);
}

function isMutable(symbol: TS.Symbol): boolean {
  const assignable = ts.SymbolFlags.Variable | ts.SymbolFlags.Function;
  if ((symbol.flags & ts.SymbolFlags.Value & ~assignable) !== 0) return false;
  return !symbol.declarations?.some(isConstant) && (symbol.flags & ts.SymbolFlags.Alias) === 0;
}

export function declaredNames(file: File, checker: TS.TypeChecker): Name[] {
  return [...(file.locals ?? new Map<string, TS.Symbol>())]
    .map(([text, local]) => ({ text, symbol: checker.getExportSymbolOfSymbol(local) }))
    .filter(({ symbol }) => hasValue(symbol, checker))
    .map(({ text, symbol }) => ({
      text: ts.unescapeLeadingUnderscores(text as TS.__String),
      symbol,
    }))
    .map(({ text, symbol }) => ({ text, mutable: isMutable(symbol) }));
}
