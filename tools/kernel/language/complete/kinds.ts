/** What a name is, in the words that front ends have pictures for. */
import { type TS, ts } from "../typescript";

const { ScriptElementKind: Kind } = ts;

const WORDS = new Map<string, string>([
  [Kind.keyword, "keyword"],
  [Kind.moduleElement, "module"],
  [Kind.externalModuleName, "module"],
  [Kind.directory, "path"],
  [Kind.scriptElement, "path"],
  [Kind.classElement, "class"],
  [Kind.localClassElement, "class"],
  [Kind.constructorImplementationElement, "class"],
  [Kind.interfaceElement, "interface"],
  [Kind.typeElement, "type"],
  [Kind.typeParameterElement, "type"],
  [Kind.primitiveType, "type"],
  [Kind.enumElement, "enum"],
  [Kind.enumMemberElement, "property"],
  [Kind.functionElement, "function"],
  [Kind.localFunctionElement, "function"],
  [Kind.memberFunctionElement, "method"],
  [Kind.memberVariableElement, "property"],
  [Kind.memberGetAccessorElement, "property"],
  [Kind.memberSetAccessorElement, "property"],
  [Kind.parameterElement, "param"],
  [Kind.constElement, "variable"],
  [Kind.letElement, "variable"],
  [Kind.variableElement, "variable"],
  [Kind.localVariableElement, "variable"],
  [Kind.string, "text"],
]);

/** Of what an import brings, what it is there. */
function ofAlias(symbol: TS.Symbol, checker: TS.TypeChecker): string {
  const { flags } = checker.getAliasedSymbol(symbol);
  if (flags & ts.SymbolFlags.Class) return "class";
  if (flags & ts.SymbolFlags.Function) return "function";
  if (flags & ts.SymbolFlags.Module) return "module";
  if (flags & ts.SymbolFlags.Enum) return "enum";
  if (flags & ts.SymbolFlags.Interface) return "interface";
  if (flags & ts.SymbolFlags.TypeAlias) return "type";
  return "variable";
}

export function kindOf(entry: TS.CompletionEntry, checker: TS.TypeChecker): string {
  const { kind, symbol } = entry;
  if (kind === Kind.alias && symbol) return ofAlias(symbol, checker);
  return WORDS.get(kind) ?? "variable";
}
