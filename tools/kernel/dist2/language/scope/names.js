"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.declaredNames = declaredNames;
/** The names that a cell declares at its top level and that have a value when it runs. */
const typescript_1 = require("../typescript");
const isAmbient = (declaration) => (typescript_1.ts.getCombinedModifierFlags(declaration) & typescript_1.ts.ModifierFlags.Ambient) !== 0;
function isConstant(declaration) {
    return (typescript_1.ts.getCombinedNodeFlags(declaration) & typescript_1.ts.NodeFlags.Const) !== 0;
}
function hasValue(symbol, checker) {
    const declarations = symbol.declarations ?? [];
    if (symbol.flags & typescript_1.ts.SymbolFlags.Alias) {
        if (declarations.some((one) => typescript_1.ts.isTypeOnlyImportOrExportDeclaration(one)))
            return false;
        return (checker.getAliasedSymbol(symbol).flags & typescript_1.ts.SymbolFlags.Value) !== 0;
    }
    return (symbol.flags & typescript_1.ts.SymbolFlags.Value) !== 0 && !declarations.every(isAmbient);
}
function isMutable(symbol) {
    const assignable = typescript_1.ts.SymbolFlags.Variable | typescript_1.ts.SymbolFlags.Function;
    if ((symbol.flags & typescript_1.ts.SymbolFlags.Value & ~assignable) !== 0)
        return false;
    return !symbol.declarations?.some(isConstant) && (symbol.flags & typescript_1.ts.SymbolFlags.Alias) === 0;
}
function declaredNames(file, checker) {
    return [...(file.locals ?? new Map())]
        .map(([text, local]) => ({ text, symbol: checker.getExportSymbolOfSymbol(local) }))
        .filter(({ symbol }) => hasValue(symbol, checker))
        .map(({ text, symbol }) => ({
        text: typescript_1.ts.unescapeLeadingUnderscores(text),
        symbol,
    }))
        .map(({ text, symbol }) => ({ text, mutable: isMutable(symbol) }));
}
