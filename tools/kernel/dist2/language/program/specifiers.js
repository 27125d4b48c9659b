"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.specifiers = specifiers;
/** The module names that stand in a file: imports, re-exports, `import("…")` and `typeof import("…")`. */
const typescript_1 = require("../typescript");
function nameIn(node) {
    if (typescript_1.ts.isImportDeclaration(node) || typescript_1.ts.isExportDeclaration(node))
        return node.moduleSpecifier;
    if (typescript_1.ts.isExternalModuleReference(node))
        return node.expression;
    if (typescript_1.ts.isImportTypeNode(node) && typescript_1.ts.isLiteralTypeNode(node.argument))
        return node.argument.literal;
    const isCall = typescript_1.ts.isCallExpression(node) && node.expression.kind === typescript_1.ts.SyntaxKind.ImportKeyword;
    return isCall ? node.arguments[0] : undefined;
}
function specifiers(file) {
    const found = [];
    const visit = (node) => {
        const name = nameIn(node);
        if (name && typescript_1.ts.isStringLiteralLike(name))
            found.push(name);
        typescript_1.ts.forEachChild(node, visit);
    };
    if (file.text.includes("import") || file.text.includes("export"))
        visit(file);
    return found;
}
