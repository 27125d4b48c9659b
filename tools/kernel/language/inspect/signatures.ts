/** A name's declaration as one would read it on a page: `function solve(A: ReadonlyMatrix, …): Vector`. */
import { type TS, ts } from "../typescript";

/** More overloads, names or lines than so many are counted, not shown. */
const OVERLOADS = 8;
const NAMES = 40;
const LINES = 60;
/** The longest type that is written out. */
const LONGEST = 600;

const WHOLE = ts.TypeFormatFlags.NoTruncation;
const { SymbolFlags: Flags } = ts;

const KINDS: [flags: TS.SymbolFlags, word: string][] = [
  [Flags.Class, "class"],
  [Flags.Enum, "enum"],
  [Flags.EnumMember, "enum member"],
  [Flags.Module, "namespace"],
  [Flags.Property | Flags.Accessor, "property"],
  [Flags.Method, "method"],
  [Flags.Function, "function"],
  [Flags.BlockScopedVariable, "let"],
  [Flags.FunctionScopedVariable, "var"],
];

function kindOf({ flags, valueDeclaration: declaration }: TS.Symbol): string {
  if (declaration && ts.isParameter(declaration)) return "parameter";
  const isConst = declaration && ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const;
  if (isConst && flags & Flags.BlockScopedVariable) return "const";
  return KINDS.find(([kinds]) => flags & kinds)?.[1] ?? "";
}

/** `items`, and how many were left out. */
function atMost(items: string[], most: number): string[] {
  if (items.length <= most) return items;
  return [...items.slice(0, most), `… ${items.length - most} more`];
}

/** The text of an interface, a type or an enum as it stands in its file. */
function declared(symbol: TS.Symbol): string {
  const lines = symbol.declarations?.[0]?.getText().split("\n") ?? [];
  return atMost(lines, LINES)
    .join("\n")
    .replace(/^(export |declare )+/, "");
}

function ofNamespace(symbol: TS.Symbol, known: string, checker: TS.TypeChecker): string {
  const names = checker.getExportsOfModule(symbol).map(({ name }) => name);
  const name = known.startsWith('"') ? "" : `${known} `;
  return `namespace ${name}{ ${atMost(names, NAMES).join(", ")} }`;
}

const isChoice = (type: TS.Type): type is TS.UnionType =>
  type.isUnion() && type.types.every((one) => one.isStringLiteral() || one.isNumberLiteral());

/** A type; where it is a choice of literals, the choices rather than their name. */
export function typeText(type: TS.Type, checker: TS.TypeChecker): string {
  const named = (one: TS.Type) => checker.typeToString(one, undefined, WHOLE);
  const text = isChoice(type) ? type.types.map(named).join(" | ") : named(type);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)} …` : text;
}

function ofValue(symbol: TS.Symbol, known: string, checker: TS.TypeChecker): string[] {
  const type = checker.getTypeOfSymbol(symbol);
  const mark = symbol.flags & Flags.Optional ? "?" : "";
  const name = `${kindOf(symbol)} ${known}${mark}`.trim();
  const signature = (one: TS.Signature) => checker.signatureToString(one, undefined, WHOLE);
  const constructs = symbol.flags & Flags.Class ? type.getConstructSignatures() : [];
  const shown = [
    ...constructs.map((one) => `new ${known}${signature(one)}`),
    ...type.getCallSignatures().map((one) => name + signature(one)),
  ];
  if (shown.length === 0) return [`${name}: ${typeText(type, checker)}`];
  return atMost(shown, OVERLOADS);
}

/** `known` is the name by which the cell has it. */
export function signaturesOf(symbol: TS.Symbol, known: string, checker: TS.TypeChecker): string[] {
  if (symbol.flags & Flags.ValueModule && !(symbol.flags & (Flags.Function | Flags.Class))) {
    return [ofNamespace(symbol, known, checker)];
  }
  const isType = (symbol.flags & Flags.Value) === 0 || symbol.flags & Flags.Enum;
  return isType ? [declared(symbol)] : ofValue(symbol, known, checker);
}
