"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.docsOf = docsOf;
/** What is known of a name: how it is declared, and what its docstring says. */
const typescript_1 = require("../typescript");
const options_1 = require("./options");
const signatures_1 = require("./signatures");
/** `{@link svd}` stands for the name itself. */
const textOf = (parts) => typescript_1.ts.displayPartsToString(parts).replace(/\{@link(?:code|plain)?\s+([^}|]*)[^}]*\}/g, "$1");
function docsOf(found, checker) {
    const symbol = found.flags & typescript_1.ts.SymbolFlags.Alias ? checker.getAliasedSymbol(found) : found;
    return {
        signatures: (0, signatures_1.signaturesOf)(symbol, found.name, checker),
        text: textOf(symbol.getDocumentationComment(checker)),
        options: (0, options_1.optionsOf)(symbol, checker),
        tags: symbol.getJsDocTags(checker).map(({ name, text }) => ({ name, text: textOf(text) })),
        declarations: symbol.declarations ?? [],
    };
}
