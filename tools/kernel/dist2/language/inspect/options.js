"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.optionsOf = optionsOf;
/** The options of a function, each with its type and what it does: what a reader looks a signature up for. */
const typescript_1 = require("../typescript");
const signatures_1 = require("./signatures");
/** The type of what the last argument may be, where that is an object of options. */
function optionsType(symbol, checker) {
    const signatures = checker.getTypeOfSymbol(symbol).getCallSignatures();
    const last = signatures
        .map((one) => one.parameters.at(-1))
        .find((one) => one?.name === "options");
    return last && checker.getNonNullableType(checker.getTypeOfSymbol(last));
}
function optionsOf(symbol, checker) {
    if ((symbol.flags & (typescript_1.ts.SymbolFlags.Function | typescript_1.ts.SymbolFlags.Method)) === 0)
        return [];
    const properties = optionsType(symbol, checker)?.getProperties() ?? [];
    return properties.map((property) => {
        const mark = property.flags & typescript_1.ts.SymbolFlags.Optional ? "?" : "";
        return {
            declared: `${property.name}${mark}: ${(0, signatures_1.typeText)(checker.getTypeOfSymbol(property), checker)}`,
            text: typescript_1.ts.displayPartsToString(property.getDocumentationComment(checker)),
        };
    });
}
