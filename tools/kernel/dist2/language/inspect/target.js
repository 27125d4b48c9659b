"use strict";
/** What a cursor asks about: the name it stands on, or the function in whose brackets it stands. */
Object.defineProperty(exports, "__esModule", { value: true });
exports.targetAt = targetAt;
const typescript_1 = require("../typescript");
const isCall = (node) => typescript_1.ts.isCallExpression(node) || typescript_1.ts.isNewExpression(node);
/** All nodes that pass, outermost first. */
function nodes(file, is) {
    const found = [];
    const visit = (node) => {
        if (is(node))
            found.push(node);
        typescript_1.ts.forEachChild(node, visit);
    };
    visit(file);
    return found;
}
/** A name, or the name of a module. */
const isName = (node) => typescript_1.ts.isIdentifier(node) ||
    typescript_1.ts.isPrivateIdentifier(node) ||
    (typescript_1.ts.isStringLiteralLike(node) &&
        (typescript_1.ts.isImportDeclaration(node.parent) || typescript_1.ts.isExportDeclaration(node.parent)));
function nameAt(file, cursor) {
    const touching = nodes(file, isName).filter((node) => node.getStart(file) <= cursor && cursor <= node.end && node.end > node.getStart(file));
    return touching.at(-1);
}
/** Whether the cursor stands in the call's brackets; those of an unfinished call go on to what comes next. */
function isInside(call, cursor, text) {
    if (!call.arguments || cursor < call.arguments.pos)
        return false;
    if (text[call.end - 1] === ")" && call.end > call.arguments.pos)
        return cursor < call.end;
    return cursor <= call.end || text.slice(call.end, cursor).trim() === "";
}
/** A function's body inside the brackets has a life of its own. */
function isInBody(call, cursor) {
    const bodies = call.arguments.filter((one) => (typescript_1.ts.isArrowFunction(one) || typescript_1.ts.isFunctionExpression(one)) && typescript_1.ts.isBlock(one.body));
    return bodies.some(({ body }) => body.getStart() < cursor && cursor < body.end);
}
function callAt(file, cursor) {
    const inside = nodes(file, isCall).filter((call) => isInside(call, cursor, file.text));
    const inner = inside.sort((a, b) => a.arguments.pos - b.arguments.pos).at(-1);
    return inner && !isInBody(inner, cursor) ? inner : undefined;
}
function calleeName({ expression }) {
    return typescript_1.ts.isPropertyAccessExpression(expression) ? expression.name : expression;
}
/** Of a name in an object literal, the option it gives a value to. */
function optionAt(name, checker) {
    const { parent } = name;
    const isOption = (typescript_1.ts.isPropertyAssignment(parent) || typescript_1.ts.isShorthandPropertyAssignment(parent)) &&
        parent.name === name &&
        typescript_1.ts.isObjectLiteralExpression(parent.parent);
    if (!isOption)
        return undefined;
    return checker.getContextualType(parent.parent)?.getProperty(name.getText());
}
/** Names that mean more by themselves than as an argument: functions, classes, namespaces, types, options. */
function standsAlone(symbol, checker) {
    const { flags } = symbol.flags & typescript_1.ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    const kinds = typescript_1.ts.SymbolFlags.Module | typescript_1.ts.SymbolFlags.Type | typescript_1.ts.SymbolFlags.Function | typescript_1.ts.SymbolFlags.Method;
    return (flags & kinds) !== 0 || checker.getTypeOfSymbol(symbol).getCallSignatures().length > 0;
}
/** What a name means where it stands; a type too, though no value has its name. */
function symbolOf(name, checker) {
    const symbol = checker.getSymbolAtLocation(name);
    if (symbol || !typescript_1.ts.isIdentifier(name))
        return symbol;
    const types = typescript_1.ts.SymbolFlags.Type | typescript_1.ts.SymbolFlags.Namespace;
    return checker.getSymbolsInScope(name, types).find((one) => one.name === name.text);
}
function targetAt({ file, checker }, cursor) {
    const name = nameAt(file, cursor);
    const option = name && optionAt(name, checker);
    const symbol = option ?? (name && symbolOf(name, checker));
    const call = callAt(file, cursor);
    const called = call && checker.getSymbolAtLocation(calleeName(call));
    if (symbol && (option || !called || standsAlone(symbol, checker)))
        return { symbol };
    if (called)
        return symbol ? { symbol, call: called } : { symbol: called, call: called };
    const before = nodes(file, isCall).find(({ end }) => end === cursor);
    const made = before && checker.getSymbolAtLocation(calleeName(before));
    return made && { symbol: made };
}
