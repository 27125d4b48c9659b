"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.signatureOf = signatureOf;
/** What a function takes and returns, or a value's type, in one short line. */
const typescript_1 = require("../typescript");
const LONGEST = 120;
const short = (text) => text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
/** Without a place to name things from, types are named as they are declared, and quickly. */
function signatureOf(symbol, checker) {
    if (!symbol)
        return "";
    const target = symbol.flags & typescript_1.ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    if ((target.flags & typescript_1.ts.SymbolFlags.Value) === 0 || target.flags & typescript_1.ts.SymbolFlags.Module)
        return "";
    const type = checker.getTypeOfSymbol(target);
    const [signature] = [...type.getCallSignatures(), ...type.getConstructSignatures()];
    return short(signature ? checker.signatureToString(signature) : checker.typeToString(type));
}
