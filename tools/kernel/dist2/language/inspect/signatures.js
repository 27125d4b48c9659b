"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.typeText = typeText;
exports.signaturesOf = signaturesOf;
/** A name's declaration as one would read it on a page: `function solve(A: ReadonlyMatrix, …): Vector`. */
const typescript_1 = require("../typescript");
/** More overloads, names or lines than so many are counted, not shown. */
const OVERLOADS = 8;
const NAMES = 40;
const LINES = 60;
/** The longest type that is written out. */
const LONGEST = 600;
const WHOLE = typescript_1.ts.TypeFormatFlags.NoTruncation;
const { SymbolFlags: Flags } = typescript_1.ts;
const KINDS = [
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
function kindOf({ flags, valueDeclaration: declaration }) {
    if (declaration && typescript_1.ts.isParameter(declaration))
        return "parameter";
    const isConst = declaration && typescript_1.ts.getCombinedNodeFlags(declaration) & typescript_1.ts.NodeFlags.Const;
    if (isConst && flags & Flags.BlockScopedVariable)
        return "const";
    return KINDS.find(([kinds]) => flags & kinds)?.[1] ?? "";
}
/** `items`, and how many were left out. */
function atMost(items, most) {
    if (items.length <= most)
        return items;
    return [...items.slice(0, most), `… ${items.length - most} more`];
}
/** The text of an interface, a type or an enum as it stands in its file. */
function declared(symbol) {
    const lines = symbol.declarations?.[0]?.getText().split("\n") ?? [];
    return atMost(lines, LINES)
        .join("\n")
        .replace(/^(export |declare )+/, "");
}
function ofNamespace(symbol, known, checker) {
    const names = checker.getExportsOfModule(symbol).map(({ name }) => name);
    const name = known.startsWith('"') ? "" : `${known} `;
    return `namespace ${name}{ ${atMost(names, NAMES).join(", ")} }`;
}
const isChoice = (type) => type.isUnion() && type.types.every((one) => one.isStringLiteral() || one.isNumberLiteral());
/** A type; where it is a choice of literals, the choices rather than their name. */
function typeText(type, checker) {
    const named = (one) => checker.typeToString(one, undefined, WHOLE);
    const text = isChoice(type) ? type.types.map(named).join(" | ") : named(type);
    return text.length > LONGEST ? `${text.slice(0, LONGEST)} …` : text;
}
function ofValue(symbol, known, checker) {
    const type = checker.getTypeOfSymbol(symbol);
    const mark = symbol.flags & Flags.Optional ? "?" : "";
    const name = `${kindOf(symbol)} ${known}${mark}`.trim();
    const signature = (one) => checker.signatureToString(one, undefined, WHOLE);
    const constructs = symbol.flags & Flags.Class ? type.getConstructSignatures() : [];
    const shown = [
        ...constructs.map((one) => `new ${known}${signature(one)}`),
        ...type.getCallSignatures().map((one) => name + signature(one)),
    ];
    if (shown.length === 0)
        return [`${name}: ${typeText(type, checker)}`];
    return atMost(shown, OVERLOADS);
}
/** `known` is the name by which the cell has it. */
function signaturesOf(symbol, known, checker) {
    if (symbol.flags & Flags.ValueModule && !(symbol.flags & (Flags.Function | Flags.Class))) {
        return [ofNamespace(symbol, known, checker)];
    }
    const isType = (symbol.flags & Flags.Value) === 0 || symbol.flags & Flags.Enum;
    return isType ? [declared(symbol)] : ofValue(symbol, known, checker);
}
