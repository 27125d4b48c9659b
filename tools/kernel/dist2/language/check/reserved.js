"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.reservedErrors = reservedErrors;
const typescript_1 = require("../typescript");
const diagnostic_1 = require("./diagnostic");
/** The parameters of that function. */
const RESERVED = ["exports", "require"];
const VALUE = typescript_1.ts.SymbolFlags.Value | typescript_1.ts.SymbolFlags.Alias;
function error(file, node, messageText, code) {
    const start = node.getStart((0, typescript_1.plain)(file));
    const length = node.end - start;
    const category = typescript_1.ts.DiagnosticCategory.Error;
    return (0, diagnostic_1.toDiagnostic)({ file: (0, typescript_1.plain)(file), start, length, messageText, code, category }, "type");
}
function metaProperties(file) {
    const found = [];
    const visit = (node) => {
        if (typescript_1.ts.isMetaProperty(node) && node.keywordToken === typescript_1.ts.SyntaxKind.ImportKeyword)
            found.push(node);
        typescript_1.ts.forEachChild(node, visit);
    };
    if (file.text.includes("meta"))
        visit((0, typescript_1.plain)(file));
    return found;
}
function reservedErrors(file) {
    const declarations = RESERVED.flatMap((name) => {
        const symbol = file.locals?.get(name);
        const declaration = symbol && symbol.flags & VALUE ? symbol.declarations?.[0] : undefined;
        const node = declaration && (typescript_1.ts.getNameOfDeclaration(declaration) ?? declaration);
        return node
            ? [
                error(file, node, `A cell can not declare "${name}": the kernel hands it in under this name. Choose another one.`, 2441),
            ]
            : [];
    });
    const meta = metaProperties(file).map((node) => error(file, node, "A cell has no file and so no import.meta; process.cwd() is the notebook's folder.", 1343));
    return [...declarations, ...meta];
}
