"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.kindOf = kindOf;
/** What a name is, in the words that front ends have pictures for. */
const typescript_1 = require("../typescript");
const { ScriptElementKind: Kind } = typescript_1.ts;
const WORDS = new Map([
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
function ofAlias(symbol, checker) {
    const { flags } = checker.getAliasedSymbol(symbol);
    if (flags & typescript_1.ts.SymbolFlags.Class)
        return "class";
    if (flags & typescript_1.ts.SymbolFlags.Function)
        return "function";
    if (flags & typescript_1.ts.SymbolFlags.Module)
        return "module";
    if (flags & typescript_1.ts.SymbolFlags.Enum)
        return "enum";
    if (flags & typescript_1.ts.SymbolFlags.Interface)
        return "interface";
    if (flags & typescript_1.ts.SymbolFlags.TypeAlias)
        return "type";
    return "variable";
}
function kindOf(entry, checker) {
    const { kind, symbol } = entry;
    if (kind === Kind.alias && symbol)
        return ofAlias(symbol, checker);
    return WORDS.get(kind) ?? "variable";
}
